/** Running cases of a file, for the school acted for (rules of conduct 15). */

import { loadDirectory, type MunicipalityDirectory } from '../../db/repositories/directory.ts';
import { openDossiersAbout, takeCaseNumbers } from '../../db/repositories/dossiers.ts';
import { loadLearners } from '../../db/repositories/learners.ts';
import { peopleByMail } from '../../db/repositories/staff.ts';
import { asActor } from '../../db/transaction.ts';
import { numbered, type RowOf } from '../../domain/import/columns.ts';
import { fold } from '../../domain/learner/name-parts.ts';
import { atTime, dayOf, type Instant } from '../../domain/time.ts';
import { findingLearners } from './find-learner.ts';
import { openRunning, type RunningToOpen } from './open-running.ts';
import { type Notes, onlyForSchools, type Plan, type PlannedRow, type Planning, takeNotes } from './plan.ts';
import { type RunningCase, type RunningReferral, runningFaults } from './running-case.ts';

/** When a meeting is, if only its day is known. */
const meetingHour = 9;

export async function planRunning(planning: Planning<'running'>): Promise<Plan> {
  const { tx, deps, actor, office, now, rows } = planning;
  const { id: schoolId, municipalityId } = office.institution;
  const notSchool = onlyForSchools(office);
  if (notSchool !== null) return notSchool;
  const notes = takeNotes();
  const directory = await loadDirectory(tx, municipalityId, now);
  const startDate = directory.setting?.startDate ?? null;
  if (startDate === null) notes.problems.push({ row: null, column: null, code: 'startDateMissing' });
  const learners = await findingLearners(tx, deps, office);
  const mails = [...new Set(rows.map(({ value }) => value.managerMail))];
  const staff = await peopleByMail(tx, municipalityId, mails, now);
  const working = new Set(directory.holders.map(({ personId }) => personId));
  const found = new Map(rows.map(({ row, value }) => [row, learners.same(value)]));
  const ids = [...found.values()].flatMap((hits) => hits.map(({ id }) => id));
  const records = await loadLearners(tx, ids);
  const about = await openDossiersAbout(tx, ids);
  const met = new Set<string>();
  const planned: PlannedRow[] = [];
  const cases: RunningToOpen[] = [];

  for (const { row, value } of rows) {
    const hits = found.get(row) ?? [];
    const learner = records.get(hits[0]?.id ?? '');
    if (hits.length > 1) notes.problem(row, 'birthDate', 'learnerAmbiguous');
    else if (learner === undefined) notes.problem(row, 'lastName', 'learnerUnknown');
    else if (met.has(learner.id)) notes.problem(row, 'lastName', 'twiceInFile');
    else met.add(learner.id);
    const managers = (staff.get(value.managerMail) ?? []).filter(({ id }) => working.has(id));
    const managerId = managers.length === 1 ? managers[0]?.id : undefined;
    if (managerId === undefined) notes.problem(row, 'managerMail', 'personUnknown');
    const running = {
      level: value.level,
      openedOn: value.openedOn,
      lastTalkOn: value.lastTalkOn,
      lastReview: reviewOf(value, row, notes),
      referrals: referralsOf(value, directory, row, notes),
      nextMeetingAt: meetingOf(value, row, notes),
    };
    for (const { field, code, limit } of startDate === null ? [] : runningFaults(running, startDate, now))
      notes.problem(row, columnOf(field, value), code, limit);
    if (learner === undefined || managerId === undefined) continue;
    const known = about.get(learner.id);
    if (known !== undefined) {
      if (known === 'concern') notes.hint(row, 'lastName', 'leftAsIs');
      planned.push({ row, outcome: 'known' });
      continue;
    }
    planned.push({ row, outcome: 'created' });
    cases.push({ learner, running: { ...running, managerId } satisfies RunningCase });
  }
  return {
    rows: planned,
    problems: notes.problems,
    hints: notes.hints,
    write: async () => {
      // Taken in a transaction of their own: others open cases while this one runs. If it fails, numbers are left out.
      const year = Number(dayOf(now).slice(0, 4));
      const numbers = await asActor(deps.database, { personId: actor.personId, now }, (other) =>
        takeCaseNumbers(other, municipalityId, year, cases.length),
      );
      await openRunning(tx, actor, { municipalityId, schoolId }, cases, numbers, now);
    },
  };
}

/** Only receivers of the own municipality: a file is no place to look for others. */
function referralsOf(
  value: RowOf<'running'>,
  { institutions }: MunicipalityDirectory,
  row: number,
  notes: Notes,
): readonly RunningReferral[] {
  return numbered.flatMap((n) => {
    const [to, sentOn, channelCode] = [
      value[`referral${n}To`],
      value[`referral${n}SentOn`],
      value[`referral${n}Channel`],
    ];
    const [kindCode, regNo] = [value[`referral${n}Kind`], value[`referral${n}RegNo`]];
    if ([to, sentOn, channelCode, kindCode, regNo].every((cell) => cell === null)) return [];
    if (to === null || sentOn === null) {
      notes.problem(row, `referral${n}${to === null ? 'To' : 'SentOn'}`, 'referralIncomplete');
      return [];
    }
    const fits = institutions.filter(({ name }) => fold(name) === fold(to));
    const [receiver] = fits;
    if (receiver === undefined || fits.length > 1) {
      const code = fits.length > 1 ? 'institutionAmbiguous' : 'institutionUnknown';
      notes.problem(row, `referral${n}To`, code);
      return [];
    }
    return [
      {
        receiverId: receiver.id,
        kindCode: kindCode ?? 'letter',
        sentOn,
        channelCode: channelCode ?? 'paper',
        regNo,
      },
    ];
  });
}

function reviewOf(
  { lastReviewOn: heldOn, lastReviewResult: resultCode }: RowOf<'running'>,
  row: number,
  notes: Notes,
): RunningCase['lastReview'] {
  if (heldOn !== null && resultCode !== null) return { heldOn, resultCode };
  if (heldOn !== null || resultCode !== null)
    notes.problem(row, heldOn === null ? 'lastReviewOn' : 'lastReviewResult', 'reviewIncomplete');
  return null;
}

function meetingOf(
  { nextMeetingOn, nextMeetingAt }: RowOf<'running'>,
  row: number,
  notes: Notes,
): Instant | null {
  if (nextMeetingOn === null) {
    if (nextMeetingAt !== null) notes.problem(row, 'nextMeetingOn', 'meetingDayMissing');
    return null;
  }
  const minutes = nextMeetingAt ?? meetingHour * 60;
  return atTime(nextMeetingOn, Math.floor(minutes / 60), minutes % 60);
}

/** The column in which a fault of the case stands. */
function columnOf(field: string, value: RowOf<'running'>): string {
  if (field === 'nextMeetingAt') return 'nextMeetingOn';
  if (field === 'lastReview.heldOn') return 'lastReviewOn';
  const of = /^referrals\[(\d)\]\.(sentOn|receiverId)$/.exec(field);
  if (of === null) return field;
  const filled = numbered.filter((n) => value[`referral${n}To`] !== null);
  return `referral${filled[Number(of[1])] ?? 1}${of[2] === 'sentOn' ? 'SentOn' : 'To'}`;
}
