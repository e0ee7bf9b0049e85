/**
 * The one place that reads the environment. Everything else takes values of `Settings`; whoever runs a process
 * finds every variable here, with its meaning.
 */
import { z } from 'zod';
import { type CrashPoint, crashPoints } from './crash-points.ts';
import { type KeyEncryptionKey, parseKeyEncryptionKeys } from './key-encryption-keys.ts';
import type { ImapSettings } from './replies/imap-settings.ts';
import {
  flag,
  host,
  hostAndPort,
  imapUrl,
  logLevel,
  namespace,
  networks,
  password,
  port,
  postgresUrl,
  replyMailbox,
  sender,
  smtpUrl,
  text,
  webUrl,
} from './settings-fields.ts';
import type { PasswordCost } from './sign-in/password-hash.ts';

/** The environment asks for something that cannot be; the message names every problem at once. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
  readonly problems: readonly string[];
  readonly whatToDo =
    'Correct these environment variables and run the command again. application/settings.ts describes all of them.';

  constructor(problems: readonly string[]) {
    super(`The settings are wrong:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
    this.problems = problems;
  }
}

const environment = z.object({
  /** Owner of the tables: migrations only. The other processes run without it. */
  DATABASE_URL: postgresUrl.optional(),
  /** Role `app_api`. Without it: DATABASE_URL's server, with APP_API_PASSWORD. */
  DATABASE_URL_API: postgresUrl.optional(),
  APP_API_PASSWORD: password.optional(),
  /** Role `app_clock`. Without it: DATABASE_URL's server, with APP_CLOCK_PASSWORD. */
  DATABASE_URL_CLOCK: postgresUrl.optional(),
  APP_CLOCK_PASSWORD: password.optional(),
  /** Role `app_auth`. Without it: DATABASE_URL's server, with APP_AUTH_PASSWORD. */
  DATABASE_URL_AUTH: postgresUrl.optional(),
  APP_AUTH_PASSWORD: password.optional(),
  /** Role `app_verify`, for the nightly verification. Without it: DATABASE_URL's server, with APP_VERIFY_PASSWORD. */
  DATABASE_URL_VERIFY: postgresUrl.optional(),
  APP_VERIFY_PASSWORD: password.optional(),
  /** Where the heads of all chains are kept each day: a place that the database's administrator cannot write. */
  ANCHOR_FOLDER: z.string().optional(),

  /** host:port of the Temporal server: a cluster or Temporal Cloud. */
  TEMPORAL_ADDRESS: hostAndPort.optional(),
  TEMPORAL_NAMESPACE: namespace.default('terminsargs'),
  /** Speak TLS. Follows from the API key or a TLS file. */
  TEMPORAL_TLS: flag.optional(),
  TEMPORAL_TLS_SERVER_NAME: host.optional(),
  TEMPORAL_TLS_SERVER_CA_CERT_PATH: z.string().optional(),
  TEMPORAL_TLS_CLIENT_CERT_PATH: z.string().optional(),
  TEMPORAL_TLS_CLIENT_KEY_PATH: z.string().optional(),
  TEMPORAL_API_KEY: z.string().optional(),

  /** Where mail is handed over. */
  SMTP_URL: smtpUrl.optional(),
  MAIL_FROM: sender.optional(),
  /** Mailbox for replies to notices, which the worker reads; its server must take `name+anything@`. With IMAP_URL. */
  MAIL_REPLY_ADDRESS: replyMailbox.optional(),
  /** imaps://user:password@host:993/INBOX. A mailbox for nothing else: what is read is marked as read. */
  IMAP_URL: imapUrl.optional(),
  /** What links in mails begin with. */
  PUBLIC_URL: webUrl.optional(),
  API_HOST: host.default('127.0.0.1'),
  API_PORT: port.default(4300),
  /** Addresses or networks (10.0.0.0/8) of the proxies in front of the API, parted by commas; only their X-Forwarded-For is believed. */
  TRUSTED_PROXIES: networks.default([]),

  /** Municipalities' identity providers: a file with a JSON list (`sign-in/load-providers.ts` says of what). */
  OIDC_PROVIDERS_FILE: z.string().optional(),
  /** What hashing a password costs. Less than OWASP's least for argon2id is not taken. */
  PASSWORD_MEMORY_KIB: z.coerce
    .number({ error: 'must be a number of KiB' })
    .int()
    .min(19_456)
    .max(1_048_576)
    .default(19_456),
  PASSWORD_PASSES: z.coerce.number({ error: 'must be a number' }).int().min(2).max(16).default(2),

  /** Keys that wrap the data keys: `id:base64` of 32 bytes each, the newest first. In a file (mounted secret) … */
  KEY_FILE: z.string().optional(),
  /** … or here, parted by commas. */
  KEY_ENCRYPTION_KEYS: text(parseKeyEncryptionKeys).optional(),

  /** Training: invented people, sign-in without passwords. Never with real data. */
  DEMO_MODE: flag.default(false),
  LOG_LEVEL: logLevel.default('info'),
  /** Seconds between two rounds of the sweep. Less than a minute is for tests. */
  SWEEP_SECONDS: z.coerce.number({ error: 'must be a number of seconds' }).int().min(1).max(3600).default(60),
  /** Makes the process die at a named place; only a training database takes it. For tests. */
  CRASH_AT: z.enum(crashPoints).optional(),

  /** The embedded run only: its folders and ports. */
  TERMINSARGS_DATA: z.string().optional(),
  TERMINSARGS_CACHE: z.string().optional(),
  POSTGRES_PORT: port.default(4332),
  TEMPORAL_PORT: port.default(4333),
  TEMPORAL_UI_PORT: port.default(4334),
  MAILBOX_SMTP_PORT: port.default(4325),
  MAILBOX_PORT: port.default(4380),
});

type Environment = z.output<typeof environment>;

/** What the environment says, checked. Absent means: not set. */
export interface Settings {
  readonly databaseUrl: string | undefined;
  readonly databaseUrlApi: string | undefined;
  readonly databaseUrlClock: string | undefined;
  readonly databaseUrlAuth: string | undefined;
  /** Migrations give these passwords to the roles; a role keeps its own where none is set. */
  readonly appApiPassword: string | undefined;
  readonly appClockPassword: string | undefined;
  readonly appAuthPassword: string | undefined;
  /** Undefined: this process verifies no chains. */
  readonly databaseUrlVerify: string | undefined;
  readonly anchorFolder: string | undefined;
  readonly temporalAddress: string | undefined;
  readonly temporalNamespace: string;
  readonly temporalTls: TemporalTlsSettings | undefined;
  readonly temporalApiKey: string | undefined;
  readonly smtpUrl: string | undefined;
  readonly mailFrom: Environment['MAIL_FROM'];
  readonly replyMailbox: string | undefined;
  readonly imap: ImapSettings | undefined;
  /** Without a slash at the end. */
  readonly publicUrl: string | undefined;
  readonly apiHost: string;
  readonly apiPort: number;
  readonly trustedProxies: readonly string[];
  readonly oidcProvidersFile: string | undefined;
  readonly passwordCost: PasswordCost;
  readonly keyFile: string | undefined;
  readonly keyEncryptionKeys: readonly KeyEncryptionKey[] | undefined;
  readonly demoMode: boolean;
  readonly logLevel: Environment['LOG_LEVEL'];
  readonly sweepEveryMs: number;
  readonly crashAt: CrashPoint | undefined;
  readonly dataDir: string | undefined;
  readonly cacheDir: string | undefined;
  readonly postgresPort: number;
  readonly temporalPort: number;
  readonly temporalUiPort: number;
  readonly mailboxSmtpPort: number;
  readonly mailboxPort: number;
}

/** Names of PEM files. */
export interface TemporalTlsSettings {
  readonly serverName: string | undefined;
  readonly serverCaFile: string | undefined;
  readonly clientCertFile: string | undefined;
  readonly clientKeyFile: string | undefined;
}

/** Settings of which some are surely there. */
export type SettingsWith<Needed extends keyof Settings> = Settings & {
  readonly [Name in Needed]-?: NonNullable<Settings[Name]>;
};

/** The variable to name when a setting is missing. */
const VARIABLE: Readonly<Partial<Record<keyof Settings, string>>> = {
  databaseUrl: 'DATABASE_URL',
  databaseUrlApi: 'DATABASE_URL_API',
  databaseUrlClock: 'DATABASE_URL_CLOCK',
  databaseUrlAuth: 'DATABASE_URL_AUTH',
  temporalAddress: 'TEMPORAL_ADDRESS',
  smtpUrl: 'SMTP_URL',
  mailFrom: 'MAIL_FROM',
  publicUrl: 'PUBLIC_URL',
  keyFile: 'KEY_FILE',
  keyEncryptionKeys: 'KEY_ENCRYPTION_KEYS',
  dataDir: 'TERMINSARGS_DATA',
};

/**
 * Reads and checks the environment. Empty variables count as not set. `needed` names what this process cannot run
 * without. Throws SettingsError with every problem: which variable, what is wrong, what would be right.
 */
export function readSettings<Needed extends keyof Settings = never>(
  env: Readonly<Record<string, string | undefined>>,
  needed: readonly Needed[] = [],
): SettingsWith<Needed> {
  const set = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
  const parsed = environment.safeParse(set);
  const problems = parsed.success
    ? contradictions(parsed.data)
    : parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
  const settings = parsed.success ? toSettings(parsed.data) : undefined;
  for (const name of needed) {
    const variable = VARIABLE[name] ?? name;
    const missing = settings === undefined ? set[variable] === undefined : settings[name] === undefined;
    if (missing && !mayBeDerived(variable, set))
      problems.push(`${variable} is not set, and this process needs it`);
  }
  if (settings === undefined || problems.length > 0) throw new SettingsError(problems);
  return settings as SettingsWith<Needed>;
}

/** A role's address that follows from other variables: missing only when they are, too. */
function mayBeDerived(variable: string, set: Readonly<Record<string, unknown>>): boolean {
  const source = {
    DATABASE_URL_API: 'APP_API_PASSWORD',
    DATABASE_URL_CLOCK: 'APP_CLOCK_PASSWORD',
    DATABASE_URL_AUTH: 'APP_AUTH_PASSWORD',
  }[variable];
  return source !== undefined && set[source] !== undefined && set['DATABASE_URL'] !== undefined;
}

/** Rules between variables. */
function contradictions(env: Environment): string[] {
  const problems: string[] = [];
  const hasCert = env.TEMPORAL_TLS_CLIENT_CERT_PATH !== undefined;
  const hasKey = env.TEMPORAL_TLS_CLIENT_KEY_PATH !== undefined;
  if (hasCert !== hasKey) {
    const [given, missing] = hasCert
      ? ['TEMPORAL_TLS_CLIENT_CERT_PATH', 'TEMPORAL_TLS_CLIENT_KEY_PATH']
      : ['TEMPORAL_TLS_CLIENT_KEY_PATH', 'TEMPORAL_TLS_CLIENT_CERT_PATH'];
    problems.push(`${missing} is not set; it belongs with ${given}`);
  }
  if (env.TEMPORAL_TLS === false && impliesTls(env)) {
    problems.push('TEMPORAL_TLS is false; it must be true (or not set) with an API key or certificates');
  }
  if ((env.MAIL_REPLY_ADDRESS === undefined) !== (env.IMAP_URL === undefined)) {
    const [given, missing] =
      env.IMAP_URL === undefined ? ['MAIL_REPLY_ADDRESS', 'IMAP_URL'] : ['IMAP_URL', 'MAIL_REPLY_ADDRESS'];
    problems.push(`${missing} is not set; it belongs with ${given}`);
  }
  if (env.KEY_FILE !== undefined && env.KEY_ENCRYPTION_KEYS !== undefined) {
    problems.push('KEY_ENCRYPTION_KEYS is set together with KEY_FILE; set one of them');
  }
  return problems;
}

function impliesTls(env: Environment): boolean {
  return [
    env.TEMPORAL_API_KEY,
    env.TEMPORAL_TLS_SERVER_NAME,
    env.TEMPORAL_TLS_SERVER_CA_CERT_PATH,
    env.TEMPORAL_TLS_CLIENT_CERT_PATH,
  ].some((value) => value !== undefined);
}

function toSettings(env: Environment): Settings {
  return {
    databaseUrl: env.DATABASE_URL,
    databaseUrlApi: env.DATABASE_URL_API ?? asRole(env.DATABASE_URL, 'app_api', env.APP_API_PASSWORD),
    databaseUrlClock: env.DATABASE_URL_CLOCK ?? asRole(env.DATABASE_URL, 'app_clock', env.APP_CLOCK_PASSWORD),
    databaseUrlAuth: env.DATABASE_URL_AUTH ?? asRole(env.DATABASE_URL, 'app_auth', env.APP_AUTH_PASSWORD),
    databaseUrlVerify:
      env.DATABASE_URL_VERIFY ?? asRole(env.DATABASE_URL, 'app_verify', env.APP_VERIFY_PASSWORD),
    anchorFolder: env.ANCHOR_FOLDER,
    appApiPassword: env.APP_API_PASSWORD,
    appClockPassword: env.APP_CLOCK_PASSWORD,
    appAuthPassword: env.APP_AUTH_PASSWORD,
    temporalAddress: env.TEMPORAL_ADDRESS,
    temporalNamespace: env.TEMPORAL_NAMESPACE,
    temporalTls: (env.TEMPORAL_TLS ?? impliesTls(env)) ? tlsOf(env) : undefined,
    temporalApiKey: env.TEMPORAL_API_KEY,
    smtpUrl: env.SMTP_URL,
    mailFrom: env.MAIL_FROM,
    replyMailbox: env.MAIL_REPLY_ADDRESS,
    imap: env.IMAP_URL,
    publicUrl: env.PUBLIC_URL,
    apiHost: env.API_HOST,
    apiPort: env.API_PORT,
    trustedProxies: env.TRUSTED_PROXIES,
    oidcProvidersFile: env.OIDC_PROVIDERS_FILE,
    passwordCost: { memoryKib: env.PASSWORD_MEMORY_KIB, passes: env.PASSWORD_PASSES },
    keyFile: env.KEY_FILE,
    keyEncryptionKeys: env.KEY_ENCRYPTION_KEYS,
    demoMode: env.DEMO_MODE,
    logLevel: env.LOG_LEVEL,
    sweepEveryMs: env.SWEEP_SECONDS * 1_000,
    crashAt: env.CRASH_AT,
    dataDir: env.TERMINSARGS_DATA,
    cacheDir: env.TERMINSARGS_CACHE,
    postgresPort: env.POSTGRES_PORT,
    temporalPort: env.TEMPORAL_PORT,
    temporalUiPort: env.TEMPORAL_UI_PORT,
    mailboxSmtpPort: env.MAILBOX_SMTP_PORT,
    mailboxPort: env.MAILBOX_PORT,
  };
}

function tlsOf(env: Environment): TemporalTlsSettings {
  return {
    serverName: env.TEMPORAL_TLS_SERVER_NAME,
    serverCaFile: env.TEMPORAL_TLS_SERVER_CA_CERT_PATH,
    clientCertFile: env.TEMPORAL_TLS_CLIENT_CERT_PATH,
    clientKeyFile: env.TEMPORAL_TLS_CLIENT_KEY_PATH,
  };
}

/** The same server and database, signed in as another role. */
export function asRole(ownerUrl: string, role: string, rolePassword: string): string;
export function asRole(
  ownerUrl: string | undefined,
  role: string,
  rolePassword: string | undefined,
): string | undefined;
export function asRole(
  ownerUrl: string | undefined,
  role: string,
  rolePassword: string | undefined,
): string | undefined {
  if (ownerUrl === undefined || rolePassword === undefined) return undefined;
  const url = new URL(ownerUrl);
  url.username = encodeURIComponent(role);
  url.password = encodeURIComponent(rolePassword);
  return url.href;
}
