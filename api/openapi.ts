/** The OpenAPI 3.1 document, made from the routes and their zod schemas. */
import swagger from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod';
import { withoutTwins } from './openapi-compact.ts';
import { problemExample, requestExamples } from './openapi-examples.ts';
import type { Guard } from './plugins/guard.ts';

/** Version of the wire, not of the product. */
const apiVersion = '1.0.0';

const tags = [
  { name: 'dossiers', description: 'Concerns, cases and school years of institutions.' },
  { name: 'facts', description: 'What happened. Appended, never changed.' },
  { name: 'access', description: 'Who looked at a case, and looking in an emergency.' },
  { name: 'duties', description: 'Who owes what to whom by when and why. Derived from the facts.' },
  { name: 'referrals', description: 'What was sent to whom, and what became of it.' },
  { name: 'board', description: 'Where answers hang, for unblocking: no persons, no ranking.' },
  { name: 'learners', description: 'Learners and the people around them. Names stand in bodies only.' },
  { name: 'classes', description: 'Classes of a school year and who leads them.' },
  { name: 'procedures', description: 'Rules as data, with their sources.' },
  { name: 'calendar', description: 'Working days in Latvia.' },
  { name: 'directory', description: 'Institutions to choose from.' },
  {
    name: 'sign-in',
    description: 'Getting in: password, passkey, a municipality’s identity provider, links by mail.',
  },
  { name: 'account', description: 'One’s own sign-in: sessions, password, second factor.' },
  { name: 'administration', description: 'For administrators of an institution.' },
  { name: 'institutions', description: 'Institutions, and the leave of their people.' },
  { name: 'people', description: 'People and their roles.' },
  { name: 'set-up', description: 'What a municipality has set.' },
  { name: 'imports', description: 'People, classes, learners and running cases from CSV files.' },
  { name: 'operation', description: 'For whoever runs the product.' },
  { name: 'description', description: 'This description itself.' },
];

const description = [
  'Keeper of deadlines: who owes what to whom by when and why, for schools and municipalities in Latvia when a child is at risk.',
  'Every write carries an `Idempotency-Key`; the same key with the same content is carried out once, with other content it is refused. Errors are `application/problem+json` (RFC 9457), in Latvian or English by `Accept-Language`. Nothing is coerced: unknown fields, null and numbers written as text are refused.',
].join('\n\n');

/** Gathers the routes registered after it. `document` gives the text of the document once the app is ready. */
export function describeApi(app: FastifyInstance, publicUrl: string): { readonly document: () => string } {
  app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Termiņsargs',
        version: apiVersion,
        description,
        license: { name: 'EUPL-1.2', url: 'https://eupl.eu/1.2/en/' },
      },
      servers: [{ url: publicUrl }],
      tags,
      security: [{ session: [] }, { token: [] }],
      components: { securitySchemes, parameters, headers },
    },
    transform: (route) => {
      const { schema, url } = jsonSchemaTransform(route);
      const security = securityOf(route.route.config?.guard);
      return security === undefined ? { schema, url } : { schema: { ...schema, security }, url };
    },
    transformObject: (made) =>
      completedDocument(withoutTwins(jsonSchemaTransformObject(made) as unknown as Document)) as never,
  });
  let text: string | undefined;
  return { document: () => (text ??= JSON.stringify(app.swagger())) };
}

const securitySchemes = {
  session: {
    type: 'apiKey',
    in: 'cookie',
    name: '__Host-terminsargs-session',
    description:
      'Set by signing in. What changes something must come with an Origin header that names the product. By plain HTTP the name lacks `__Host-`.',
  },
  token: {
    type: 'http',
    scheme: 'bearer',
    description:
      'A token of another system, made by an administrator and good for its scopes; in demo mode also a development token per demo person.',
  },
} as const;

/** Public routes need nothing, those around one's own sign-in a session; the rest as the document says for all. */
function securityOf(guard: Guard | undefined) {
  switch (guard) {
    case 'public':
      return [];
    case 'person':
    case 'halfSignedIn':
      return [{ session: [] }];
    case 'signedIn':
    case undefined:
      return undefined;
  }
}

const parameters = {
  ActingFor: {
    name: 'X-Acting-For',
    in: 'header',
    required: false,
    description: 'Id of the institution the caller acts for, where they work for several.',
    schema: { type: 'string' },
  },
  AcceptLanguage: {
    name: 'Accept-Language',
    in: 'header',
    required: false,
    description: 'Language of problems: `lv` (default) or `en`.',
    schema: { type: 'string' },
    example: 'en',
  },
} as const;

const headers = {
  RequestId: { description: 'Names the request in the log.', schema: { type: 'string', format: 'uuid' } },
  ETag: {
    description: 'Version of what is answered, for If-Match or If-None-Match.',
    schema: { type: 'string' },
    example: '"17"',
  },
  Location: { description: 'Address of the dossier.', schema: { type: 'string' } },
} as const;

/** Headers of successful answers, by operation. */
const answeredHeaders: Readonly<Record<string, readonly (keyof typeof headers)[]>> = {
  openDossier: ['ETag', 'Location'],
  readDossier: ['ETag'],
  recordFacts: ['ETag'],
  registerLearner: ['ETag', 'Location'],
  readLearner: ['ETag'],
  changeLearner: ['ETag'],
  changeContacts: ['ETag'],
  changeSiblings: ['ETag'],
  enrolLearner: ['ETag'],
  departLearner: ['ETag'],
  factVocabulary: ['ETag'],
};

const headerNames: Readonly<Record<string, string>> = {
  'idempotency-key': 'Idempotency-Key',
  'if-match': 'If-Match',
  'if-none-match': 'If-None-Match',
};

/** As much of the document as the pages and the additions below look at. */
export type Document = {
  readonly openapi: string;
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly servers: readonly { readonly url: string }[];
  readonly tags: readonly { readonly name: string; readonly description: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
};

export type Schema = Readonly<Record<string, unknown>>;

export type Media = { readonly schema?: Schema; readonly example?: unknown };

export type Operation = {
  readonly operationId?: string;
  readonly summary?: string;
  readonly description?: string;
  readonly tags?: readonly string[];
  readonly security?: readonly unknown[];
  readonly parameters?: readonly Schema[];
  readonly requestBody?: { readonly content: Readonly<Record<string, Media>> };
  readonly responses: Readonly<
    Record<
      string,
      {
        readonly description?: string;
        readonly headers?: Schema;
        readonly content?: Readonly<Record<string, Media>>;
      }
    >
  >;
};

type Response = Operation['responses'][string];

/** Adds the examples, and the headers that every operation takes and answers. */
function completedDocument(document: Document): Document {
  const paths = mapValues(document.paths, (operations) => mapValues(operations, completed));
  return { ...document, paths };
}

function completed(operation: Operation): Operation {
  const isPublic = operation.security?.length === 0;
  const shared = [
    ...(isPublic ? [] : [{ $ref: '#/components/parameters/ActingFor' }]),
    { $ref: '#/components/parameters/AcceptLanguage' },
  ];
  const body = operation.requestBody;
  const example = requestExamples[operation.operationId ?? ''];
  return {
    ...operation,
    parameters: [...(operation.parameters ?? []).map(withHeaderName), ...shared],
    ...(body === undefined || example === undefined
      ? {}
      : { requestBody: { ...body, content: mapValues(body.content, (media) => ({ ...media, example })) } }),
    responses: mapValues(operation.responses, (response, status) =>
      Number(status) < 400
        ? completedAnswer(response, Number(status), answeredHeaders[operation.operationId ?? ''] ?? [])
        : completedProblem(response, Number(status)),
    ),
  };
}

function withHeaderName(parameter: Schema): Schema {
  const name = headerNames[String(parameter['name'])];
  return name === undefined ? parameter : { ...parameter, name };
}

/** What an answer is, where it is not what was asked for. */
const answeredWith: Readonly<Record<number, string>> = {
  201: 'Recorded.',
  304: 'Unchanged since the ETag in If-None-Match; without content.',
};

function completedAnswer(
  response: Response,
  status: number,
  names: readonly (keyof typeof headers)[],
): Response {
  const description = answeredWith[status] ?? 'What was asked for.';
  const all = { 'X-Request-Id': reference('RequestId') };
  const own = Object.fromEntries(names.map((name) => [name, reference(name)]));
  return { ...response, description, headers: { ...all, ...own } };
}

function completedProblem(response: Response, status: number): Response {
  const content = mapValues(response.content ?? {}, (media) => ({
    ...media,
    example: problemExample(status),
  }));
  return { ...response, headers: { 'X-Request-Id': reference('RequestId') }, content };
}

function reference(header: keyof typeof headers): Schema {
  return { $ref: `#/components/headers/${header}` };
}

function mapValues<T, U>(
  record: Readonly<Record<string, T>>,
  change: (value: T, key: string) => U,
): Readonly<Record<string, U>> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value, key)]));
}
