/** Makes the one door for people: commands and questions under role `app_api`. */

import { factVocabulary } from '../documents/words/facts/fact-vocabulary.ts';
import { actOfFact } from '../domain/access/act-of-fact.ts';
import { procedures } from '../procedures/index.ts';
import type { Application, ApplicationRefusal, FactToRecord } from './application.ts';
import { changeContacts, changeLearner, changeSiblings, enrolLearner } from './commands/change-learner.ts';
import { decideThresholds } from './commands/decide-thresholds.ts';
import { changeClassTeacher, makeClass, moveClass } from './commands/manage-classes.ts';
import { openDossier } from './commands/open-dossier.ts';
import { recordFacts } from './commands/record-facts.ts';
import { registerLearner } from './commands/register-learner.ts';
import { saveCalendar } from './commands/save-calendar.ts';
import { takeEmergencyAccess } from './commands/take-emergency-access.ts';
import { takeOver } from './commands/take-over.ts';
import type { ApiDeps } from './deps.ts';
import { drafts } from './drafts.ts';
import { chainState } from './house-keeping/chain-state.ts';
import { runningDossiers } from './import/running-dossier.ts';
import { takeIn } from './import/take-in.ts';
import { wallTime } from './product-clock.ts';
import { readAccessExtract, readAccessLog } from './queries/access-log.ts';
import { beforeComplaint } from './queries/before-complaint.ts';
import { board } from './queries/board.ts';
import { calendarDays } from './queries/calendar-days.ts';
import { classOverview } from './queries/class-overview.ts';
import { colleagues } from './queries/colleagues.ts';
import { corrections } from './queries/corrections.ts';
import { directory } from './queries/directory.ts';
import { readLearnerLooks } from './queries/learner-looks.ts';
import { listClasses, listClassLearners } from './queries/list-classes.ts';
import { listDossiers, readDossier } from './queries/list-dossiers.ts';
import { listDuties } from './queries/list-duties.ts';
import { listFacts } from './queries/list-facts.ts';
import { listReferrals } from './queries/list-referrals.ts';
import { myCases } from './queries/my-cases.ts';
import { oversight } from './queries/oversight.ts';
import { previewCalendar, readCalendar } from './queries/preview-calendar.ts';
import { readLearner } from './queries/read-learner.ts';
import { searchLearners } from './queries/search-learners.ts';
import { whatIf } from './queries/what-if.ts';
import { loggingRefusal } from './refused-acts.ts';
import { reviewPlans } from './review-plans.ts';
import { keepSetUp } from './set-up/keep-set-up.ts';
import { keepInstitutions } from './staff/keep-institutions.ts';
import { keepLeave } from './staff/keep-leave.ts';
import { keepPeople } from './staff/keep-people.ts';
import { readStaff } from './staff/read-staff.ts';
import { takenDutiesOf } from './taken-duties.ts';

export type ApplicationParts = ApiDeps & {
  /** Does Temporal answer? Never throws. */
  readonly temporalAnswers: () => Promise<boolean>;
};

export function createApplication(deps: ApplicationParts): Application {
  return {
    now: () => deps.clock.now(),
    openDossier: (actor, input, meta) => openDossier(deps, actor, input, meta),
    recordFacts: async (actor, dossierId, facts, meta) => {
      const result = await recordFacts(deps, actor, dossierId, facts, meta);
      return await loggingRefusal(deps, actor, dossierId, (refusal) => deniedFact(facts, refusal), result);
    },
    listDossiers: (actor, filter, paging) => listDossiers(deps, actor, filter, paging),
    readDossier: async (actor, dossierId) =>
      await loggingRefusal(
        deps,
        actor,
        dossierId,
        () => 'seeDuties',
        await readDossier(deps, actor, dossierId),
      ),
    takeEmergencyAccess: (actor, input, meta) => takeEmergencyAccess(deps, actor, input, meta),
    readAccessLog: async (actor, dossierId, paging) =>
      await loggingRefusal(
        deps,
        actor,
        dossierId,
        () => 'readAccessLog',
        await readAccessLog(deps, actor, dossierId, paging),
      ),
    readAccessExtract: async (actor, dossierId) =>
      await loggingRefusal(
        deps,
        actor,
        dossierId,
        () => 'printExtract',
        await readAccessExtract(deps, actor, dossierId),
      ),
    listFacts: async (actor, dossierId, paging) =>
      await loggingRefusal(
        deps,
        actor,
        dossierId,
        () => 'seePreview',
        await listFacts(deps, actor, dossierId, paging),
      ),
    board: (actor) => board(deps, actor),
    oversight: (actor) => oversight(deps, actor),
    corrections: (actor) => corrections(deps, actor),
    myCases: (actor, filter) => myCases(deps, actor, filter),
    beforeComplaint: async (actor, dossierId, dutyKey) =>
      await loggingRefusal(
        deps,
        actor,
        dossierId,
        () => 'readCase',
        await beforeComplaint(deps, actor, dossierId, dutyKey),
      ),
    listDuties: (actor, filter, paging) => listDuties(deps, actor, filter, paging),
    listReferrals: (actor, filter, paging) => listReferrals(deps, actor, filter, paging),
    whatIf: async (actor, input) =>
      await loggingRefusal(deps, actor, input.dossierId, () => 'seeDuties', await whatIf(deps, actor, input)),
    procedures: () => Object.values(procedures),
    vocabulary: () => factVocabulary,
    calendarDays: (actor, from, until) => calendarDays(deps, actor, from, until),
    readCalendar: (actor) => readCalendar(deps, actor),
    previewCalendar: (actor, changes) => previewCalendar(deps, actor, changes),
    saveCalendar: (actor, draft, meta) => saveCalendar(deps, actor, draft, meta),
    searchLearners: (actor, typed) => searchLearners(deps, actor, typed),
    registerLearner: (actor, input, meta) => registerLearner(deps, actor, input, meta),
    readLearner: (actor, learnerId) => readLearner(deps, actor, learnerId),
    readLearnerLooks: (actor, learnerId, paging) => readLearnerLooks(deps, actor, learnerId, paging),
    changeLearner: (actor, learnerId, basics, meta) => changeLearner(deps, actor, learnerId, basics, meta),
    changeContacts: (actor, learnerId, contacts, meta) =>
      changeContacts(deps, actor, learnerId, contacts, meta),
    changeSiblings: (actor, learnerId, siblingIds, meta) =>
      changeSiblings(deps, actor, learnerId, siblingIds, meta),
    enrolLearner: (actor, learnerId, place, meta) => enrolLearner(deps, actor, learnerId, place, meta),
    listClasses: (actor, schoolYear) => listClasses(deps, actor, schoolYear),
    listClassLearners: (actor, classId) => listClassLearners(deps, actor, classId),
    makeClass: (actor, input, meta) => makeClass(deps, actor, input, meta),
    changeClassTeacher: (actor, classId, change, meta) =>
      changeClassTeacher(deps, actor, classId, change, meta),
    moveClass: (actor, classId, next, meta) => moveClass(deps, actor, classId, next, meta),
    colleagues: (actor) => colleagues(deps, actor),
    directory: (actor, filter, paging) => directory(deps, actor, filter, paging),
    ...drafts(deps),
    ...reviewPlans(deps),
    ...takenDutiesOf(deps),
    ...keepPeople(deps),
    ...keepLeave(deps),
    ...keepInstitutions(deps),
    ...readStaff(deps),
    ...keepSetUp(deps),
    ...takeIn(deps),
    ...runningDossiers(deps),
    takeOver: (actor, input, meta) => takeOver(deps, actor, input, meta),
    classOverview: (actor) => classOverview(deps, actor),
    decideThresholds: (actor, input, meta) => decideThresholds(deps, actor, input, meta),
    async readiness() {
      const [chains, temporal] = await Promise.all([
        chainState(deps.database, wallTime()).catch(() => null),
        deps.temporalAnswers(),
      ]);
      return { database: chains !== null, temporal, chains: chains ?? 'unchecked' };
    },
  };
}

/** The act that was refused: of the fact that is not theirs to record, or of the first where nothing is seen. */
function deniedFact(facts: readonly FactToRecord[], { path }: ApplicationRefusal): string {
  const index = /^facts\[(\d+)\]/.exec(path)?.[1] ?? '0';
  const fact = facts[Number(index)];
  return fact === undefined ? 'record' : actOfFact(fact.type);
}
