import { StartupError } from './startup-error.ts';

type Coded = Error & {
  readonly code?: unknown;
  /** Several where postgres.js names all that it was given. */
  readonly address?: string | readonly string[];
  readonly port?: number | readonly number[];
};

type Explained = (code: string, where: string) => readonly [message: string, whatToDo: string];

const unreachable: Explained = (code, where) => [
  `Nothing answers at ${where} (${code}).`,
  'Start what should answer there (npm start runs everything), or correct the address: DATABASE_URL for PostgreSQL, TEMPORAL_ADDRESS for Temporal.',
];
const lost: Explained = (code, where) => [
  `The connection to ${where} was lost (${code}).`,
  'See that the server runs and stays up, then run the command again.',
];
const signInRefused: Explained = (code) => [
  `PostgreSQL refuses the user or the password (${code}).`,
  'Correct both in DATABASE_URL.',
];
const silentTemporal: Explained = (code) => [
  `Temporal does not answer (${code}).`,
  'Start it (npm start runs everything), or correct its address: TEMPORAL_ADDRESS.',
];

/** Codes of Node, of postgres.js and of PostgreSQL (SQLSTATE); Temporal's calls carry a number of gRPC. */
const explanations: ReadonlyMap<unknown, Explained> = new Map<unknown, Explained>([
  ...['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'ETIMEDOUT'].map(
    (code) => [code, unreachable] as const,
  ),
  ['CONNECT_TIMEOUT', unreachable],
  ...['ECONNRESET', 'EPIPE', 'CONNECTION_CLOSED', 'CONNECTION_ENDED', 'CONNECTION_DESTROYED'].map(
    (code) => [code, lost] as const,
  ),
  ...['57P01', '57P02'].map((code) => [code, lost] as const),
  ...['28P01', '28000'].map((code) => [code, signInRefused] as const),
  [
    '57P03',
    (code) => [`PostgreSQL is starting or stopping (${code}).`, 'Wait a moment and run the command again.'],
  ],
  [
    '53300',
    (code) => [
      `PostgreSQL has no connection left (${code}).`,
      'End what else uses it, or raise its max_connections.',
    ],
  ],
  [
    '3D000',
    (code) => [
      `The database does not exist (${code}).`,
      'Make it (createdb), or correct the name in DATABASE_URL.',
    ],
  ],
  [4, silentTemporal],
  [14, silentTemporal],
]);

/** What is told where a server cannot be reached or was lost, also as the cause of another error. */
export function explainConnectionFailure(error: unknown): StartupError | undefined {
  for (let seen = error; seen instanceof Error; seen = seen.cause) {
    const { code, address, port }: Coded = seen;
    const explain = explanations.get(code);
    if (explain === undefined) continue;
    const where = [address, port]
      .flat()
      .filter((part) => part !== undefined)
      .join(':');
    const [message, whatToDo] = explain(
      typeof code === 'number' ? `gRPC ${code}` : String(code),
      where === '' ? 'the server' : where,
    );
    return new StartupError(message, whatToDo, { cause: error });
  }
  return undefined;
}
