/** Reads from the database what a moment has brought: facts, duties, steps, mails. Each is told once. */
import { messageIdFor } from '../../application/mailer/mail-address.ts';
import { productItself } from '../../application/product-itself.ts';
import { loadDuties } from '../../db/repositories/duties.ts';
import { loadEvents } from '../../db/repositories/events.ts';
import { asClock } from '../../db/transaction.ts';
import type { DossierEvent } from '../../domain/dossier/event.ts';
import type { Duty, SettledHow, StepName, ToldAs } from '../../domain/duty/duty.ts';
import type { Instant } from '../../domain/time.ts';
import { mailFrom } from './assemble-product.ts';
import type { Stack } from './stack.ts';

export type ObservedDossier = {
  readonly id: string;
  /** Null for an institution's school year. */
  readonly caseNumber: string | null;
  readonly homeInstitutionId: string;
};

export type Recipient = { readonly personId: string; readonly toldAs: ToldAs };

export type Observation =
  | { readonly what: 'fact'; readonly dossier: ObservedDossier; readonly event: DossierEvent }
  | {
      readonly what: 'duty';
      readonly dossier: ObservedDossier;
      readonly duty: Duty;
      readonly change: 'started' | 'takenOver' | 'changed' | 'reopened' | 'vanished' | SettledHow;
    }
  | {
      readonly what: 'step';
      readonly dossier: ObservedDossier;
      readonly duty: Duty;
      readonly name: StepName;
      readonly at: Instant;
      readonly recipients: readonly Recipient[];
    }
  | {
      readonly what: 'mail';
      readonly kind: 'danger' | 'notices' | 'digest';
      readonly personId: string;
      readonly says: readonly {
        readonly dossier: ObservedDossier;
        readonly duty: Duty;
        readonly name: StepName;
      }[];
    };

export type Observer = {
  /** What is new since the last time; `now` is the clock's moment, at which all of it was done. */
  look(now: Instant): Promise<readonly Observation[]>;
};

type Known = { version: number; lastSeq: number; duties: ReadonlyMap<string, Duty> };
type StepRow = {
  dossierId: string;
  dutyKey: string;
  generation: number;
  name: StepName;
  n: number;
  at: Instant;
};
type NoticeRow = Omit<StepRow, 'at'> & { personId: string; toldAs: ToldAs };
type MailRow = { id: string; personId: string; kind: 'danger' | 'notices' | 'digest'; state: string };

export function observe({ owner, sink }: Stack): Observer {
  const dossiers = new Map<string, ObservedDossier>();
  const known = new Map<string, Known>();
  const told = new Set<string>();
  const firstTime = (key: string) => !told.has(key) && told.add(key) !== undefined;
  const dutyOf = (dossierId: string, key: string) => known.get(dossierId)?.duties.get(key);

  return {
    async look(now) {
      return [...(await factsAndDuties()), ...(await steps(now)), ...(await mails(now))];
    },
  };

  async function factsAndDuties(): Promise<readonly Observation[]> {
    const rows = await owner.client<(ObservedDossier & { version: number })[]>`
      select id, case_number as "caseNumber", home_institution_id as "homeInstitutionId", version from dossier`;
    const found: Observation[] = [];
    for (const { version, ...dossier } of rows) {
      dossiers.set(dossier.id, dossier);
      const before = known.get(dossier.id) ?? { version: 0, lastSeq: 0, duties: new Map() };
      if (before.version === version) continue;
      const { events, duties } = await asClock(owner, async (tx) => ({
        events: await loadEvents(tx, dossier.id),
        duties: new Map((await loadDuties(tx, dossier.id)).map((duty) => [duty.key, duty])),
      }));
      const fresh = events.filter(({ seq, by }) => seq > before.lastSeq && by !== productItself);
      found.push(
        ...fresh.map((event) => ({ what: 'fact', dossier, event }) as const),
        ...changes(before.duties, duties).map((change) => ({ what: 'duty', dossier, ...change }) as const),
      );
      known.set(dossier.id, { version, lastSeq: events.at(-1)?.seq ?? 0, duties });
    }
    return found;
  }

  async function steps(now: Instant): Promise<readonly Observation[]> {
    const rows = await owner.client<StepRow[]>`
      select dossier_id as "dossierId", duty_key as "dutyKey", generation, name, n, at
      from step where taken_at >= ${now}::timestamptz and name <> 'digest'`;
    const notices = await owner.client<NoticeRow[]>`
      select dossier_id as "dossierId", duty_key as "dutyKey", generation, name, n,
        recipient_person as "personId", told_as as "toldAs"
      from notice where created_at >= ${now}::timestamptz`;
    return rows
      .filter((row) => firstTime(stepKey(row)))
      .flatMap((row): readonly Observation[] => {
        const dossier = dossiers.get(row.dossierId);
        const duty = dutyOf(row.dossierId, row.dutyKey);
        if (dossier === undefined || duty === undefined) return [];
        const recipients = notices.filter((notice) => stepKey(notice) === stepKey(row));
        // Nobody is told of their own act: where all were its authors, nothing was said.
        if (recipients.length === 0 && (row.name === 'first' || row.name === 'settled')) return [];
        return [{ what: 'step', dossier, duty, name: row.name, at: momentOf(row.at), recipients }];
      });
  }

  async function mails(now: Instant): Promise<readonly Observation[]> {
    const rows = await owner.client<MailRow[]>`
      select id, recipient_person as "personId", kind, state from mail
      where created_at >= ${now}::timestamptz`;
    const fresh = rows.filter(({ id }) => firstTime(id));
    const found: Observation[] = [];
    for (const { id, personId, kind, state } of fresh) {
      if (state !== 'sent' || !sink.received.includes(messageIdFor(id, mailFrom.address))) {
        throw new Error('a mail was not handed over');
      }
      const notices = await owner.client<StepRow[]>`
        select dossier_id as "dossierId", duty_key as "dutyKey", generation, name, n
        from notice where mail_id = ${id}::uuid`;
      const says = notices.flatMap(({ dossierId, dutyKey, name }) => {
        const dossier = dossiers.get(dossierId);
        const duty = dutyOf(dossierId, dutyKey);
        return dossier === undefined || duty === undefined ? [] : [{ dossier, duty, name }];
      });
      found.push({ what: 'mail', kind, personId, says });
    }
    return found;
  }
}

function stepKey({ dossierId, dutyKey, generation, name, n }: Omit<StepRow, 'at'>): string {
  return JSON.stringify([dossierId, dutyKey, generation, name, n]);
}

/** PostgreSQL's own spelling, as the client gives it, into ours. */
function momentOf(text: string): Instant {
  return new Date(text).toISOString() as Instant;
}

type Change = {
  readonly duty: Duty;
  readonly change: Extract<Observation, { readonly what: 'duty' }>['change'];
};

function changes(before: ReadonlyMap<string, Duty>, after: ReadonlyMap<string, Duty>): readonly Change[] {
  const vanished = [...before.values()]
    .filter(({ key }) => !after.has(key))
    .map((duty): Change => ({ duty, change: 'vanished' }));
  return [...[...after.values()].flatMap((duty) => changesOf(before.get(duty.key), duty)), ...vanished];
}

function changesOf(before: Duty | undefined, duty: Duty): readonly Change[] {
  const { settled } = duty;
  const wasSettled = before !== undefined && before.settled !== null;
  if (before !== undefined && settled === null && wasSettled) return [{ duty, change: 'reopened' }];
  const started: readonly Change[] =
    before === undefined ? [{ duty, change: duty.takenOver ? 'takenOver' : 'started' }] : [];
  const changed: readonly Change[] =
    before !== undefined && settled === null && promise(before) !== promise(duty)
      ? [{ duty, change: 'changed' }]
      : [];
  const ended: readonly Change[] = settled !== null && !wasSettled ? [{ duty, change: settled.how }] : [];
  return [...started, ...changed, ...ended];
}

/** Who owes it to whom, and until when. */
function promise({ due, owedBy, owedTo, generation }: Duty): string {
  return JSON.stringify([due, owedBy, owedTo, generation]);
}
