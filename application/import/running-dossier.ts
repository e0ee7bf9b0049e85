/** The two-minute form (rules of conduct 15): one running case, by the same way as a row of a file. */
import { nextCaseNumber, openDossiersAbout } from '../../db/repositories/dossiers.ts';
import { type LearnerRecord, loadLearner } from '../../db/repositories/learners.ts';
import { asActor, type Transaction } from '../../db/transaction.ts';
import { computeDossier } from '../../domain/duty/compute-duties.ts';
import { dayOf, type Instant } from '../../domain/time.ts';
import type { Actor, ApplicationRefusal, ApplicationRefusalCode } from '../application.ts';
import { carryOut, refused } from '../commands/carry-out.ts';
import { isUuid } from '../commands/check-ids.ts';
import type { ApiDeps } from '../deps.ts';
import type { DirectoryCache } from '../directory-cache.ts';
import type { DossierContext } from '../dossier-context.ts';
import { dutyStanding } from '../duty-view.ts';
import { askOffice } from '../office.ts';
import type { RunningDuty, RunningPart, RunningToRecord } from './imports.ts';
import { decideRunning, openRunning, type RunningPlace, runningContext } from './open-running.ts';
import { type RunningCase, type RunningFault, runningFaults } from './running-case.ts';

export function runningDossiers(deps: ApiDeps): RunningPart {
  return {
    async previewRunning(actor, input) {
      const now = await deps.clock.now();
      return await asActor(deps.database, { personId: actor.personId, now }, async (tx) => {
        const found = await checked(tx, actor, input, now);
        if ('refused' in found) return refused(found);
        const { context, running } = found;
        const events = decideRunning(context, actor, running, now);
        if ('refused' in events) return refused({ refused: events.refused, path: '' });
        const computed = computeDossier(context.procedure, events, context.setting);
        const shown = { id: '', caseNumber: '' };
        const duties = computed.duties.map((duty): RunningDuty => {
          const { status, explanation } = dutyStanding(shown, duty, now);
          const { kind, title, due } = duty;
          return { kind, title, status, dueDay: due?.day ?? null, explanation };
        });
        return { ok: true, value: { duties } };
      });
    },

    async openRunning(actor, input, meta) {
      const now = await deps.clock.now();
      return await carryOut(deps, actor, meta, now, async (tx) => {
        const found = await checked(tx, actor, input, now);
        if ('refused' in found) return refused(found);
        const { context, place, learner, running } = found;
        const events = decideRunning(context, actor, running, now);
        if ('refused' in events) return refused({ refused: events.refused, path: '' });
        const year = Number(dayOf(now).slice(0, 4));
        const caseNumber = await nextCaseNumber(tx, place.municipalityId, year);
        const [written] = await openRunning(tx, actor, place, [{ learner, running }], [caseNumber], now);
        if (written === undefined) throw new Error('a running case was not opened');
        return { ok: true, value: written };
      });
    },
  };
}

type Checked = {
  readonly context: DossierContext;
  readonly place: RunningPlace;
  readonly learner: LearnerRecord;
  readonly running: RunningCase;
};

async function checked(
  tx: Transaction,
  actor: Actor,
  { learnerId, ...running }: RunningToRecord,
  now: Instant,
): Promise<Checked | ApplicationRefusal> {
  const office = await askOffice(tx, actor, 'openDossier', now);
  if ('refused' in office) return office;
  const { id: schoolId, municipalityId } = office.institution;
  const learner = isUuid(learnerId) ? await loadLearner(tx, learnerId) : null;
  if (learner === null || learner.schoolId !== schoolId)
    return { refused: 'learnerUnknown', path: 'learnerId' };
  if ((await openDossiersAbout(tx, [learner.id])).size > 0)
    return { refused: 'caseAlreadyOpen', path: 'learnerId' };
  const place = { municipalityId, schoolId };
  const cache: DirectoryCache = new Map();
  const context = await runningContext(tx, place, learner, now, cache);
  const { municipality, institutions, institutionOfPerson } = context.setting;
  if (municipality.startDate === null) return { refused: 'startDateMissing', path: '' };
  if (institutionOfPerson[running.managerId] === undefined)
    return { refused: 'personUnknown', path: 'managerId' };
  const strange = running.referrals.findIndex(({ receiverId }) => institutions[receiverId] === undefined);
  if (strange >= 0) return { refused: 'receiverUnknown', path: `referrals[${strange}].receiverId` };
  const [fault] = runningFaults(running, municipality.startDate, now);
  if (fault === undefined) return { context, place, learner, running };
  const detail = fault.limit === undefined ? {} : { detail: { limit: fault.limit } };
  return { refused: refusalOf[fault.code], path: fault.field, ...detail };
}

const refusalOf: Readonly<Record<RunningFault['code'], ApplicationRefusalCode>> = {
  afterStart: 'caseAfterStart',
  beforeOpening: 'dayBeforeOpening',
  dayInFuture: 'factInFuture',
  referralTwice: 'referralAlreadyOpen',
  meetingPast: 'meetingPast',
};
