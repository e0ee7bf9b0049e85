/** Import of people, classes, learners and running cases, and taking over (rules of conduct 15), through the API. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { printCsv } from '../application/import/print-csv.ts';
import type { ImportReport } from '../contracts/import.ts';
import { openDatabase } from '../db/connect.ts';
import { insertDirectory } from '../db/repositories/directory.ts';
import { asClock } from '../db/transaction.ts';
import type { ImportKind } from '../domain/import/columns.ts';
import { instant } from '../domain/time.ts';
import { bootRealApi, type RealApi } from './support/real-api.ts';
import { makeSmallMunicipality, type Person, type SmallMunicipality } from './support/small-municipality.ts';

const now = instant('2026-11-20T10:00:00.000Z');
let api: RealApi;
let place: SmallMunicipality;
let elsewhere: SmallMunicipality;
let council: Person;

type Table = readonly (readonly string[])[];
const bytes = (table: Table) => Buffer.from(printCsv(table)).toString('base64');

async function preview(by: Person, kind: ImportKind, file: string) {
  const answer = await api.ask(by.personId, {
    method: 'POST',
    path: '/imports/preview',
    body: { kind, file },
  });
  return { status: answer.statusCode, report: answer.json<ImportReport>() };
}
async function run(by: Person, kind: ImportKind, file: string, key: string = randomUUID()) {
  const headers = { 'idempotency-key': key };
  const answer = await api.ask(by.personId, {
    method: 'POST',
    path: '/imports',
    body: { kind, file },
    headers,
  });
  const { created, extended, known, repeated, code } = answer.json<Record<string, unknown>>();
  return { status: answer.statusCode, created, extended, known, repeated, code };
}
const outcomes = (report: ImportReport) => report.rows.map(({ row, outcome }) => `${row} ${outcome}`);
const problems = (report: ImportReport) =>
  report.problems.map(({ row, column, code }) => `${row ?? 'file'} ${column ?? '-'} ${code}`);
const counted = async (table: string) =>
  Number((await api.store.superuser.unsafe<{ n: number }[]>(`select count(*) as n from ${table}`))[0]?.n);

const mailed = async () => [
  await counted('auth.mail_order'),
  await counted('mail'),
  await counted('notice'),
  await counted('takeover'),
];

beforeAll(async () => {
  api = await bootRealApi(now);
  place = await makeSmallMunicipality(api.store.ownerUrl, now);
  elsewhere = await makeSmallMunicipality(api.store.ownerUrl, now);
  council = { personId: randomUUID(), institutionId: randomUUID(), mail: 'novads@terminsargs.example' };
  const owner = openDatabase(api.store.ownerUrl, 1);
  const createdAt = instant('2020-01-01T00:00:00.000Z');
  await asClock(owner, (tx) =>
    insertDirectory(tx, {
      institutions: [
        {
          id: council.institutionId,
          municipalityId: place.id,
          kind: 'municipality',
          name: 'Dome',
          createdAt,
        },
      ],
      persons: [{ id: council.personId, displayName: 'Novada administratore', language: 'lv', createdAt }],
      roleHolders: [
        {
          id: randomUUID(),
          personId: council.personId,
          institutionId: council.institutionId,
          role: 'administrator',
          fromAt: createdAt,
        },
      ],
    }),
  );
  await owner.close();
});

afterAll(async () => {
  await api.close();
});

const people = (...rows: Table) => bytes([['Vārds, uzvārds', 'E-pasts', 'Loma', 'Iestāde'], ...rows]);

describe('people', () => {
  it('every problem is listed by row and column, and a single one changes nothing (R 15)', async () => {
    const before = await counted('person');
    const file = people(
      ['Anna Kalna', 'anna.kalna@skola.example', 'sociālais pedagogs', ''],
      ['Juris Lejnieks', 'juris', 'karalis', 'Cita skola'],
    );
    const { report } = await preview(place.principal, 'people', file);
    expect([report.fits, outcomes(report)]).toEqual([false, ['2 created', '3 problem']]);
    expect(problems(report)).toEqual(['3 mail notAMail', '3 role notInList']);
    expect(report.problems[1]).toMatchObject({
      heading: 'Role',
      allowed: expect.arrayContaining(['principal']),
    });
    expect(await run(place.principal, 'people', file)).toMatchObject({
      status: 422,
      code: 'importHasProblems',
    });
    expect(await counted('person')).toBe(before);
  });

  it('are taken in once, however often the file comes, and without a mail (R 15)', async () => {
    const file = people(
      ['Anna Kalna', 'Anna.Kalna@skola.example', 'sociālais pedagogs', ''],
      ['Anna Kalna', 'anna.kalna@skola.example', 'klases audzinātājs', ''],
      ['Direktors', place.principal.mail, 'direktors', ''],
    );
    const { report } = await preview(place.principal, 'people', file);
    expect(outcomes(report)).toEqual(['2 created', '3 extended', '4 known']);
    const before = await mailed();
    const key = randomUUID();
    const done = { status: 201, created: 1, extended: 1, known: 1, repeated: false };
    expect(await run(place.principal, 'people', file, key)).toMatchObject(done);
    expect(await run(place.principal, 'people', file, key)).toMatchObject({ ...done, repeated: true });
    expect(await run(place.principal, 'people', file)).toMatchObject({
      ...done,
      created: 0,
      extended: 0,
      known: 3,
    });
    expect(await mailed()).toEqual(before);
  });

  it('of other institutions are for the municipality’s administrators; of another municipality for nobody here', async () => {
    const row = [
      'Ilga Sila',
      'ilga.sila@soc.example',
      'sociālais darbinieks',
      'Ozolkalna novada Sociālais dienests',
    ];
    expect(problems((await preview(place.principal, 'people', people(row))).report)).toEqual([
      '2 institution institutionUnknown',
    ]);
    const { report } = await preview(council, 'people', people(row));
    expect(outcomes(report)).toEqual(['2 created']);
    // Somebody of that address in another municipality is nobody here.
    const same = ['Cita', elsewhere.teacher.mail, 'pedagogs', 'Ozolkalna pamatskola'];
    expect(outcomes((await preview(council, 'people', people(same))).report)).toEqual(['2 extended']);
  });
});

describe('classes and learners', () => {
  const classes = bytes([
    ['Mācību gads', 'Klase', 'Audzinātāja e-pasts'],
    ['2026/2027', '5.b', 'audzinataja@terminsargs.example'],
    ['2026/2027', '6.a', ''],
  ]);
  const learners = (...rows: Table) =>
    bytes([
      [
        'Vārds',
        'Uzvārds',
        'Dzimšanas datums',
        'Klase',
        'Kontakts 1: vārds, uzvārds',
        'Kontakts 1: adrese slepena',
      ],
      ...rows,
    ]);

  it('are imported one after the other, and known the second time', async () => {
    expect(await run(place.principal, 'classes', classes)).toMatchObject({ status: 201, created: 2 });
    expect(await run(place.principal, 'classes', classes)).toMatchObject({
      status: 201,
      created: 0,
      known: 2,
    });
    const file = learners(
      ['Jānis', 'Ābols', '06.05.2014', '5.b', 'Inese Ābola', 'jā'],
      ['Līga', 'Ābola', '2014-05-06', '5.b', '', ''],
    );
    expect(await run(place.principal, 'learners', file)).toMatchObject({ status: 201, created: 2 });
    expect(await run(place.principal, 'learners', file)).toMatchObject({ status: 201, created: 0, known: 2 });
    const found = await api.ask(place.principal.personId, {
      method: 'POST',
      path: '/learners/search',
      body: { name: 'janis abols' },
    });
    const [hit] = found.json<{ here: { id: string; className: string; birthDate: string }[] }>().here;
    expect(hit).toMatchObject({ className: '5.b', birthDate: '2014-05-06' });
    const detail = await api.ask(place.principal.personId, {
      method: 'GET',
      path: `/learners/${hit?.id ?? ''}`,
    });
    expect(detail.json<{ contacts: unknown[] }>().contacts).toMatchObject([
      { name: 'Inese Ābola', addressSecret: true, custody: 'unknown' },
    ]);
  });

  it('a wrong row changes nothing; somebody alike and somebody moved are pointed out', async () => {
    const before = await counted('learner');
    const file = learners(
      ['Jānis', 'Āboliņš', '2014-05-06', '6.a', '', ''],
      ['Jānis', 'Ābols', '2014-05-06', '6.a', '', ''],
      ['Zane', 'Ozola', '2099-01-01', '9.z', '', 'jā'],
    );
    const { report } = await preview(place.principal, 'learners', file);
    expect(problems(report)).toEqual([
      '4 contact1Name contactIncomplete',
      '4 birthDate dayInFuture',
      '4 className classUnknown',
    ]);
    expect(report.hints.map(({ row, code }) => `${row} ${code}`)).toEqual(['2 mayBeKnown', '3 leftAsIs']);
    expect(await run(place.principal, 'learners', file)).toMatchObject({ status: 422 });
    expect(await counted('learner')).toBe(before);
  });

  it('are for those who work with children: administrators import people and classes only', async () => {
    expect((await preview(place.schoolAdministrator, 'classes', classes)).status).toBe(200);
    expect((await preview(place.schoolAdministrator, 'learners', learners())).status).toBe(403);
    expect((await preview(place.teacher, 'classes', classes)).status).toBe(403);
    expect(problems((await preview(place.socialHead, 'learners', learners())).report)).toEqual([
      'file - notASchool',
    ]);
  });

  it('no name of a file stands in the log', () => {
    const lines = api.log.join('\n');
    for (const name of ['Kalna', 'kalna@', 'Ābol', 'Inese']) expect(lines).not.toContain(name);
    expect(lines).toContain('file imported');
  });
});
