/** What facts would settle and start, without storing anything. */
import { randomUUID } from 'node:crypto';
import { actorKeys, partyKey } from '../../db/party-key.ts';
import { relationsTo } from '../../db/repositories/access.ts';
import { holdingsOf } from '../../db/repositories/directory.ts';
import { loadDossier, openForWork } from '../../db/repositories/dossiers.ts';
import { loadEvents } from '../../db/repositories/events.ts';
import { loadLearner, logLook } from '../../db/repositories/learners.ts';
import { asActor, type Transaction } from '../../db/transaction.ts';
import { may } from '../../domain/access/may.ts';
import { widestView } from '../../domain/access/relation.ts';
import { breakHint, type SchoolYear } from '../../domain/calendar/index.ts';
import { type Decision, type DossierKnown, decide } from '../../domain/dossier/decide.ts';
import type { DossierEvent, EventType } from '../../domain/dossier/event.ts';
import { type ComputedDossier, computeDossier } from '../../domain/duty/compute-duties.ts';
import type { Duty } from '../../domain/duty/duty.ts';
import { stepsOf } from '../../domain/duty/steps.ts';
import { dayOf, type Instant, isCalendarDay, isInstant } from '../../domain/time.ts';
import { procedures } from '../../procedures/index.ts';
import type {
  Actor,
  ApplicationRefusal,
  PlannedInBreak,
  Result,
  WhatIf,
  WhatIfAnswer,
} from '../application.ts';
import { refused } from '../commands/carry-out.ts';
import { isUuid } from '../commands/check-ids.ts';
import type { ApiDeps } from '../deps.ts';
import { type DossierContext, loadContext } from '../dossier-context.ts';
import type { OpenWork } from '../learner-acts.ts';
import { type ActorOffice, askOffice } from '../office.ts';
import { stepContextOf } from '../refresh-dossier.ts';
import { openWorkWith } from './open-work.ts';
import { type DutyToShow, showDuties } from './show-duties.ts';
import { whoIsTold } from './who-is-told.ts';

/** The answer names a dossier by an id; there is none yet. */
const nothingYet = { dossierId: 'what-if', caseNumber: '' };

/** Facts come after those of `dossierId` where one is given; else each is taken as recorded when it happened. */
export async function whatIf(deps: ApiDeps, actor: Actor, input: WhatIf): Promise<Result<WhatIfAnswer>> {
  const now = await deps.clock.now();
  return await asActor(deps.database, { personId: actor.personId, now }, async (tx) => {
    if (procedures[input.procedureId] === undefined) {
      return refused({ refused: 'procedureUnknown', path: 'procedureId' });
    }
    const dossier =
      input.dossierId !== undefined && isUuid(input.dossierId)
        ? await loadDossier(tx, input.dossierId)
        : null;
    const relations = dossier === null ? [] : await relationsTo(tx, dossier.id);
    if (input.dossierId !== undefined && may('seeDuties', relations).decision === 'deny') {
      return refused({ refused: 'notFound', path: 'dossierId' });
    }
    const office = await askOffice(tx, actor, 'tryProcedure', now);
    if ('refused' in office) return refused(office);
    const openWork =
      input.learnerId === undefined ? null : await workWith(tx, actor, office, input.learnerId, now);
    if (openWork !== null && 'refused' in openWork) return refused(openWork);
    const home = office.institution;
    const events = dossier === null ? [] : await loadEventsOfOpened(tx, dossier.id);
    const context = await loadContext(
      tx,
      dossier ?? {
        municipalityId: home.municipalityId,
        homeInstitutionId: home.id,
        classTeacherId: null,
        procedureId: input.procedureId,
      },
      [...events, ...input.facts],
      now,
    );
    const decision = play(context, events, actor, input, dossier === null ? null : now);
    if ('refused' in decision) return refused(decision);
    const at = input.at ?? now;
    const after = computeDossier(context.procedure, decision.events, context.setting);
    const duties = await showDuties(tx, deps, dutiesOf(after, context, dossier, at), at);
    const plannedInBreak = plannedIn(schoolYearsIn(context), input);
    if (widestView(relations) === 'own') {
      const keys = new Set(actorKeys(actor.personId, await holdingsOf(tx, actor.personId, now)));
      const own = duties.filter(({ duty }) => concerns(duty, keys));
      return { ok: true, value: { duties: own, told: [], openWork, plannedInBreak } };
    }
    const before = computeDossier(context.procedure, events, context.setting);
    const told = await whoIsTold(tx, { before, after, context, actorId: actor.personId, at });
    return { ok: true, value: { duties, told, openWork, plannedInBreak } };
  });
}

/** Whom one does not see one does not ask about; that one asked is logged. */
async function workWith(
  tx: Transaction,
  actor: Actor,
  office: ActorOffice,
  learnerId: string,
  now: Instant,
): Promise<OpenWork | ApplicationRefusal> {
  const record = isUuid(learnerId) ? await loadLearner(tx, learnerId) : null;
  if (record === null) return { refused: 'learnerUnknown', path: 'learnerId' };
  await logLook(tx, { at: now, ...actor, learnerId: record.id, act: 'askedWork' });
  return await openWorkWith(tx, office, record.id, now);
}

/**
 * All facts, also for somebody whose view holds none: what one is about to record settles and starts the same for
 * everybody. None of them is shown.
 */
async function loadEventsOfOpened(tx: Transaction, dossierId: string): Promise<readonly DossierEvent[]> {
  await openForWork(tx, dossierId);
  return await loadEvents(tx, dossierId);
}

/** Do these keys owe the duty, or wait for it? */
function concerns(duty: Duty, keys: ReadonlySet<string>): boolean {
  return [duty.owedBy, ...duty.owedTo].some((party) => keys.has(partyKey(party) ?? ''));
}

/** Records one fact after the other in memory; `now` null: each at its own moment. */
function play(
  context: DossierContext,
  before: readonly DossierEvent[],
  actor: Actor,
  input: WhatIf,
  now: Instant | null,
): Decision {
  const facts = [...input.facts].sort((a, b) => (a.occurredAt < b.occurredAt ? -1 : 1));
  let events = before;
  for (const { words: _, ...fact } of facts) {
    const known: DossierKnown = { procedure: context.procedure, setting: context.setting, events };
    const command = {
      facts: [{ ...fact, id: randomUUID() }],
      by: actor.personId,
      institution: actor.institutionId,
      freshIds: [randomUUID()],
    };
    const decision = decide(known, command, now ?? fact.occurredAt);
    if ('refused' in decision) {
      const index = input.facts.findIndex(
        (one) => one.occurredAt === fact.occurredAt && one.type === fact.type,
      );
      return { ...decision, path: decision.path.replace('facts[0]', `facts[${index}]`) };
    }
    events = [...events, ...decision.events];
  }
  return { events };
}

function dutiesOf(
  computed: ComputedDossier,
  context: DossierContext,
  dossier: { readonly id: string; readonly caseNumber: string | null } | null,
  at: Instant,
): readonly DutyToShow[] {
  const stepContext = stepContextOf(computed, context);
  const shown = dossier === null ? nothingYet : { dossierId: dossier.id, caseNumber: dossier.caseNumber };
  const municipalityId = context.setting.municipality.id;
  return computed.duties.map((duty) => ({
    ...shown,
    municipalityId,
    duty,
    steps: stepsOf(duty, stepContext, at),
  }));
}

function schoolYearsIn({ setting }: DossierContext): readonly SchoolYear[] {
  return setting.municipality.schoolYears ?? [];
}

/** Where facts hold the day of what somebody plans. */
const plannedFields: Readonly<Partial<Record<EventType, string>>> = {
  'plan.agreed': 'nextMeetingOn',
  'review.held': 'nextReviewOn',
  'review.cancelled': 'nextReviewOn',
  'meeting.scheduled': 'startsAt',
  'commission.sittingSet': 'date',
  'duty.postponed': 'newDueOn',
  'reply.postponed': 'newDueOn',
};

/** A hint only: what is planned stays as it is planned (domain page `calendar.md`). */
function plannedIn(schoolYears: readonly SchoolYear[], { facts }: WhatIf): readonly PlannedInBreak[] {
  return facts.flatMap(({ type, data }, index) => {
    const field = plannedFields[type];
    const fields: Readonly<Record<string, unknown>> = { ...data };
    const value = field === undefined ? undefined : fields[field];
    const day = isInstant(value) ? dayOf(value) : isCalendarDay(value) ? value : null;
    const hint = day === null ? null : breakHint(schoolYears, day);
    return field === undefined || day === null || hint === null ? [] : [{ index, field, day, ...hint }];
  });
}
