/** What stays with whom: evaluations, looks without a ground, and the record of looks (issue 4, section 3). */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Actor } from '../application/application.ts';
import { openDatabase } from '../db/connect.ts';
import { insertDirectory } from '../db/repositories/directory.ts';
import { asClock } from '../db/transaction.ts';
import type { InstitutionKind, Role } from '../domain/procedure/party.ts';
import { instant } from '../domain/time.ts';
import { handover, openCase, record, riga, risk, sweepAt, valueOf } from './resilience/play.ts';
import { bootInProcess, freshWrite, type InProcess } from './support/in-process.ts';
import { makeSmallMunicipality, type SmallMunicipality } from './support/small-municipality.ts';

let product: InProcess;
let place: SmallMunicipality;
let officer: Actor;
let protection: Actor;
let worker: Actor;
let elsewhere: Actor;

beforeAll(async () => {
  product = await bootInProcess(riga('2026-11-20T10:00'));
  place = await makeSmallMunicipality(product.ownerUrl, riga('2026-11-20T09:00'));
  officer = await addPerson('municipalPolice', 'staff');
  protection = await addPerson('municipality', 'dataProtectionOfficer');
  worker = await addPerson('socialService', 'socialWorker', place.socialService);
  elsewhere = (await makeSmallMunicipality(product.ownerUrl, riga('2026-11-20T09:00'))).principal;
});

afterAll(() => product.close());

/** Somebody in a new institution of that kind, or in a given one. */
async function addPerson(kind: InstitutionKind, role: Role, at?: string): Promise<Actor> {
  const database = openDatabase(product.ownerUrl, 1);
  const createdAt = instant('2020-01-01T00:00:00.000Z');
  const [personId, institutionId] = [randomUUID(), at ?? randomUUID()];
  const mail = `${role}-${personId}@terminsargs.example`;
  try {
    await asClock(database, (tx) =>
      insertDirectory(tx, {
        institutions:
          at === undefined
            ? [{ id: institutionId, municipalityId: place.id, kind, name: kind, createdAt }]
            : [],
        persons: [{ id: personId, displayName: `${kind} ${role}`, mail, language: 'lv', createdAt }],
        roleHolders: [{ id: randomUUID(), personId, institutionId, role, fromAt: createdAt }],
      }),
    );
  } finally {
    await database.close();
  }
  return { personId, institutionId };
}

async function wordsOf(actor: Actor, dossierId: string, type: string): Promise<string | null | undefined> {
  const page = valueOf(await product.application.listFacts(actor, dossierId, { limit: 50 }));
  return page.items.find(({ event }) => event.type === type)?.words;
}

it('a teacher’s day holds what the school owes only about children they know by name (rules of conduct 25)', async () => {
  const referralId = randomUUID();
  const { dossierId } = await openCase(product, place, [risk, handover(place, referralId)]);
  await record(product, worker, dossierId, {
    type: 'referral.supplementRequested',
    data: { referralId, missingCodes: ['learnerData'] },
  });
  const stranger = await addPerson('school', 'teacher', place.school);
  const onTheDayOf = async (actor: Actor, side: 'mine' | 'owedToMe') =>
    valueOf(await product.application.listDuties(actor, { [side]: true, status: 'open' }, { limit: 200 }))
      .items.filter((view) => view.dossierId === dossierId)
      .map(({ duty }) => duty.kind);
  for (const actor of [place.teacher, place.principal])
    expect(await onTheDayOf(actor, 'mine')).toContain('referral-supplement');
  expect(await onTheDayOf(place.teacher, 'owedToMe')).toContain('reply');
  expect(await onTheDayOf(stranger, 'mine')).toEqual([]);
  expect(await onTheDayOf(stranger, 'owedToMe')).toEqual([]);
});

it('an evaluation stays with the institution that made it; others see its outcome (K table 18, L4619)', async () => {
  const referralId = randomUUID();
  const { dossierId } = await openCase(product, place, [risk, handover(place, referralId)]);
  await record(product, worker, dossierId, {
    type: 'referral.acknowledged',
    data: { referralId, outcomeCode: 'accepted' },
  });
  const made = await record(product, worker, dossierId, {
    type: 'evaluation.completed',
    data: { referralId, outcomeCode: 'othersNeeded' },
    words: 'Ģimenes apstākļu izvērtējums.',
  });
  const evaluationId = made.eventIds[0] ?? '';
  expect(await wordsOf(worker, dossierId, 'evaluation.completed')).toBe('Ģimenes apstākļu izvērtējums.');
  expect(await wordsOf(place.teacher, dossierId, 'evaluation.completed')).toBeNull();
  expect(await wordsOf(place.teacher, dossierId, 'risk.identified')).not.toBeNull();

  const release = {
    type: 'evaluation.released',
    data: { evaluationId, toInstitutionId: place.school },
  } as const;
  const refused = await product.application.recordFacts(place.teacher, dossierId, [release], freshWrite());
  expect(refused).toMatchObject({ ok: false, refused: 'notYourAct' });
  const released = await record(product, worker, dossierId, release);
  expect(await wordsOf(place.principal, dossierId, 'evaluation.completed')).toBe(
    'Ģimenes apstākļu izvērtējums.',
  );
  // The class teacher holds no post there: the words went to the school's specialists.
  expect(await wordsOf(place.teacher, dossierId, 'evaluation.completed')).toBeNull();

  await record(product, worker, dossierId, {
    type: 'fact.withdrawn',
    data: { eventId: released.eventIds[0] ?? '', reasonCode: 'mistake' },
  });
  expect(await wordsOf(place.principal, dossierId, 'evaluation.completed')).toBeNull();
});

it('an emergency: granted at once with a reason, told, reviewed, over by itself (issue 4, section 3)', async () => {
  await product.setClock(riga('2026-11-20T10:00'));
  const { dossierId, caseNumber } = await openCase(product, place, [risk]);
  const { application } = product;
  expect((await application.readDossier(officer, dossierId)).ok).toBe(false);
  const taken = valueOf(
    await application.takeEmergencyAccess(
      officer,
      { caseNumber, groundCode: 'childFound', reason: 'Bērns atrasts naktī uz ielas.' },
      freshWrite(),
    ),
  );
  expect(taken).toMatchObject({ dossierId });
  expect(taken.started.some((key) => key.startsWith('emergency-review:'))).toBe(true);
  const read = valueOf(await application.readDossier(officer, dossierId));
  expect(read).toMatchObject({ view: 'full' });
  expect(read.learner).not.toBeNull();
  expect(read.emergencyUntil).toBe(riga('2026-11-21T10:00'));
  expect(read.acts).toEqual(['seeDuties', 'seePreview', 'readCase', 'recordDanger']);
  // To read is what was granted, no more.
  expect(await application.recordFacts(officer, dossierId, [risk], freshWrite())).toMatchObject({
    refused: 'notYourAct',
  });

  await product.setClock(riga('2026-11-21T10:01'));
  expect((await application.readDossier(officer, dossierId)).ok).toBe(false);

  await sweepAt(product, '2026-11-23T07:30');
  const told = await product.sql<{ person: string }[]>`
    select distinct recipient_person as person from notice
    where dossier_id = ${dossierId} and duty_key like 'emergency-review:%' and name = 'first'`;
  expect(told.map(({ person }) => person).sort()).toEqual(
    [protection.personId, place.teacher.personId].sort(),
  );

  const review = (by: Actor) =>
    application.recordFacts(
      by,
      dossierId,
      [{ type: 'access.reviewed', data: { accessId: taken.eventIds[0] ?? '', outcomeCode: 'justified' } }],
      freshWrite(),
    );
  expect(await review(place.teacher)).toMatchObject({ refused: 'notYourAct' });
  expect(valueOf(await review(protection)).settled).toEqual([expect.stringMatching(/^emergency-review:/)]);
});

it('R 3: an excluded person gets no emergency access, as if there were no such case', async () => {
  await product.setClock(riga('2026-11-24T10:00'));
  const { dossierId, caseNumber } = await openCase(product, place, [risk]);
  await record(product, place.teacher, dossierId, {
    type: 'person.excluded',
    data: { personId: officer.personId, groundCode: 'relative' },
  });
  const ask = (actor: Actor, number: string) =>
    product.application.takeEmergencyAccess(
      actor,
      { caseNumber: number, groundCode: 'lifeInDanger', reason: 'Iemesls.' },
      freshWrite(),
    );
  const nothing = { ok: false, refused: 'notFound', path: 'caseNumber' };
  expect(await ask(officer, caseNumber)).toEqual(nothing);
  expect(await ask(officer, '2026-99999')).toEqual(nothing);
  expect(await ask(place.schoolAdministrator, caseNumber)).toMatchObject({ refused: 'notYourAct' });
});

it('nothing of one municipality is opened by an emergency in another (issue 4, section 5)', async () => {
  const { caseNumber, dossierId } = await openCase(product, place, [risk]);
  const asked = await product.application.takeEmergencyAccess(
    elsewhere,
    { caseNumber, groundCode: 'lifeInDanger', reason: 'Iemesls.' },
    freshWrite(),
  );
  // The other municipality numbers its own cases: only its own may be met.
  expect(asked.ok && asked.value.dossierId === dossierId).toBe(false);
  expect((await product.application.readDossier(elsewhere, dossierId)).ok).toBe(false);
});

it('every look is logged and shown to who leads the case, and to nobody else (issue 4, section 3)', async () => {
  const { application } = product;
  const { dossierId } = await openCase(product, place, [risk]);
  valueOf(await application.readDossier(place.principal, dossierId));
  valueOf(await application.listFacts(place.principal, dossierId, { limit: 5 }));
  const looks = valueOf(await application.readAccessLog(place.teacher, dossierId, { limit: 50 })).items;
  const byPrincipal = looks.filter(({ personId }) => personId === place.principal.personId);
  expect(byPrincipal.map(({ act }) => act).sort()).toEqual(['dossier.read', 'facts.read']);
  expect(byPrincipal[0]).toMatchObject({ institutionName: 'Ozolkalna pamatskola', purpose: 'case' });

  const pages = valueOf(await application.readAccessLog(protection, dossierId, { limit: 2 }));
  expect(pages.items).toHaveLength(2);
  const rest = valueOf(
    await application.readAccessLog(protection, dossierId, { limit: 50, cursor: pages.next ?? '' }),
  );
  expect(rest.items.map(({ id }) => id)).not.toContain(pages.items[0]?.id);
  for (const actor of [place.schoolAdministrator, place.otherTeacher, place.socialHead])
    expect((await application.readAccessLog(actor, dossierId, { limit: 5 })).ok).toBe(false);
});

it('R 22: the extract for the learner tells when and what for, and holds other institutions back', async () => {
  const { application } = product;
  const { dossierId } = await openCase(product, place, [risk, handover(place)]);
  valueOf(await application.readDossier(worker, dossierId));
  valueOf(await application.readDossier(place.principal, dossierId));
  const extract = valueOf(await application.readAccessExtract(place.teacher, dossierId));
  expect(extract.looks.filter(({ bySchool }) => bySchool)).toHaveLength(2);
  expect(extract.looks.filter(({ bySchool }) => !bySchool)).toHaveLength(1);
  expect(JSON.stringify(extract.looks)).not.toContain(place.socialService);
  expect((await application.readAccessExtract(worker, dossierId)).ok).toBe(false);
});

it('a class teacher who opens a case without naming one leads it; a teacher who does is told that it went on (K 4.2, duties 7)', async () => {
  const { application } = product;
  const subjectTeacher = await addPerson('school', 'teacher', place.school);
  const open = (actor: Actor) =>
    application.openDossier(
      actor,
      { kind: 'concern', schoolId: place.school, procedureId: 'national-2025', facts: [risk] },
      freshWrite(),
    );
  const own = valueOf(await open(place.otherTeacher));
  expect(valueOf(await application.readDossier(place.otherTeacher, own.dossierId)).view).toBe('full');
  const close = { type: 'concern.closed', data: { reasonCode: 'solved' } } as const;
  expect((await application.recordFacts(place.otherTeacher, own.dossierId, [close], freshWrite())).ok).toBe(
    true,
  );
  const others = valueOf(await open(subjectTeacher));
  expect(valueOf(await application.readDossier(subjectTeacher, others.dossierId)).view).toBe('limited');
});

it('facts name who recorded them and whom they speak of; before acceptance institutions only (K table 18)', async () => {
  const { application } = product;
  const referralId = randomUUID();
  const { dossierId } = await openCase(product, place, [risk, handover(place, referralId)]);
  const sentSeenBy = async (actor: Actor) => {
    const { items } = valueOf(await application.listFacts(actor, dossierId, { limit: 50 }));
    return items.find(({ event }) => event.type === 'referral.sent');
  };
  const institutionsOnly = [{ id: place.socialService, name: expect.any(String) }];
  const seen = await sentSeenBy(place.teacher);
  expect(seen).toMatchObject({ byName: expect.stringMatching(/./), names: institutionsOnly });
  expect(seen?.institutionName).not.toBe('');
  expect(await sentSeenBy(worker)).toMatchObject({ byName: null, names: institutionsOnly });
  const read = valueOf(await application.readDossier(place.teacher, dossierId));
  expect(read.schoolName).toBe(seen?.institutionName);
  expect(read.acts).toContain('recordWork');
  expect(read.classTeacherName).toBe(seen?.byName);
  expect(valueOf(await application.readDossier(worker, dossierId)).classTeacherName).toBeNull();
});

it('a correction: asked by who sees the duty alone, answered by who leads, and its end is told (R 27)', async () => {
  await product.setClock(riga('2026-11-20T10:00'));
  const { application } = product;
  const { dossierId, started } = await openCase(product, place, [handover(place)]);
  const dutyKey = started.find((key) => key.startsWith('acknowledge-handover:')) ?? '';
  const { schoolAdministrator: administrator, teacher } = place;
  const asked = await record(product, administrator, dossierId, {
    type: 'correction.asked',
    data: { dutyKey, whatCode: 'answeredElsewhere' },
    words: 'Dienests atbildēja e-pastā 19. novembrī.',
  });
  expect(asked.started).toEqual([expect.stringMatching(/^correction:/)]);
  const waiting = valueOf(await application.corrections(administrator)).items;
  expect(waiting).toMatchObject([
    {
      dossierId,
      dutyKey,
      words: 'Dienests atbildēja e-pastā 19. novembrī.',
      answer: null,
      dutySettled: false,
      answeredBy: 'Ozolkalna pamatskola',
    },
  ]);
  // To have asked is no look into the case.
  expect(await application.listFacts(administrator, dossierId, { limit: 50 })).toMatchObject({
    refused: 'notFound',
  });
  expect(valueOf(await application.readDossier(administrator, dossierId)).view).toBe('deadlines');
  expect(await wordsOf(teacher, dossierId, 'correction.asked')).toBe(
    'Dienests atbildēja e-pastā 19. novembrī.',
  );

  const [requestId = ''] = asked.eventIds;
  const answer = {
    type: 'correction.answered',
    data: { requestId, outcomeCode: 'declined' },
    words: 'E-pastā bija tikai jautājums.',
  } as const;
  expect(await application.recordFacts(administrator, dossierId, [answer], freshWrite())).toMatchObject({
    refused: 'notYourAct',
  });
  const due = valueOf(await application.listDuties(teacher, { dossierId, mine: true }, { limit: 50 })).items;
  expect(due.map(({ duty }) => duty.kind)).toContain('correction');
  await record(product, teacher, dossierId, answer);
  expect(valueOf(await application.corrections(administrator)).items).toMatchObject([
    { answer: { outcomeCode: 'declined', words: 'E-pastā bija tikai jautājums.' } },
  ]);
  // Another institution hears nothing of it.
  expect(valueOf(await application.corrections(place.socialHead)).items).toEqual([]);

  await record(product, teacher, dossierId, {
    type: 'person.excluded',
    data: { personId: administrator.personId, groundCode: 'relative' },
  });
  expect(valueOf(await application.corrections(administrator)).items).toEqual([]);
});

it('R 3: emergencies and exclusions are overseen by who may read the log, never by who is excluded', async () => {
  await product.setClock(riga('2026-11-20T10:00'));
  const { application } = product;
  const { dossierId, caseNumber } = await openCase(product, place, [risk]);
  const asked = { caseNumber, groundCode: 'childMissing', reason: 'Bērns nav atnācis mājās.' } as const;
  const taken = valueOf(await application.takeEmergencyAccess(officer, asked, freshWrite()));
  const of = async (actor: Actor) => {
    const { emergencies, exclusions } = valueOf(await application.oversight(actor));
    const here = <T extends { readonly dossierId: string }>(all: readonly T[]) =>
      all.filter((one) => one.dossierId === dossierId);
    return { emergencies: here(emergencies), exclusions: here(exclusions) };
  };
  const [accessId = ''] = taken.eventIds;
  expect((await of(protection)).emergencies).toMatchObject([
    { accessId, caseNumber, reason: 'Bērns nav atnācis mājās.', review: null, mayReview: true },
  ]);
  expect((await of(place.principal)).emergencies).toMatchObject([{ accessId, mayReview: false }]);
  expect(await application.oversight(place.teacher)).toMatchObject({ refused: 'notYourAct' });
  expect((await of(place.socialHead)).emergencies).toEqual([]);

  await record(product, protection, dossierId, {
    type: 'access.reviewed',
    data: { accessId, outcomeCode: 'justified' },
  });
  await record(product, place.teacher, dossierId, {
    type: 'person.excluded',
    data: { personId: place.principal.personId, groundCode: 'relative' },
  });
  expect(await of(protection)).toMatchObject({
    emergencies: [{ review: { outcomeCode: 'justified' }, mayReview: false }],
    exclusions: [{ groundCode: 'relative', bySelf: false }],
  });
  expect(await of(place.principal)).toEqual({ emergencies: [], exclusions: [] });
});
