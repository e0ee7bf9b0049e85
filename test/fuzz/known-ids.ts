/**
 * Ids of things that are there, bound to the parameters and fields of the OpenAPI document that name such a thing: a guess
 * at random would never get past the first “no such thing”.
 */
import type { FuzzedProduct } from './fuzzed-product.ts';

export const dictionaries = [
  'dossiers',
  'caseNumbers',
  'persons',
  'staff',
  'institutions',
  'learners',
  'classes',
  'referrals',
  'facts',
  'dutyKeys',
  'roleLines',
  'leaveLines',
] as const;
type Dictionary = (typeof dictionaries)[number];
export type KnownIds = Readonly<Record<Dictionary, readonly string[]>>;

/** In the address. People and institutions there are changed and switched off: never those who call. */
const inAddress: Readonly<Record<string, Dictionary>> = {
  dossierId: 'dossiers',
  learnerId: 'learners',
  classId: 'classes',
  personId: 'staff',
  institutionId: 'institutions',
  roleId: 'roleLines',
  lineId: 'leaveLines',
  owedByInstitutionId: 'institutions',
  owedToInstitutionId: 'institutions',
  municipalityId: 'institutions',
  key: 'dutyKeys',
};

const inBody: Readonly<Record<string, Dictionary>> = {
  dossierId: 'dossiers',
  caseNumber: 'caseNumbers',
  learnerId: 'learners',
  siblingIds: 'learners',
  classId: 'classes',
  referralId: 'referrals',
  eventId: 'facts',
  factId: 'facts',
  dutyKey: 'dutyKeys',
  dutyKeys: 'dutyKeys',
  settles: 'dutyKeys',
};

/** What a field of the body holds by its name: null where it is an id of its own making, or none. */
export function dictionaryOfField(name: string): Dictionary | null {
  if (Object.hasOwn(inBody, name)) return inBody[name] ?? null;
  if (/(person|teacher|manager|member|substitute)Ids?$/i.test(name)) return 'persons';
  if (/(institution|school|receiver|group)Ids?$/i.test(name)) return 'institutions';
  return null;
}

/** Their bodies begin with ids that are known (`starting-points.ts`); hundreds of bindings more would only cost time. */
const withStartingPoints: ReadonlySet<string> = new Set(['recordFacts', 'openDossier', 'whatIf']);

export type Binding = { readonly key: string; readonly dictionary: Dictionary };

type Schema = Readonly<Record<string, unknown>>;

/** A binding for each parameter and field of that name, in the words of schemathesis.toml. */
export function bindingsOf(document: Schema): readonly Binding[] {
  const bindings = new Map<string, Dictionary>();
  for (const operation of operationsOf(document)) {
    for (const { name, in: place } of parametersOf(operation)) {
      const dictionary = inAddress[name];
      if (dictionary !== undefined) bindings.set(`${place}.${name}`, dictionary);
    }
    const body = withStartingPoints.has(String(operation['operationId'])) ? null : bodyOf(operation);
    if (body !== null) for (const [key, one] of fieldsOf(document, body, 'body', [])) bindings.set(key, one);
  }
  return [...bindings].map(([key, dictionary]) => ({ key, dictionary }));
}

/** Ids in addresses that nothing known stands in for: `operation: name`. */
export function unboundIds(document: Schema): readonly string[] {
  return operationsOf(document).flatMap((operation) =>
    parametersOf(operation)
      .filter(({ name, schema }) => schema?.['format'] === 'uuid' && inAddress[name] === undefined)
      .map(({ name }) => `${String(operation['operationId'])}: ${name}`),
  );
}

function operationsOf(document: Schema): readonly Schema[] {
  const paths = document['paths'] as Readonly<Record<string, Readonly<Record<string, Schema>>>>;
  return Object.values(paths).flatMap((path) => Object.values(path));
}

type Parameter = { readonly name: string; readonly in: string; readonly schema?: Schema };

function parametersOf(operation: Schema): readonly Parameter[] {
  return ((operation['parameters'] ?? []) as readonly Parameter[]).filter(
    ({ in: place }) => place === 'path' || place === 'query',
  );
}

function bodyOf(operation: Schema): Schema | null {
  const body = operation['requestBody'] as
    | { readonly content?: Readonly<Record<string, { readonly schema?: Schema }>> }
    | undefined;
  return body?.content?.['application/json']?.schema ?? null;
}

function fieldsOf(
  document: Schema,
  schema: Schema,
  path: string,
  met: readonly string[],
): readonly (readonly [string, Dictionary])[] {
  const reference = schema['$ref'];
  if (typeof reference === 'string') {
    if (met.includes(reference)) return [];
    const name = reference.split('/').at(-1) ?? '';
    const schemas = (document['components'] as { readonly schemas: Readonly<Record<string, Schema>> })
      .schemas;
    const target = schemas[name];
    return target === undefined ? [] : fieldsOf(document, target, path, [...met, reference]);
  }
  const branches = ['oneOf', 'anyOf', 'allOf'].flatMap(
    (keyword) => (schema[keyword] ?? []) as readonly Schema[],
  );
  const items = schema['items'] as Schema | undefined;
  const properties = Object.entries((schema['properties'] ?? {}) as Readonly<Record<string, Schema>>);
  return [
    ...branches.flatMap((branch) => fieldsOf(document, branch, path, met)),
    ...(items === undefined ? [] : fieldsOf(document, items, `${path}[*]`, met)),
    ...properties.flatMap(([name, property]) => {
      const dictionary = dictionaryOfField(name);
      const list = property['type'] === 'array' ? '[*]' : '';
      if (dictionary !== null) return [[`${path}.${name}${list}`, dictionary] as const];
      return fieldsOf(document, property, `${path}.${name}`, met);
    }),
  ];
}

/** The document that a product serves. */
export async function servedDocument({ address }: Pick<FuzzedProduct, 'address'>): Promise<Schema> {
  return (await (await fetch(`${address}/api/openapi.json`)).json()) as Schema;
}
