/**
 * The zod provider writes every named schema twice, as it is sent and as it is answered. Where both say the same, one
 * is enough: the document becomes half as long, and `Fact` is not called `FactInput`.
 */

type Schemas = Readonly<Record<string, unknown>>;
type WithSchemas = { readonly components: { readonly schemas: Schemas } };

const prefix = '#/components/schemas/';
const suffix = 'Input';

/** The document without the twins of schemas that are equal in both directions. */
export function withoutTwins<D extends WithSchemas>(document: D): D {
  const { schemas } = document.components;
  const equal = equalTwins(schemas);
  const kept = Object.fromEntries(Object.entries(schemas).filter(([name]) => !equal.has(name)));
  const compact = { ...document, components: { ...document.components, schemas: kept } };
  return renamed(compact, equal) as D;
}

/** Names of twins that may go: taken as equal until a difference shows, also in what they refer to. */
function equalTwins(schemas: Schemas): ReadonlySet<string> {
  let equal = new Set(
    Object.keys(schemas).filter((name) => name.endsWith(suffix) && Object.hasOwn(schemas, baseOf(name))),
  );
  for (;;) {
    const still = new Set(
      [...equal].filter(
        (name) =>
          JSON.stringify(renamed(schemas[name], equal)) ===
          JSON.stringify(renamed(schemas[baseOf(name)], equal)),
      ),
    );
    if (still.size === equal.size) return equal;
    equal = still;
  }
}

function baseOf(name: string): string {
  return name.slice(0, -suffix.length);
}

function renamed(value: unknown, twins: ReadonlySet<string>): unknown {
  return JSON.parse(JSON.stringify(value), (key, inner: unknown) => {
    if (key !== '$ref' || typeof inner !== 'string' || !inner.startsWith(prefix)) return inner;
    const name = inner.slice(prefix.length);
    return twins.has(name) ? `${prefix}${baseOf(name)}` : inner;
  });
}
