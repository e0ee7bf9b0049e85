/** Referrals of the institution that is acted for: what waits for an answer, here and elsewhere. */
import { openLearners } from '../../db/encryption/learner.ts';
import { relationsTo } from '../../db/repositories/access.ts';
import { loadInstitutions, loadMunicipalities } from '../../db/repositories/directory.ts';
import { loadDutyRows } from '../../db/repositories/duties.ts';
import { loadEventsOf } from '../../db/repositories/events.ts';
import {
  type ListedReferral,
  listReferrals as listRows,
  type ReferralCursor,
} from '../../db/repositories/referrals.ts';
import { asActor, type Transaction } from '../../db/transaction.ts';
import { may } from '../../domain/access/may.ts';
import { gatherFacts } from '../../domain/dossier/facts.ts';
import {
  factsOfReferral,
  type ReferralCourse,
  referralCourse,
} from '../../domain/dossier/referral-course.ts';
import { type Referral, stateOf } from '../../domain/dossier/state.ts';
import type { Duty } from '../../domain/duty/duty.ts';
import type { Instant } from '../../domain/time.ts';
import type {
  Actor,
  Page,
  Paging,
  ReferralFilter,
  ReferralPlace,
  ReferralView,
  Result,
} from '../application.ts';
import { refused } from '../commands/carry-out.ts';
import { isUuid } from '../commands/check-ids.ts';
import type { ApiDeps } from '../deps.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { inShort, showDuties } from './show-duties.ts';

/** Acts that the buttons of a referral ask for. */
const actsOfReferral = ['answerReferral', 'refer', 'recordWork'] as const;

/** What waits first, by its next due moment; then what is closed, the latest first. */
export async function listReferrals(
  deps: ApiDeps,
  actor: Actor,
  filter: ReferralFilter,
  paging: Paging,
): Promise<Result<Page<ReferralView>>> {
  const now = await deps.clock.now();
  const after = paging.cursor === undefined ? undefined : placeOf(paging.cursor);
  if (after === null) return refused({ refused: 'cursorUnknown', path: 'cursor' });
  if (filter.dossierId !== undefined && !isUuid(filter.dossierId))
    return { ok: true, value: { items: [], next: null } };
  return await asActor(deps.database, { personId: actor.personId, now }, async (tx) => {
    const rows = await listRows(
      tx,
      { ...filter, institutionId: actor.institutionId },
      { limit: paging.limit + 1, ...(after === undefined ? {} : { after }) },
    );
    const shown = rows.slice(0, paging.limit);
    const last = shown.at(-1);
    const next =
      rows.length > paging.limit && last !== undefined
        ? writeCursor({ rank: last.rank, dossierId: last.dossierId, referralId: last.referralId })
        : null;
    return { ok: true, value: { items: await showReferrals(tx, deps, actor, shown, now), next } };
  });
}

type Found = ListedReferral & {
  readonly referral: Referral;
  readonly course: ReferralCourse;
  readonly duties: readonly Duty[];
  readonly phase: ReferralView['phase'];
};

async function showReferrals(
  tx: Transaction,
  deps: ApiDeps,
  actor: Actor,
  rows: readonly ListedReferral[],
  now: Instant,
): Promise<readonly ReferralView[]> {
  if (rows.length === 0) return [];
  const dossierIds = [...new Set(rows.map(({ dossierId }) => dossierId))];
  const found = await foundIn(tx, rows, dossierIds);
  const [learners, nameOf, views, acts] = await Promise.all([
    openLearners(tx, deps.keys, dossierIds),
    placesOf(tx, found),
    showDuties(
      tx,
      deps,
      found.flatMap(({ duties, ...of }) => duties.map((duty) => ({ ...of, duty }))),
      now,
    ),
    actsBy(tx, dossierIds),
  ]);
  return found.map(({ dossierId, referralId, referral, course, duties, phase, caseNumber, waitsFor }) => {
    const keys = new Set(duties.map(({ key }) => key));
    const learner = learners.get(dossierId);
    const { acknowledged, ...rest } = course;
    return {
      ...rest,
      dossierId,
      referralId,
      caseNumber,
      phase,
      side: referral.receiverId === actor.institutionId ? 'in' : 'out',
      kindCode: referral.kindCode as ReferralView['kindCode'],
      sender: nameOf(referral.senderId),
      receiver: nameOf(referral.receiverId),
      waitsFor,
      acknowledged:
        acknowledged === null
          ? null
          : {
              on: acknowledged.on,
              outcomeCode: acknowledged.outcomeCode,
              reasonCode: acknowledged.reasonCode,
              redirectedTo: acknowledged.redirectedToId === null ? null : nameOf(acknowledged.redirectedToId),
            },
      learner: learner === undefined ? null : inShort(learner),
      duties: views.filter((view) => view.dossierId === dossierId && keys.has(view.duty.key)),
      acts: acts.get(dossierId) ?? [],
    };
  });
}

/** What was withdrawn since as a fact is left out: it was never sent. */
async function foundIn(
  tx: Transaction,
  rows: readonly ListedReferral[],
  dossierIds: readonly string[],
): Promise<readonly Found[]> {
  const [events, duties] = await Promise.all([loadEventsOf(tx, dossierIds), loadDutyRows(tx, dossierIds)]);
  const folded = new Map(
    dossierIds.map((id) => {
      const facts = gatherFacts(events.get(id) ?? []);
      return [id, { facts, state: stateOf(facts, {}) }] as const;
    }),
  );
  return rows.flatMap((row) => {
    const of = folded.get(row.dossierId);
    const referral = of?.state.referrals.get(row.referralId);
    if (of === undefined || referral === undefined) return [];
    const naming = new Set(factsOfReferral(of.facts, row.referralId).map(({ event }) => event.id));
    const owed = (duties.get(row.dossierId) ?? [])
      .map(({ duty }) => duty)
      .filter((duty) => duty.settled === null && isOfReferral(duty, naming));
    return [
      {
        ...row,
        referral,
        course: referralCourse(of.facts, referral),
        duties: owed.toSorted(byDue),
        phase: of.state.phase,
      },
    ];
  });
}

/** Started by a fact that names it, and staff wait for it: what the school owes the learner meanwhile is no answer. */
function isOfReferral({ startedBy, owedTo }: Duty, naming: ReadonlySet<string>): boolean {
  return (
    startedBy.some((id) => naming.has(id)) &&
    owedTo.some((side) => side.party === 'institution' || side.party === 'person')
  );
}

function byDue(one: Duty, other: Duty): number {
  const [a, b] = [one.due?.at ?? '9', other.due?.at ?? '9'];
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Institutions with their municipality, as a receiver is confirmed (rules of conduct 17). */
async function placesOf(tx: Transaction, found: readonly Found[]): Promise<(id: string) => ReferralPlace> {
  const ids = found.flatMap(({ referral, course }) => [
    referral.senderId,
    referral.receiverId,
    course.acknowledged?.redirectedToId ?? null,
  ]);
  const known = [...new Set(ids.filter((id) => id !== null && isUuid(id)))].filter((id) => id !== null);
  const institutions = await loadInstitutions(tx, known);
  const municipalities = await loadMunicipalities(tx, [
    ...new Set([...institutions.values()].map(({ municipalityId }) => municipalityId)),
  ]);
  return (id) => {
    const institution = institutions.get(id);
    return {
      id,
      name: institution?.name ?? null,
      municipality: municipalities.get(institution?.municipalityId ?? '')?.name ?? null,
    };
  };
}

async function actsBy(
  tx: Transaction,
  dossierIds: readonly string[],
): Promise<ReadonlyMap<string, ReferralView['acts']>> {
  const held = await Promise.all(
    dossierIds.map(async (id) => {
      const relations = await relationsTo(tx, id);
      return [id, actsOfReferral.filter((act) => may(act, relations).decision !== 'deny')] as const;
    }),
  );
  return new Map(held);
}

const rankForm = /^\d{1,12}(?:\.\d{1,9})?$/;

function placeOf(cursor: string): ReferralCursor | null {
  const place = readCursor(cursor, ['rank', 'dossierId', 'referralId']);
  return place !== null && rankForm.test(place.rank) && isUuid(place.dossierId) ? place : null;
}
