/** A new class teacher and a substitute get one notice of what they take over, the former teacher one of being relieved (issue 4, 1). */
import { randomUUID } from 'node:crypto';
import PostalMime from 'postal-mime';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { calendarDay, instant, startOfDay } from '../domain/time.ts';
import { bootInProcess, freshWrite, type InProcess } from './support/in-process.ts';
import { makeSmallMunicipality, type Person, type SmallMunicipality } from './support/small-municipality.ts';

/** A Friday, in working hours. */
const now = instant('2026-11-20T10:00:00.000Z');
const nextDay = instant('2026-11-23T10:00:00.000Z');

let product: InProcess;
let place: SmallMunicipality;
let classId: string;
const caseNumbers: string[] = [];
const dossierIds: string[] = [];

beforeAll(async () => {
  product = await bootInProcess(now);
  place = await makeSmallMunicipality(product.ownerUrl, now);
  const { application } = product;
  await product.sql`insert into role_holder (id, institution_id, person_id, role, from_at)
    values (${randomUUID()}, ${place.school}, ${place.onCall.personId}, 'socialPedagogue', ${now})`;
  const made = await application.makeClass(
    place.principal,
    {
      schoolYear: '2026/2027',
      name: '5.b',
      teacherId: place.teacher.personId,
      fromOn: calendarDay('2026-09-01'),
    },
    freshWrite(),
  );
  if (!made.ok) throw new Error(made.refused);
  classId = made.value.classId;
  for (const firstName of ['Anna', 'Zane']) {
    const learner = await application.registerLearner(
      place.onCall,
      {
        firstName,
        lastName: 'Bērziņa',
        birthDate: null,
        classId,
        residence: { own: { declared: 'unknown' }, stays: null, outOfFamilyCare: null, asked: null },
        contacts: [],
        notDuplicate: true,
      },
      freshWrite(),
    );
    if (!learner.ok) throw new Error(learner.refused);
    const opened = await application.openDossier(
      place.teacher,
      {
        kind: 'case',
        schoolId: place.school,
        procedureId: 'national-2025',
        learnerId: learner.value.learnerId,
        facts: [
          { type: 'case.opened', occurredAt: now, data: { level: '1' } },
          {
            type: 'risk.identified',
            occurredAt: now,
            data: { riskCode: 'attendance', identifiedOn: '2026-11-20' },
          },
        ] as never,
      },
      freshWrite(),
    );
    if (!opened.ok) throw new Error(`${opened.refused} ${opened.path}`);
    dossierIds.push(opened.value.dossierId);
    caseNumbers.push(opened.value.caseNumber);
  }
  await product.clockSide.deliverMails();
});
afterAll(async () => await product?.close());

/** Texts of the mails about takeovers that came to somebody since the last time. */
const seen = new Set<string>();
async function told({ mail }: Person): Promise<readonly string[]> {
  await product.clockSide.deliverMails();
  const texts: string[] = [];
  for (const { to, raw, messageId } of product.smtp.mails) {
    if (!to.includes(mail) || messageId === null || seen.has(messageId)) continue;
    seen.add(messageId);
    const { text = '' } = await PostalMime.parse(raw);
    if (/Klasi turpmāk|Prombūtnes laikā/.test(text)) texts.push(text);
  }
  return texts;
}

async function teach(to: Person): Promise<void> {
  const done = await product.application.changeClassTeacher(
    place.principal,
    classId,
    { teacherId: to.personId, fromOn: calendarDay('2026-11-20') },
    freshWrite(),
  );
  if (!done.ok) throw new Error(done.refused);
}

const openDutiesOf = async (personId: string) => {
  const rows =
    await product.sql`select key from duty where owed_by_person = ${personId} and settled_at is null`;
  return rows.length;
};

it('a class gets another teacher: one notice to each, with the count and case numbers, no child (R 19)', async () => {
  await teach(place.otherTeacher);
  const owed = await openDutiesOf(place.otherTeacher.personId);
  expect(owed).toBeGreaterThan(0);
  const [text, ...more] = await told(place.otherTeacher);
  expect(more).toEqual([]);
  expect(text).toContain('Līdz šim to darīja: audzinataja (Ozolkalna pamatskola).');
  expect(text).toContain(`Gadījumi: 2 (${caseNumbers.join(', ')}). Atvērti pienākumi: ${owed}.`);
  const [relieved, ...others] = await told(place.teacher);
  expect(others).toEqual([]);
  expect(relieved).toContain('Klasi turpmāk audzina: cita-audzinataja');
  expect(relieved).toContain(`Atvērti pienākumi: ${owed}.`);
  expect(`${text}${relieved}`).not.toMatch(/Anna|Zane|Bērziņa/);
  expect([await told(place.otherTeacher), await told(place.teacher)]).toEqual([[], []]);
});

it('somebody who is excluded is told nothing of that case, nor is of it anybody who hands it over (R 3)', async () => {
  const [hidden = ''] = dossierIds;
  const fact = {
    type: 'person.excluded',
    occurredAt: now,
    data: { personId: place.teacher.personId, groundCode: 'suspected' },
  };
  const done = await product.application.recordFacts(place.principal, hidden, [fact as never], freshWrite());
  if (!done.ok) throw new Error(`${done.refused} ${done.path}`);
  await teach(place.teacher);
  const [text] = await told(place.teacher);
  expect(text).toContain(`Gadījumi: 1 (${caseNumbers[1]}).`);
  const [relieved] = await told(place.otherTeacher);
  expect(relieved).toContain(`Gadījumi: 1 (${caseNumbers[1]}).`);
});

it('a substitute is told when the leave begins, in working hours, and only once; who is away is left in peace', async () => {
  const { application } = product;
  const leave = {
    institutionId: place.school,
    personId: place.teacher.personId,
    from: calendarDay('2026-11-23'),
  };
  const named = await application.addSubstitute(
    place.principal,
    { ...leave, substituteId: place.onCall.personId },
    freshWrite(),
  );
  if (!named.ok) throw new Error(named.refused);
  const away = await application.addAbsence(place.principal, leave, freshWrite());
  if (!away.ok) throw new Error(away.refused);
  // Written again by whatever changes in the school's staff.
  const other = { ...leave, personId: place.schoolAdministrator.personId };
  await application.addAbsence(place.principal, other, freshWrite());
  expect(await told(place.onCall)).toEqual([]);
  await product.setClock(startOfDay(calendarDay('2026-11-23')));
  expect(await told(place.onCall)).toEqual([]);
  await product.setClock(nextDay);
  const [text, ...more] = await told(place.onCall);
  expect(more).toEqual([]);
  expect(text).toContain('Prombūtnes laikā Jūs aizstājat: audzinataja (Ozolkalna pamatskola).');
  expect(text).toContain(caseNumbers[1]);
  expect(text).not.toContain(caseNumbers[0]);
  expect(await told(place.teacher)).toEqual([]);
});

it('a leave that is taken back before it begins tells nobody', async () => {
  const { application } = product;
  const from = calendarDay('2026-12-01');
  const leave = { institutionId: place.school, personId: place.otherTeacher.personId, from };
  await application.addSubstitute(
    place.principal,
    { ...leave, substituteId: place.principal.personId },
    freshWrite(),
  );
  const away = await application.addAbsence(place.principal, leave, freshWrite());
  if (!away.ok) throw new Error(away.refused);
  const back = await application.endLeave(place.principal, 'absence', away.value.id, undefined, freshWrite());
  if (!back.ok) throw new Error(back.refused);
  await product.setClock(instant('2026-12-01T10:00:00.000Z'));
  expect([await told(place.principal), await told(place.otherTeacher)]).toEqual([[], []]);
  const owed = await product.sql`select id from takeover where state = 'owed'`;
  expect(owed).toEqual([]);
});
