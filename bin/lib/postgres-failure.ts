import { StartupError } from './startup-error.ts';

/** What is known about a failed start of PostgreSQL. */
export interface PostgresFailure {
  readonly output: string;
  readonly port: number;
  readonly cluster: string;
  readonly logFile: string;
  /** What ended: “exit code 1”, “signal SIGKILL”, “no answer within 60 s”. */
  readonly ending: string;
  /** Free bytes on the disk of the cluster. A full disk often swallows the message that says so. */
  readonly freeBytes: number;
}

const HARDLY_ANY_BYTES = 32 * 1024 * 1024;

const KNOWN: readonly {
  readonly applies: (failure: PostgresFailure) => boolean;
  readonly message: (failure: PostgresFailure) => string;
  readonly whatToDo: (failure: PostgresFailure) => string;
}[] = [
  {
    applies: (f) =>
      f.freeBytes < HARDLY_ANY_BYTES || /No space left on device|Disk quota exceeded/.test(f.output),
    message: (f) => `PostgreSQL has no disk space left for ${f.cluster}.`,
    whatToDo: () => 'Free some space, or put the data elsewhere: TERMINSARGS_DATA=…',
  },
  {
    applies: says(/Address already in use|could not bind IPv4/),
    message: (f) => `PostgreSQL cannot listen on port ${f.port}: it is taken by another program.`,
    whatToDo: () =>
      'Stop that program (perhaps another Termiņsargs), or choose another port: POSTGRES_PORT=…',
  },
  {
    applies: says(/database files are incompatible with server|was initialized by PostgreSQL version/),
    message: (f) => `The data in ${f.cluster} was made by another release of PostgreSQL.`,
    whatToDo: () =>
      'Begin anew (all data of this folder is lost): npm start -- --fresh. To keep it, start the older release of Termiņsargs and move the data.',
  },
  {
    applies: says(/wrong ownership|Permission denied|invalid permissions/),
    message: (f) => `PostgreSQL may not read or write its data in ${f.cluster}.`,
    whatToDo: () =>
      'The folder must belong to the user who runs it, and to nobody else (mode 0700). Correct the owner, or put the data elsewhere: TERMINSARGS_DATA=…',
  },
  {
    applies: says(/error while loading shared libraries|GLIBC_|Library not loaded/),
    message: () => 'The embedded PostgreSQL cannot run on this system: a library is missing.',
    whatToDo: () => 'It needs glibc (not Alpine). Give a PostgreSQL of your own: DATABASE_URL=…',
  },
  {
    applies: says(/could not (map anonymous|create) shared memory|Cannot allocate memory/),
    message: () => 'PostgreSQL gets no memory from this system.',
    whatToDo: () =>
      'Free about 300 MB of memory (in a container: raise its limit) and run the command again.',
  },
  {
    applies: says(
      /could not locate a valid checkpoint|invalid checkpoint|PANIC:|data checksums? .* fail|could not read .*: read only/i,
    ),
    message: (f) => `PostgreSQL's data in ${f.cluster} is damaged.`,
    whatToDo: (f) =>
      `Restore a backup; the details are in ${f.logFile}. Training data: begin anew with npm start -- --fresh.`,
  },
];

/** Applies when the server wrote so. */
function says(sign: RegExp): (failure: PostgresFailure) => boolean {
  return (failure) => sign.test(failure.output);
}

/** One clear message for what PostgreSQL wrote when it did not come up. */
export function explainPostgresFailure(failure: PostgresFailure): StartupError {
  const known = KNOWN.find((candidate) => candidate.applies(failure));
  if (known !== undefined) return new StartupError(known.message(failure), known.whatToDo(failure));
  const last = failure.output.trimEnd().split('\n').slice(-3).join('\n    ');
  return new StartupError(
    `PostgreSQL did not start (${failure.ending}). Its last words:\n    ${last === '' ? '(none)' : last}`,
    `Read ${failure.logFile}, or give a PostgreSQL of your own: DATABASE_URL=…`,
  );
}
