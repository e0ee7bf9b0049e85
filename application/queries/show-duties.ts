/** What a list adds to its duties: who the sides are by name, whom it is about, when it is due in words. */
import { type LearnerWords, openLearners } from '../../db/encryption/learner.ts';
import { latestCalendar } from '../../db/repositories/calendars.ts';
import { loadInstitutions, loadMunicipalities, loadPersons } from '../../db/repositories/directory.ts';
import { undecidedReferrals } from '../../db/repositories/referrals.ts';
import { plannedReviews } from '../../db/repositories/review-plans.ts';
import { takenDuties } from '../../db/repositories/taken-duties.ts';
import type { Transaction } from '../../db/transaction.ts';
import { dutyDueWords } from '../../documents/words/due.ts';
import { institutionOfSide, sideWords } from '../../documents/words/sides.ts';
import { makeCalendar, type WorkingCalendar } from '../../domain/calendar/index.ts';
import type { Duty, Party, Step } from '../../domain/duty/duty.ts';
import { isShared, matterOf, referralOf } from '../../domain/duty/referral-of.ts';
import { dayOf, type Instant } from '../../domain/time.ts';
import type { DutyView } from '../application.ts';
import { isUuid } from '../commands/check-ids.ts';
import type { ApiDeps } from '../deps.ts';
import { dutyStanding } from '../duty-view.ts';
import { schoolYearsOf } from '../school-years.ts';

export type DutyToShow = {
  readonly dossierId: string;
  readonly caseNumber: string | null;
  /** Whose calendar counts the days where the duty's owner has none. */
  readonly municipalityId: string;
  readonly duty: Duty;
  readonly steps?: readonly Step[];
};

/**
 * The duties as lists show them. Names are read under the actor's own rights: a learner whom the actor may not know of
 * is left out by the database, whatever asks.
 */
export async function showDuties(
  tx: Transaction,
  deps: Pick<ApiDeps, 'keys'>,
  rows: readonly DutyToShow[],
  now: Instant,
): Promise<readonly DutyView[]> {
  if (rows.length === 0) return [];
  const sides = rows.flatMap(({ duty }) => [duty.owedBy, ...duty.owedTo]);
  const known = (ids: readonly (string | null)[]) => [...new Set(ids.filter((id) => id !== null))];
  const municipalityIds = known(rows.map(({ municipalityId }) => municipalityId));
  const dossierIds = known(rows.map(({ dossierId }) => (isUuid(dossierId) ? dossierId : null)));
  const [institutions, persons, learners, calendars, schoolYears, plans, undecided, taken] =
    await Promise.all([
      loadInstitutions(tx, known(sides.map(institutionOfSide))),
      loadPersons(tx, known(sides.map((side) => (side.party === 'person' ? side.personId : null)))),
      openLearners(tx, deps.keys, dossierIds),
      calendarsOf(tx, municipalityIds),
      schoolYearsOf(tx, municipalityIds),
      plannedReviews(tx, dossierIds, dayOf(now)),
      undecidedOf(tx, rows),
      takenDuties(tx, dossierIds, now),
    ]);
  const plannedOn = new Map(plans.map((plan) => [`${plan.dossierId} ${plan.dutyKey}`, plan.day]));

  const named = (side: Party) => {
    const institutionId = institutionOfSide(side);
    const personId = side.party === 'person' ? side.personId : null;
    return {
      party: side.party,
      words: sideWords(side),
      institutionName: institutions.get(institutionId ?? '')?.name ?? null,
      personName: persons.get(personId ?? '')?.displayName ?? null,
    };
  };
  const takers = new Map(
    taken.map(({ name, personId, ...of }) => [
      `${of.dossierId} ${of.institutionId} ${of.matter}`,
      { personId, name },
    ]),
  );
  const takenBy = (dossierId: string, duty: Duty) => {
    const institutionId = institutionOfSide(duty.owedBy);
    if (institutionId === null || duty.settled !== null || !isShared(duty, institutionId)) return null;
    return takers.get(`${dossierId} ${institutionId} ${matterOf(duty)}`) ?? null;
  };
  return rows.map(({ dossierId, caseNumber, municipalityId, duty, steps }) => {
    const learner = learners.get(dossierId);
    const owner = institutions.get(institutionOfSide(duty.owedBy) ?? '');
    const calendar = calendars(municipalityId, owner?.movedDaysOn ?? null);
    const dueWords = (language: 'lv' | 'en') => dutyDueWords(duty, now, calendar, language);
    return {
      ...dutyStanding(
        { id: dossierId, caseNumber: caseNumber ?? '' },
        duty,
        now,
        steps,
        schoolYears.get(municipalityId),
      ),
      learner: learner === undefined ? null : inShort(learner),
      owedBy: named(duty.owedBy),
      owedTo: duty.owedTo.map(named),
      dueWords: duty.due === null ? null : { lv: dueWords('lv'), en: dueWords('en') },
      plannedOn: plannedOn.get(`${dossierId} ${duty.key}`) ?? null,
      undecided: undecided(dossierId, duty),
      takenBy: takenBy(dossierId, duty),
    };
  });
}

/** By the id of the referral that would be answered; what is settled waits for nobody's decision. */
async function undecidedOf(
  tx: Transaction,
  rows: readonly DutyToShow[],
): Promise<(dossierId: string, duty: Duty) => DutyView['undecided']> {
  const asked = rows.flatMap(({ dossierId, duty }) => {
    const referralId = duty.settled === null && isUuid(dossierId) ? referralOf(duty) : null;
    return referralId === null ? [] : [{ dossierId, referralId }];
  });
  const found = await undecidedReferrals(tx, asked);
  const byReferral = new Map(found.map((one) => [`${one.dossierId} ${one.referralId}`, one]));
  return (dossierId, duty) => {
    const one = duty.settled === null ? byReferral.get(`${dossierId} ${referralOf(duty)}`) : undefined;
    return one === undefined || institutionOfSide(duty.owedBy) !== one.receiverId
      ? null
      : { referralId: one.referralId, kindCode: one.kindCode };
  };
}

/** First name, initial and class: what lists show of a learner (design, principle 7). */
export function inShort({ firstName, lastName, className }: LearnerWords): NonNullable<DutyView['learner']> {
  return { firstName, initial: String.fromCodePoint(lastName.codePointAt(0) ?? 0x2013), className };
}

/** The calendars of municipalities as they hold now, with and without the moved days. */
async function calendarsOf(
  tx: Transaction,
  municipalityIds: readonly string[],
): Promise<(municipalityId: string, movedDaysOfInstitution: boolean | null) => WorkingCalendar> {
  const [municipalities, contents] = await Promise.all([
    loadMunicipalities(tx, municipalityIds),
    Promise.all(municipalityIds.map(async (id) => [id, await latestCalendar(tx, id)] as const)),
  ]);
  const changes = new Map(contents.map(([id, content]) => [id, content.changes]));
  const made = new Map<string, WorkingCalendar>();
  return (municipalityId, movedDaysOfInstitution) => {
    const movedDaysOn = movedDaysOfInstitution ?? municipalities.get(municipalityId)?.movedDaysOn ?? true;
    const key = `${municipalityId} ${movedDaysOn}`;
    const calendar =
      made.get(key) ?? makeCalendar({ movedDaysOn, changes: changes.get(municipalityId) ?? [] });
    made.set(key, calendar);
    return calendar;
  };
}
