/** One case in which everybody of `people.ts` stands where they should, by facts alone. */
import { randomUUID } from 'node:crypto';
import { loadContext } from '../../application/dossier-context.ts';
import { refreshDossier } from '../../application/refresh-dossier.ts';
import { sealWords } from '../../db/encryption/words.ts';
import { logAccess } from '../../db/repositories/access.ts';
import { insertDossier, lockDossier, nextCaseNumber } from '../../db/repositories/dossiers.ts';
import { appendEvents } from '../../db/repositories/events.ts';
import { sealLearner } from '../../db/testing/learners.ts';
import { asActor, asClock } from '../../db/transaction.ts';
import { checkFact } from '../../domain/dossier/check-fact.ts';
import type { DossierEvent, EventType } from '../../domain/dossier/event.ts';
import { addMinutes, dayOf, type Instant } from '../../domain/time.ts';
import { national2025 } from '../../procedures/national-2025/index.ts';
import type { RealApi } from '../support/real-api.ts';
import type { People, Place, Somebody } from './people.ts';

export const referredTo = [
  'leading',
  'accepted',
  'asked',
  'declined',
  'foreignAccepted',
  'foreignAsked',
  'foreignWithdrawn',
] as const satisfies readonly Place[];
export type Referred = (typeof referredTo)[number];

export type MatrixCase = {
  readonly dossierId: string;
  readonly learnerId: string;
  /** Of the referral that went to the place. */
  readonly referrals: Readonly<Record<Referred, string>>;
  readonly firstFactId: string;
  readonly emergencyId: string;
};

type Told = { readonly by: Somebody; readonly type: EventType; readonly data: object; readonly id?: string };

/** Opens it an hour before `now`; its first fact has words and it is about a learner. */
export async function openMatrixCase(api: RealApi, people: People, now: Instant): Promise<MatrixCase> {
  const made: Omit<MatrixCase, 'learnerId'> = {
    dossierId: randomUUID(),
    referrals: Object.fromEntries(
      referredTo.map((place) => [place, randomUUID()]),
    ) as MatrixCase['referrals'],
    firstFactId: randomUUID(),
    emergencyId: randomUUID(),
  };
  const opened = addMinutes(now, -60);
  const told = factsOfCase(people, made, now);
  const wrong = told.flatMap(({ type, data }) =>
    checkFact(type, data).map((problem) => ({ type, ...problem })),
  );
  if (wrong.length > 0) throw new Error(JSON.stringify(wrong));
  const [opener] = people.named('opener');
  const [classTeacher] = people.named('classTeacher');
  if (opener === undefined || classTeacher === undefined) throw new Error('nobody opens the case');
  const events = told.map(
    ({ by, type, data, id }, index) =>
      ({
        id: id ?? randomUUID(),
        seq: index + 1,
        type,
        occurredAt: opened,
        recordedAt: opened,
        by: by.personId,
        institution: people.institutions[by.place],
        data,
      }) as DossierEvent,
  );
  const [first, ...others] = events;
  if (first === undefined) throw new Error('nothing opens the case');
  const learnerId = await asActor(api.store.api, { personId: opener.personId, now }, async (tx) => {
    const dossier = await insertDossier(tx, {
      id: made.dossierId,
      caseNumber: await nextCaseNumber(tx, people.municipalityId, Number(dayOf(now).slice(0, 4))),
      kind: 'case',
      municipalityId: people.municipalityId,
      homeInstitutionId: people.institutions.school,
      classTeacherId: classTeacher.personId,
      procedureId: national2025.id,
      procedureVersion: national2025.version,
      createdAt: opened,
    });
    const learner = { firstName: 'Anna', lastName: 'Bērziņa', className: '5.b' };
    const id = await sealLearner(tx, api.keys, dossier, learner, now);
    const words = [{ event: first, text: 'Stāsts par Anniņu' }];
    await appendEvents(tx, dossier, [first], await sealWords(tx, api.keys, dossier.id, words, now));
    await logAccess(tx, {
      id: randomUUID(),
      at: opened,
      personId: opener.personId,
      institutionId: people.institutions[opener.place],
      dossierId: dossier.id,
      act: 'dossier.read',
      purpose: 'case',
    });
    return id;
  });
  // Of many people at once, as only the clock may; who recorded them stands in the facts.
  await asClock(api.store.clock, async (tx) => {
    const dossier = await lockDossier(tx, made.dossierId);
    if (dossier === null) throw new Error('the case is not there');
    const version = await appendEvents(tx, dossier, others, new Map());
    const context = await loadContext(tx, dossier, events, now);
    await refreshDossier(tx, { ...dossier, version }, events, context, now);
  });
  return { ...made, learnerId };
}

/** The grounds of every relation, in the order of their entering. */
function factsOfCase(people: People, made: Omit<MatrixCase, 'learnerId'>, now: Instant): readonly Told[] {
  const { institutions } = people;
  const only = (one: Somebody | undefined): Somebody => {
    if (one === undefined) throw new Error('nobody of that name');
    return one;
  };
  const [opener, lead] = [only(people.named('opener')[0]), only(people.named('lead')[0])];
  const pedagogue = people.at('school', 'socialPedagogue');
  const send = (place: Referred, kindCode: string): Told => ({
    by: pedagogue,
    type: 'referral.sent',
    data: {
      referralId: made.referrals[place],
      receiverId: institutions[place],
      kindCode,
      channelCode: 'product',
    },
  });
  const answer = (place: Referred, outcomeCode: string): Told => ({
    by: people.at(place, 'head'),
    type: 'referral.acknowledged',
    data: { referralId: made.referrals[place], outcomeCode },
  });
  const assign = (one: Somebody, level: string, roleCode: string): Told => ({
    by: pedagogue,
    type: 'case.managerAssigned',
    data: { managerId: one.personId, level, roleCode },
  });
  const emergency = (one: Somebody, minutes: number, id: string): Told => ({
    by: one,
    type: 'access.takenInEmergency',
    data: { groundCode: 'danger', untilAt: addMinutes(now, minutes) },
    id,
  });
  return [
    { by: opener, type: 'concern.recorded', data: { riskCode: 'other' }, id: made.firstFactId },
    { by: pedagogue, type: 'case.opened', data: { level: '1' } },
    ...people.named('formerManager').map((one) => assign(one, '1', 'lead')),
    send('leading', 'handover'),
    answer('leading', 'accepted'),
    {
      by: pedagogue,
      type: 'handover.completed',
      data: { referralId: made.referrals.leading, newManagerId: lead.personId },
    },
    ...people.named('coManager').map((one) => assign(one, '2', 'co')),
    send('accepted', 'request'),
    answer('accepted', 'accepted'),
    send('asked', 'handover'),
    send('declined', 'request'),
    answer('declined', 'declined'),
    send('foreignAccepted', 'request'),
    answer('foreignAccepted', 'accepted'),
    send('foreignAsked', 'handover'),
    send('foreignWithdrawn', 'request'),
    answer('foreignWithdrawn', 'accepted'),
    {
      by: pedagogue,
      type: 'referral.withdrawn',
      data: { referralId: made.referrals.foreignWithdrawn, reasonCode: 'wrongRecipient' },
    },
    {
      by: pedagogue,
      type: 'group.caseProposed',
      data: { groupId: institutions.group, byInstitutionId: institutions.school },
    },
    {
      by: pedagogue,
      type: 'meeting.held',
      data: { meetingId: randomUUID(), kindCode: 'group', caseTaken: true },
    },
    {
      by: pedagogue,
      type: 'meeting.scheduled',
      data: {
        meetingId: randomUUID(),
        startsAt: addMinutes(now, 60),
        invitedInstitutionIds: [institutions.invited],
      },
    },
    ...people
      .named('recorder')
      .map((by): Told => ({ by, type: 'address.corrected', data: { personId: randomUUID() } })),
    ...people
      .named('inEmergency')
      .map((one, nth) => emergency(one, 60, nth === 0 ? made.emergencyId : randomUUID())),
    ...people.named('afterEmergency').map((one) => emergency(one, -30, randomUUID())),
    ...people.named('excluded').map(
      ({ personId }): Told => ({
        by: lead,
        type: 'person.excluded',
        data: { personId, groundCode: 'relative' },
      }),
    ),
  ];
}
