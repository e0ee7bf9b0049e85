type ClockTime = { readonly hour: number; readonly minute: number };

/** What a field of time holds, `08:30`; null where it is empty. */
export function clockTimeOf(text: string): ClockTime | null {
  const [, hour, minute] = /^(\d{2}):(\d{2})/.exec(text) ?? [];
  return hour === undefined || minute === undefined ? null : { hour: Number(hour), minute: Number(minute) };
}

/** The same, for the field. */
export function clockWords({ hour, minute }: ClockTime): string {
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
