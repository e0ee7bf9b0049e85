/** The processes of the product in the embedded run: what is started, in which order, with which settings. */
import { asRole, type Settings } from '../../application/settings.ts';
import type { DataFolder, Secrets } from './data-folder.ts';
import type { NodeProcess } from './node-service.ts';
import type { PortWish } from './ports.ts';

/** Where the servers are and what the processes may know. */
export interface ProductPlace {
  readonly settings: Settings;
  readonly folder: DataFolder;
  readonly secrets: Secrets;
  /** As owner. */
  readonly databaseUrl: string;
  readonly temporalAddress: string;
  /** Environment that every process of ours gets: PATH, language, proxies, what the caller has set. */
  readonly baseEnv: NodeJS.ProcessEnv;
}

/** A script that runs once before the next is started, or one that stays. */
export type ProductProcess =
  | (NodeProcess & {
      readonly kind: 'once' /** Whether what it prints belongs on the screen. */;
      readonly shown: boolean;
    })
  | (NodeProcess & {
      readonly kind: 'service' /** What it prints once it can be used. */;
      readonly readyLine: string;
    });

/**
 * All processes in the order of their start. Each gets only the addresses that it needs: the owner's address of the
 * database goes to migrations and demo data alone.
 */
export function productProcesses(place: ProductPlace): readonly ProductProcess[] {
  const { settings, folder } = place;
  const apiUrl =
    settings.databaseUrlApi ?? asRole(place.databaseUrl, 'app_api', place.secrets.appApiPassword);
  const clockUrl =
    settings.databaseUrlClock ?? asRole(place.databaseUrl, 'app_clock', place.secrets.appClockPassword);
  const authUrl =
    settings.databaseUrlAuth ?? asRole(place.databaseUrl, 'app_auth', place.secrets.appAuthPassword);
  const verifyUrl =
    settings.databaseUrlVerify ?? asRole(place.databaseUrl, 'app_verify', place.secrets.appVerifyPassword);
  const common = commonEnvironment(place);
  const owner = {
    ...common,
    DATABASE_URL: place.databaseUrl,
    DATABASE_URL_API: apiUrl,
    DATABASE_URL_CLOCK: clockUrl,
    DATABASE_URL_AUTH: authUrl,
    DATABASE_URL_VERIFY: verifyUrl,
    // Who gives the address of a role, but no password, has set it in the database already.
    APP_API_PASSWORD:
      settings.appApiPassword ??
      (settings.databaseUrlApi === undefined ? place.secrets.appApiPassword : undefined),
    APP_CLOCK_PASSWORD:
      settings.appClockPassword ??
      (settings.databaseUrlClock === undefined ? place.secrets.appClockPassword : undefined),
    APP_AUTH_PASSWORD:
      settings.appAuthPassword ??
      (settings.databaseUrlAuth === undefined ? place.secrets.appAuthPassword : undefined),
  };
  const mailboxArgs = [
    '--smtp-port',
    `${settings.mailboxSmtpPort}`,
    '--http-port',
    `${settings.mailboxPort}`,
  ];
  const mailbox: ProductProcess = {
    kind: 'service',
    name: 'mailbox',
    entry: 'bin/mailbox.ts',
    args: [...mailboxArgs, '--data-dir', folder.mail],
    env: common,
    readyLine: 'mailbox ready',
  };
  return [
    { kind: 'once', name: 'migrate', entry: 'bin/migrate.ts', env: owner, shown: false },
    ...(settings.demoMode
      ? [{ kind: 'once', name: 'seed', entry: 'bin/seed.ts', env: owner, shown: true } as const]
      : []),
    ...(settings.smtpUrl === undefined ? [mailbox] : []),
    {
      kind: 'service',
      name: 'worker',
      entry: 'worker/main.ts',
      env: {
        ...common,
        DATABASE_URL_CLOCK: clockUrl,
        DATABASE_URL_VERIFY: verifyUrl,
        ANCHOR_FOLDER: settings.anchorFolder ?? folder.anchors,
      },
      readyLine: 'worker ready',
    },
    {
      kind: 'service',
      name: 'api',
      entry: 'api/server.ts',
      env: { ...common, DATABASE_URL_API: apiUrl, DATABASE_URL_AUTH: authUrl },
      readyLine: 'api ready',
    },
  ];
}

function commonEnvironment({ settings, folder, temporalAddress, baseEnv }: ProductPlace): NodeJS.ProcessEnv {
  const keys =
    settings.keyEncryptionKeys === undefined ? { KEY_FILE: settings.keyFile ?? folder.keyFile } : {};
  return {
    ...Object.fromEntries(Object.entries(baseEnv).filter(([name]) => !SECRETS_OF_OTHERS.has(name))),
    ...keys,
    TEMPORAL_ADDRESS: temporalAddress,
    TEMPORAL_NAMESPACE: settings.temporalNamespace,
    SMTP_URL: settings.smtpUrl ?? `smtp://127.0.0.1:${settings.mailboxSmtpPort}`,
    MAIL_FROM: baseEnv['MAIL_FROM'] ?? 'Termiņsargs <terminsargs@terminsargs.example>',
    PUBLIC_URL: addressesOf(settings).product,
    API_HOST: settings.apiHost,
    API_PORT: `${settings.apiPort}`,
    DEMO_MODE: `${settings.demoMode}`,
    LOG_LEVEL: settings.logLevel,
    TERMINSARGS_DATA: folder.root,
  };
}

/** Who may sign in where is given to each process by name. */
const SECRETS_OF_OTHERS: ReadonlySet<string> = new Set([
  'DATABASE_URL',
  'DATABASE_URL_API',
  'DATABASE_URL_CLOCK',
  'DATABASE_URL_AUTH',
  'DATABASE_URL_VERIFY',
  'APP_API_PASSWORD',
  'APP_CLOCK_PASSWORD',
  'APP_AUTH_PASSWORD',
  'APP_VERIFY_PASSWORD',
]);

/** Addresses for people, first on the screen. */
export interface Addresses {
  readonly product: string;
  readonly mailbox: string | undefined;
  readonly temporal: string | undefined;
}

/** Where people find things. What is not embedded has no address of ours. */
export function addressesOf(settings: Settings): Addresses {
  return {
    // Browsers make passkeys for names only, also on one machine.
    product:
      settings.publicUrl ??
      `http://${settings.apiHost === '127.0.0.1' ? 'localhost' : settings.apiHost}:${settings.apiPort}`,
    mailbox: settings.smtpUrl === undefined ? `http://127.0.0.1:${settings.mailboxPort}` : undefined,
    temporal:
      settings.temporalAddress === undefined ? `http://127.0.0.1:${settings.temporalUiPort}` : undefined,
  };
}

/** The ports that the embedded run listens on with these settings. */
export function portsOf(settings: Settings): readonly PortWish[] {
  const wishes: PortWish[] = [{ purpose: 'the product', port: settings.apiPort, variable: 'API_PORT' }];
  if (settings.smtpUrl === undefined) {
    wishes.push({ purpose: 'the mail inbox', port: settings.mailboxSmtpPort, variable: 'MAILBOX_SMTP_PORT' });
    wishes.push({ purpose: "the mail inbox's page", port: settings.mailboxPort, variable: 'MAILBOX_PORT' });
  }
  if (settings.databaseUrl === undefined) {
    wishes.push({ purpose: 'PostgreSQL', port: settings.postgresPort, variable: 'POSTGRES_PORT' });
  }
  if (settings.temporalAddress === undefined) {
    wishes.push({ purpose: 'Temporal', port: settings.temporalPort, variable: 'TEMPORAL_PORT' });
    wishes.push({
      purpose: "Temporal's web page",
      port: settings.temporalUiPort,
      variable: 'TEMPORAL_UI_PORT',
    });
  }
  return wishes;
}
