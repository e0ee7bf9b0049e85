/**
 * The type provider describes every named schema twice, as it comes in and as it goes out (`DayInput`, `Day`). Ours
 * do not differ, so the OpenAPI document is halved by keeping one of each.
 */

type Json = { readonly [key: string]: unknown };

const referencePrefix = '#/components/schemas/';
const suffix = 'Input';

/** The document with every `…Input` schema that says the same as its namesake replaced by it. */
export function mergeInputSchemas<D extends Json>(document: D): D {
  const schemas = schemasOf(document);
  const merged = twins(schemas);
  const { components, ...rest } = redirect(document, merged) as Json;
  const kept = Object.entries(schemasOf({ components })).filter(([name]) => !merged.has(name));
  return {
    ...rest,
    components: { ...(components as Json), schemas: Object.fromEntries(kept) },
  } as unknown as D;
}

function schemasOf(document: Json): Readonly<Record<string, unknown>> {
  const components = document['components'] as Json | undefined;
  return (components?.['schemas'] ?? {}) as Readonly<Record<string, unknown>>;
}

/** Names that may go; one that refers to a schema that must stay differs itself, so it is asked again until all hold. */
function twins(schemas: Readonly<Record<string, unknown>>): ReadonlySet<string> {
  let names = new Set(
    Object.keys(schemas).filter((name) => name.endsWith(suffix) && baseOf(name) in schemas),
  );
  for (;;) {
    const same = new Set(
      [...names].filter(
        (name) => JSON.stringify(redirect(schemas[name], names)) === JSON.stringify(schemas[baseOf(name)]),
      ),
    );
    if (same.size === names.size) return same;
    names = same;
  }
}

function baseOf(name: string): string {
  return name.slice(0, -suffix.length);
}

function redirect(value: unknown, merged: ReadonlySet<string>): unknown {
  if (Array.isArray(value)) return value.map((one: unknown) => redirect(one, merged));
  if (typeof value === 'string' && value.startsWith(referencePrefix)) {
    const name = value.slice(referencePrefix.length);
    return merged.has(name) ? `${referencePrefix}${baseOf(name)}` : value;
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, redirect(one, merged)]));
}
