/**
 * Brings everything derived of dossiers up to their facts, in the caller's transaction: duties, steps, the steps that
 * are due, the notices owed for them, and who may see them. Called after every command and every firing; one dossier
 * is a set of one.
 */
import {
  type AccessChanges,
  accessChanges,
  loadAccessRows,
  type StoredAccess,
  writeAccess,
} from '../db/repositories/access.ts';
import { type DossierChange, type DossierRecord, updateDossiers } from '../db/repositories/dossiers.ts';
import {
  type DutyChanges,
  type DutyRow,
  dutyChanges,
  loadDutyRows,
  writeDuties,
} from '../db/repositories/duties.ts';
import { insertNotices, type OwedNotice, releaseDigest } from '../db/repositories/notices.ts';
import {
  lastTakenDigest,
  loadSteps,
  nextStepAt,
  type StepChanges,
  type StepRow,
  type StoredStep,
  stepChanges,
  syncSteps,
  takeDueSteps,
  writeSteps,
} from '../db/repositories/steps.ts';
import type { Transaction } from '../db/transaction.ts';
import { accessRows } from '../domain/access/access-rows.ts';
import { standInRows } from '../domain/access/stand-in-rows.ts';
import type { DossierEvent } from '../domain/dossier/event.ts';
import { leadManager } from '../domain/dossier/state.ts';
import { type ComputedDossier, computeDossier } from '../domain/duty/compute-duties.ts';
import { digestStepAfter } from '../domain/duty/digest-step.ts';
import type { Party } from '../domain/duty/duty.ts';
import { type DutyStep, type NoticeDraft, planNotices } from '../domain/duty/plan-notices.ts';
import { recipientsOf } from '../domain/duty/recipients.ts';
import { calendarFor } from '../domain/duty/setting.ts';
import { escalationIn, type StepContext, stepsOf } from '../domain/duty/steps.ts';
import { type Instant, maxOf, plusMilliseconds } from '../domain/time.ts';
import { type DossierContext, digestMomentOf, hoursOf } from './dossier-context.ts';
import { guestMunicipalities } from './guest-institutions.ts';
import { productItself } from './product-itself.ts';

/** A dossier's facts and setting, and what is stored of what derives from them. */
export type Refreshable = {
  readonly dossier: DossierRecord;
  /** All of the dossier's facts. */
  readonly events: readonly DossierEvent[];
  readonly context: DossierContext;
  readonly derived: Derived;
};

export type Derived = {
  readonly duties: readonly DutyRow[];
  readonly steps: readonly StoredStep[];
  readonly access: readonly StoredAccess[];
};

/** What the facts give, and what has to be written for it. */
export type Refresh = ComputedDossier & {
  readonly dossier: DossierRecord;
  readonly taken: readonly StepRow[];
  readonly notices: readonly OwedNotice[];
  /** When what waits for the digest goes out; null where no digest was taken. */
  readonly digestAt: Instant | null;
  readonly dutyChanges: DutyChanges;
  readonly stepChanges: StepChanges;
  readonly accessChanges: AccessChanges;
  readonly change: DossierChange;
};

/** Two clocks differ: what falls due within this time is taken with what is due. */
export const takeAheadMs = 1_000;

/** `events` are all of the dossier's facts; `now` is the moment of the transaction. The dossier is locked. */
export async function refreshDossier(
  tx: Transaction,
  dossier: DossierRecord,
  events: readonly DossierEvent[],
  context: DossierContext,
  now: Instant,
): Promise<Refresh> {
  const derived = (await loadDerived(tx, [dossier.id]))(dossier.id);
  const refresh = planRefresh({ dossier, events, context, derived }, now);
  await writeRefreshes(tx, [refresh], now);
  return refresh;
}

/** What is stored of dossiers, by their ids. To be read under their lock. */
export async function loadDerived(
  tx: Transaction,
  dossierIds: readonly string[],
): Promise<(dossierId: string) => Derived> {
  const [duties, steps, access] = await Promise.all([
    loadDutyRows(tx, dossierIds),
    loadSteps(tx, dossierIds),
    loadAccessRows(tx, dossierIds),
  ]);
  return (id) => ({ duties: duties.get(id) ?? [], steps: steps.get(id) ?? [], access: access.get(id) ?? [] });
}

/** Works everything out and writes nothing: what throws here has left no trace. */
export function planRefresh({ dossier, events, context, derived }: Refreshable, now: Instant): Refresh {
  const computed = computeDossier(context.procedure, events, context.setting);
  const horizon = plusMilliseconds(now, takeAheadMs);
  const wanted = dutySteps(computed, context, horizon);
  const due = takeDueSteps(
    syncSteps(derived.steps, [...wanted, ...digestRows(dossier, context, lastTakenDigest(derived.steps))]),
    horizon,
    now,
  );
  const digested = due.taken.some((step) => step.name === 'digest');
  const last = lastTakenDigest(due.steps);
  const next = digested ? maxOf(last ?? now, now) : last;
  const steps = digested
    ? syncSteps(due.steps, [...wanted, ...digestRows(dossier, context, next)])
    : due.steps;
  // The product records facts too, and is nobody who sees: else who may see would hang on when this was called last.
  const direct = accessRows({ ...computed, setting: context.setting });
  const { holders, onLeave } = context.staff;
  const excluded = computed.state.excludedPersonIds;
  const access = [...direct, ...standInRows(direct, { holders, ...onLeave, excluded })];
  return {
    ...computed,
    dossier,
    taken: due.taken,
    notices: noticesFor(due.taken, computed, context, now).map((draft) => ({
      ...draft,
      dossierId: dossier.id,
    })),
    digestAt: digested ? digestMomentOf(context, dossier.homeInstitutionId, now) : null,
    dutyChanges: dutyChanges(dossier, derived.duties, computed.duties),
    stepChanges: stepChanges(dossier.id, derived.steps, steps),
    accessChanges: accessChanges(
      dossier.id,
      derived.access,
      access.filter(({ party }) => party.id !== productItself),
    ),
    change: {
      id: dossier.id,
      kind: dossier.kind === 'institutionYear' ? 'institutionYear' : computed.state.phase,
      status: computed.state.closedBy === null ? 'open' : 'closed',
      nextStepAt: nextStepAt(steps),
      guestMunicipalities: guestMunicipalities(context.guests),
    },
  };
}

/** All of it in one round trip, in few statements however many dossiers there are; a digest takes another. */
export async function writeRefreshes(
  tx: Transaction,
  refreshes: readonly Refresh[],
  now: Instant,
): Promise<void> {
  await Promise.all([
    writeDuties(
      tx,
      refreshes.map((one) => one.dutyChanges),
    ),
    writeSteps(
      tx,
      refreshes.map((one) => one.stepChanges),
    ),
    writeAccess(
      tx,
      refreshes.map((one) => one.accessChanges),
    ),
    insertNotices(
      tx,
      refreshes.flatMap((one) => one.notices),
      now,
    ),
    updateDossiers(
      tx,
      refreshes.filter(differs).map(({ change }) => change),
    ),
  ]);
  for (const { dossier, digestAt } of refreshes) {
    if (digestAt !== null) await releaseDigest(tx, dossier.homeInstitutionId, digestAt);
  }
}

function differs({ dossier, change }: Refresh): boolean {
  return (
    dossier.kind !== change.kind ||
    dossier.status !== change.status ||
    dossier.nextStepAt !== change.nextStepAt ||
    String(dossier.guestMunicipalities) !== String(change.guestMunicipalities) ||
    dossier.poisonedAt !== null ||
    dossier.attempts !== 0
  );
}

function dutySteps(computed: ComputedDossier, context: DossierContext, horizon: Instant): readonly StepRow[] {
  const stepContext = stepContextOf(computed, context);
  return computed.duties.flatMap((duty) =>
    stepsOf(duty, stepContext, horizon).map((step) => ({
      dutyKey: duty.key,
      generation: duty.generation,
      ...step,
    })),
  );
}

/** What the steps of its duties depend on beside the duties. */
export function stepContextOf(computed: ComputedDossier, context: DossierContext): StepContext {
  const { setting, procedure } = context;
  return {
    setting,
    escalation: escalationIn(setting.municipality, procedure),
    manager: managerOf(computed, context),
  };
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

/** An institution's year has one digest pending: the first after `last`, or after the year was opened. */
function digestRows(
  dossier: DossierRecord,
  { setting }: DossierContext,
  last: Instant | null,
): readonly StepRow[] {
  if (dossier.kind !== 'institutionYear' || dossier.status === 'closed') return [];
  const calendar = calendarFor(setting, dossier.homeInstitutionId);
  const next = digestStepAfter(calendar, last ?? dossier.createdAt);
  return [{ dutyKey: '', generation: 0, urgency: 'digest', tell: [], ...next }];
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
