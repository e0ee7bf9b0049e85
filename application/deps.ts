/** What the two sides of the application are made with. */
import type { Database } from '../db/connect.ts';
import type { KeyProvider } from '../db/encryption/key-provider.ts';
import type { Mailer } from './mailer/mailer.ts';
import type { Clock, Log, Timelines } from './ports.ts';

/** For people's commands and questions: role `app_api`, bound to the actor of each transaction. */
export type ApiDeps = {
  readonly database: Database;
  readonly clock: Clock;
  readonly timelines: Timelines;
  readonly keys: KeyProvider;
  readonly log: Log;
};

/** For timers, sweep and delivery: role `app_clock`, which sees facts and no words. */
export type ClockDeps = {
  readonly database: Database;
  readonly clock: Clock;
  readonly timelines: Timelines;
  readonly mailer: Mailer;
  readonly log: Log;
  /** Where links in mails lead. */
  readonly publicUrl: string;
  /** Domain of Message-IDs. */
  readonly mailFrom: string;
  readonly training: boolean;
  /** The mailbox in which replies are read; absent where none is. */
  readonly replyMailbox?: string | undefined;
};
