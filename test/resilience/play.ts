/** What resilience scenarios do to the product, and the oracle's looks at what came of it. */
import { randomUUID } from 'node:crypto';
import type { Actor, FactToRecord, Result, WriteMeta, Written } from '../../application/application.ts';
import { type Instant, instant } from '../../domain/time.ts';
import { timelineWorkflowId } from '../../temporal-config/timelines.ts';
import { markedLearner, markedWords } from '../leak/markers.ts';
import { freshWrite, type InProcess, type Instance } from '../support/in-process.ts';
import type { Person, SmallMunicipality } from '../support/small-municipality.ts';

/** A moment by the wall clock of Riga in winter. */
export function riga(text: string): Instant {
  return instant(new Date(`${text}+02:00`).toISOString());
}

/** The value of a result that must be one. */
export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result)}`);
  return result.value;
}

/** A case of the marked learner, opened by the class teacher. */
export async function openCase(
  { application }: Pick<Instance, 'application'>,
  place: SmallMunicipality,
  facts: readonly FactToRecord[],
  actor: Actor = place.teacher,
  meta: WriteMeta = freshWrite(),
): Promise<Written> {
  return valueOf(
    await application.openDossier(
      actor,
      {
        kind: 'case',
        schoolId: place.school,
        procedureId: 'national-2025',
        classTeacherId: place.teacher.personId,
        learner: markedLearner,
        facts,
      },
      meta,
    ),
  );
}

/** Hands the case over to the social service, which then owes an answer within five working days. */
export function handover(place: SmallMunicipality, referralId: string = randomUUID()): FactToRecord {
  return {
    type: 'referral.sent',
    data: { referralId, receiverId: place.socialService, kindCode: 'handover', channelCode: 'product' },
    words: markedWords,
  };
}

/** Something to begin a case with that is owed to nobody at once. */
export const risk: FactToRecord = {
  type: 'risk.identified',
  data: { riskCode: 'attendance' },
  words: markedWords,
};

export const danger: FactToRecord = { type: 'danger.suspected', data: {}, words: markedWords };

export async function record(
  { application }: Pick<Instance, 'application'>,
  actor: Actor,
  dossierId: string,
  ...facts: readonly FactToRecord[]
): Promise<Written> {
  return valueOf(await application.recordFacts(actor, dossierId, facts, freshWrite()));
}

/** Moves the clock and lets the second clock alone do what is due; the moment is passed by its patience. */
export async function sweepAt(product: InProcess, text: string): Promise<void> {
  await product.setClock(instant(new Date(Date.parse(`${text}+02:00`) + 121_000).toISOString()));
  await product.sweep();
}

/** Moves the clock, and wakes the workflows as the passing of time would. */
export async function ringAt(product: InProcess, text: string, dossierIds: readonly string[]): Promise<void> {
  await product.setClock(riga(text));
  for (const id of dossierIds) {
    await product.temporal.workflow.getHandle(timelineWorkflowId(id)).signal('changed');
  }
}

/** Message-IDs of the mails that the mail server took over for a person, in order of arrival. */
export function mailsTo(product: InProcess, person: Person): readonly (string | null)[] {
  return product.smtp.mails
    .filter((mail) => mail.fate === 'accepted' && mail.to.includes(person.mail))
    .map(({ messageId }) => messageId);
}

/** Labels of the timers that the dossier's present run waits for. */
export async function pendingTimers(product: InProcess, dossierId: string): Promise<readonly string[]> {
  const { events } = await product.temporal.workflow.getHandle(timelineWorkflowId(dossierId)).fetchHistory();
  const pending = new Map<string, string>();
  for (const event of events ?? []) {
    const started = event.timerStartedEventAttributes?.timerId;
    const ended =
      event.timerFiredEventAttributes?.timerId ?? event.timerCanceledEventAttributes?.timerId ?? undefined;
    if (started != null) {
      pending.set(started, JSON.parse(Buffer.from(event.userMetadata?.summary?.data ?? '""').toString()));
    }
    if (ended !== undefined) pending.delete(ended);
  }
  return [...pending.values()].sort();
}

/** Number of duties (and of digests) with a step still to come, and the moments of mails that wait: one timer each. */
export async function timersWanted(product: InProcess, dossierId: string): Promise<number> {
  const [row] = await product.sql<{ wanted: number }[]>`
    select (select count(distinct duty_key) from step where dossier_id = ${dossierId} and taken_at is null)::int
      + (exists (select from notice where dossier_id = ${dossierId} and state = 'owed' and send_at is not null))::int
      as wanted`;
  return row?.wanted ?? 0;
}

/** Dossiers whose clock has not read what happened last. */
export async function behind(product: InProcess): Promise<readonly string[]> {
  const rows = await product.sql<{ id: string }[]>`select id from dossier where clock_version <> version`;
  return rows.map(({ id }) => id);
}
