/**
 * Brings everything derived of a dossier up to its facts, in the caller's transaction: duties, steps, the steps
 * that are due, the notices owed for them, and who may see it. Called after every command and every firing.
 */
import { replaceAccess } from '../db/repositories/access.ts';
import { type DossierRecord, updateDossier } from '../db/repositories/dossiers.ts';
import { replaceDuties } from '../db/repositories/duties.ts';
import { insertNotices, releaseDigest } from '../db/repositories/notices.ts';
import { lastTakenDigest, type StepRow, syncSteps, takeDueSteps } from '../db/repositories/steps.ts';
import type { Transaction } from '../db/transaction.ts';
import { accessRows } from '../domain/access/access-rows.ts';
import type { DossierEvent } from '../domain/dossier/event.ts';
import { leadManager } from '../domain/dossier/state.ts';
import { type ComputedDossier, computeDossier } from '../domain/duty/compute-duties.ts';
import { digestStepAfter } from '../domain/duty/digest-step.ts';
import type { Party } from '../domain/duty/duty.ts';
import { type DutyStep, type NoticeDraft, planNotices } from '../domain/duty/plan-notices.ts';
import { recipientsOf } from '../domain/duty/recipients.ts';
import { calendarFor } from '../domain/duty/setting.ts';
import { stepsOf } from '../domain/duty/steps.ts';
import { type Instant, maxOf, plusMilliseconds } from '../domain/time.ts';
import { type DossierContext, digestMomentOf, hoursOf } from './dossier-context.ts';
import { productItself } from './product-itself.ts';

export type Refreshed = ComputedDossier & { readonly taken: readonly StepRow[] };

/** Two clocks differ: what falls due within this time is taken with what is due. */
export const takeAheadMs = 1_000;

/** `events` are all of the dossier's facts; `now` is the moment of the transaction. */
export async function refreshDossier(
  tx: Transaction,
  dossier: DossierRecord,
  events: readonly DossierEvent[],
  context: DossierContext,
  now: Instant,
): Promise<Refreshed> {
  const computed = computeDossier(context.procedure, events, context.setting);
  const horizon = plusMilliseconds(now, takeAheadMs);
  await replaceDuties(tx, dossier, computed.duties);
  const wanted = dutySteps(computed, context, horizon);
  await syncSteps(tx, dossier.id, [...wanted, ...(await digestRows(tx, dossier, context, null))]);
  const taken = await takeDueSteps(tx, dossier.id, horizon, now);
  await insertNotices(tx, dossier.id, noticesFor(taken, computed, context, now), now);
  if (taken.some((step) => step.name === 'digest')) {
    await releaseDigest(
      tx,
      dossier.homeInstitutionId,
      digestMomentOf(context, dossier.homeInstitutionId, now),
    );
    await syncSteps(tx, dossier.id, [...wanted, ...(await digestRows(tx, dossier, context, now))]);
  }
  // The product records facts too, and is nobody who sees: else who may see would hang on when this was called last.
  const access = accessRows({ ...computed, setting: context.setting });
  await replaceAccess(
    tx,
    dossier.id,
    access.filter(({ party }) => party.id !== productItself),
  );
  await updateDossier(tx, dossier.id, {
    kind: dossier.kind === 'institutionYear' ? 'institutionYear' : computed.state.phase,
    status: computed.state.closedBy === null ? 'open' : 'closed',
  });
  return { ...computed, taken };
}

function dutySteps(computed: ComputedDossier, context: DossierContext, horizon: Instant): readonly StepRow[] {
  const { setting, procedure } = context;
  const stepContext = {
    setting,
    escalation: setting.municipality.escalation ?? procedure.escalation,
    manager: managerOf(computed, context),
  };
  return computed.duties.flatMap((duty) =>
    stepsOf(duty, stepContext, horizon).map((step) => ({
      dutyKey: duty.key,
      generation: duty.generation,
      ...step,
    })),
  );
}

/** The present lead; where nobody was appointed, the class teacher. */
export function managerOf({ state }: ComputedDossier, { setting }: DossierContext): Party {
  const lead = leadManager(state);
  return {
    party: 'person',
    role: 'caseManager',
    institutionId: lead?.institutionId ?? setting.homeInstitutionId,
    personId: lead?.personId ?? setting.classTeacherId,
  };
}

/** An institution's year has one digest pending; after one was taken, the next comes after `takenAt`. */
async function digestRows(
  tx: Transaction,
  dossier: DossierRecord,
  { setting }: DossierContext,
  takenAt: Instant | null,
): Promise<readonly StepRow[]> {
  if (dossier.kind !== 'institutionYear' || dossier.status === 'closed') return [];
  const last = (await lastTakenDigest(tx, dossier.id)) ?? dossier.createdAt;
  const after = takenAt === null ? last : maxOf(last, takenAt);
  const calendar = calendarFor(setting, dossier.homeInstitutionId);
  return [{ dutyKey: '', generation: 0, urgency: 'digest', tell: [], ...digestStepAfter(calendar, after) }];
}

function noticesFor(
  taken: readonly StepRow[],
  computed: ComputedDossier,
  context: DossierContext,
  now: Instant,
): readonly NoticeDraft[] {
  const steps = taken.flatMap((row): readonly DutyStep[] =>
    row.name === 'digest'
      ? []
      : [{ dutyKey: row.dutyKey, generation: row.generation, step: { ...row, name: row.name } }],
  );
  const drafts = planNotices(steps, {
    recipients: (step) => recipientsOf(step.tell, context.staff, computed.state.excludedPersonIds),
    hoursOf: hoursOf(context),
    now,
  });
  return drafts.filter((draft) => !isOwnAct(draft, computed));
}

/** Nobody is told of what they have just recorded themselves; reminders and danger come all the same. */
function isOwnAct(draft: NoticeDraft, { duties, facts }: ComputedDossier): boolean {
  const duty = duties.find((one) => one.key === draft.dutyKey);
  if (duty === undefined) return false;
  if (draft.name === 'first') return duty.recordedBy === draft.recipientId;
  if (draft.name !== 'settled' || duty.settled === null) return false;
  const settledBy = new Set(duty.settled.eventIds);
  return facts.all.some(({ event }) => settledBy.has(event.id) && event.by === draft.recipientId);
}
