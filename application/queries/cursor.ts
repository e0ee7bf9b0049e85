/** Where a list goes on, as an opaque text. A text that is none begins at the start of nothing: it is refused. */
export function writeCursor(place: Readonly<Record<string, string | number>>): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

/** Null where the text is no cursor of this shape. */
export function readCursor<const K extends string>(
  text: string,
  keys: readonly K[],
): Readonly<Record<K, string>> | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    if (typeof value !== 'object' || value === null) return null;
    const found = keys.map((key) => [key, (value as Record<string, unknown>)[key]] as const);
    if (found.some(([, one]) => typeof one !== 'string')) return null;
    return Object.fromEntries(found) as Record<K, string>;
  } catch {
    return null;
  }
}
