/** Running cases taken over from a file (rules of conduct 15), with the clock run on for two months. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../application/application.ts';
import { printCsv } from '../application/import/print-csv.ts';
import { openDatabase } from '../db/connect.ts';
import { insertDirectory } from '../db/repositories/directory.ts';
import { asClock } from '../db/transaction.ts';
import type { ImportKind } from '../domain/import/columns.ts';
import { calendarDay, instant } from '../domain/time.ts';
import { bootInProcess, freshWrite, type InProcess } from './support/in-process.ts';
import { makeSmallMunicipality, type SmallMunicipality } from './support/small-municipality.ts';

const now = instant('2026-11-20T10:00:00.000Z');
const startDate = '2026-11-20';
const many = 400;
const managers = 10;

let product: InProcess;
let place: SmallMunicipality;
let board: Actor;

type Table = readonly (readonly string[])[];
const file = (table: Table) => Buffer.from(printCsv(table));

async function taken(kind: ImportKind, table: Table) {
  const input = { kind, file: file(table) };
  const report = await product.application.previewImport(place.principal, input);
  if (!report.ok) throw new Error(report.refused);
  expect(report.value.problems).toEqual([]);
  const done = await product.application.runImport(place.principal, input, freshWrite());
  if (!done.ok) throw new Error(done.refused);
  return done.value;
}

const nameOf = (n: number) => [
  'Izdomāts',
  `Skolēns${'ABCDEFGHIJ'[n % 10]}${'ABCDEFGHIJ'[Math.floor(n / 10) % 10]}${'ABCDEFGHIJ'[Math.floor(n / 100)]}`,
];
const mailOf = (n: number) => `vaditajs${n}@terminsargs.example`;

const runningTable: Table = [
  (
    'Vārds|Uzvārds|Līmenis|Gadījuma vadītāja e-pasts|Atvērts|Pēdējā saruna|Pēdējā izvērtēšana|Nosūtīts 1: kam|' +
    'Nosūtīts 1: kas|Nosūtīts 1: kad|Nosūtīts 1: kā|Nākamā sanāksme|Izvērtēšanas iznākums'
  ).split('|'),
  ...Array.from({ length: many }, (_, n) => [
    ...nameOf(n),
    String((n % 3) + 1),
    mailOf(n % managers),
    `2026-0${5 + (n % 5)}-1${n % 10}`,
    n % 2 === 0 ? '12.10.2026' : '',
    n % 3 === 0 ? '2026-10-20' : '',
    ...(n % 4 === 0
      ? [
          'Ozolkalna novada Sociālais dienests',
          n % 8 === 0 ? 'gadījuma nodošana' : '',
          '05.10.2026',
          'e-adrese',
        ]
      : ['', '', '', '']),
    n % 5 === 0 ? '24.11.2026' : '',
    n % 3 === 0 ? 'tāpat' : '',
  ]),
];

const count = async (query: string) =>
  Number((await product.sql.unsafe<{ n: string }[]>(`select count(*) as n from ${query}`))[0]?.n);
const ofCases = `dossier_id in (select id from dossier where kind = 'case')`;

beforeAll(async () => {
  // Without Temporal: what is told and when hangs on Postgres alone, and nobody waits for 400 workflows.
  product = await bootInProcess(now, { address: '127.0.0.1:1', namespace: 'none' });
  place = await makeSmallMunicipality(product.ownerUrl, now);
  board = { personId: randomUUID(), institutionId: randomUUID() };
  const owner = openDatabase(product.ownerUrl, 1);
  const createdAt = instant('2020-01-01T00:00:00.000Z');
  await asClock(owner, (tx) =>
    insertDirectory(tx, {
      institutions: [
        {
          id: board.institutionId,
          municipalityId: place.id,
          kind: 'educationBoard',
          name: 'Pārvalde',
          createdAt,
        },
      ],
      persons: [{ id: board.personId, displayName: 'Pārvaldes administratore', language: 'lv', createdAt }],
      roleHolders: [{ id: randomUUID(), ...board, role: 'administrator', fromAt: createdAt }],
    }),
  );
  await owner.close();
});

afterAll(async () => {
  await product.close();
});

describe('running cases', () => {
  it('wait for the start date that decides what is taken over (R 7, R 15)', async () => {
    const input = { kind: 'running', file: file(runningTable.slice(0, 1)) } as const;
    const report = await product.application.previewImport(place.principal, input);
    expect(report.ok && report.value.problems.map(({ code }) => code)).toEqual(['startDateMissing']);
    const setUp = await product.application.readSetUp(board);
    if (!setUp.ok) throw new Error(setUp.refused);
    const { version, training: _, duties: __, dossiersBehind: ___, ...draft } = setUp.value;
    const saved = await product.application.saveSetUp(
      board,
      { ...draft, startDate: calendarDay(startDate) },
      { ...freshWrite(), ifVersion: version },
    );
    expect(saved.ok).toBe(true);
  });

  it('importing 400 of them: 0 mails, 0 late, every manager’s list usable (R 15)', async () => {
    const people = Array.from({ length: managers }, (_, n) => [`Vadītājs ${n}`, mailOf(n), 'pedagogs']);
    await taken('people', [['Vārds, uzvārds', 'E-pasts', 'Loma'], ...people]);
    await taken('learners', [
      ['Vārds', 'Uzvārds', 'Dzimšanas datums'],
      ...Array.from({ length: many }, (_, n) => [
        ...nameOf(n),
        `20${10 + (n % 9)}-0${1 + (n % 9)}-1${n % 7}`,
      ]),
    ]);
    expect(await taken('running', runningTable)).toMatchObject({ created: many, known: 0 });
    expect(await taken('running', runningTable)).toMatchObject({ created: 0, known: many });
    expect(await count(`duty where ${ofCases} and taken_over and settled_at is null`)).toBeGreaterThan(many);

    for (const day of ['2026-11-25', '2027-01-20']) {
      await product.setClock(instant(`${day}T09:00:00.000Z`));
      await product.sweep();
    }
    expect(await count(`notice where ${ofCases}`)).toBe(0);
    expect(await count(`duty where ${ofCases} and settled_at is null and not taken_over`)).toBe(0);
    const late = await product.application.listDuties(place.principal, { status: 'late' }, { limit: 50 });
    expect(late.ok && late.value.items.filter(({ caseNumber }) => caseNumber !== '')).toEqual([]);
  });

  it('what was taken over is dated, settled or dropped in bulk; only what was dated is told of again (R 15)', async () => {
    const [row] = await product.sql<{ id: string }[]>`select id from person where mail = ${mailOf(0)}`;
    const manager = { personId: row?.id ?? '', institutionId: place.school };
    const list = async (status: 'takenOver' | 'open') => {
      const found = await product.application.listDuties(manager, { status, mine: true }, { limit: 200 });
      if (!found.ok) throw new Error(found.refused);
      return found.value.items.filter(({ dossierId }) => led.has(dossierId));
    };
    const led = new Set(
      (
        await product.sql<{ id: string }[]>`select dossier_id as id from dossier_access
          where party_key = ${`p:${manager.personId}`} and relation = 'manager'`
      ).map(({ id }) => id),
    );
    expect(led.size).toBe(many / managers);
    const duties = (await list('takenOver')).map(({ dossierId, duty }) => ({ dossierId, dutyKey: duty.key }));
    expect(duties.length).toBeGreaterThan(20);
    const dated = duties.slice(0, 5);
    const date = { act: 'date', newDueOn: calendarDay('2027-02-01'), duties: dated } as const;
    const acts = [
      date,
      { act: 'settle', duties: duties.slice(5, 15) },
      { act: 'drop', duties: duties.slice(15) },
    ] as const;
    for (const act of acts) {
      const done = await product.application.takeOver(manager, act, freshWrite());
      expect(done.ok ? done.value.duties : done).toBe(act.duties.length);
    }
    const again = await product.application.takeOver(manager, date, freshWrite());
    expect(!again.ok && [again.refused, again.path]).toEqual(['dutyNotTakenOver', 'duties[0].dutyKey']);
    expect(await list('takenOver')).toEqual([]);
    expect((await list('open')).map(({ duty }) => duty.due?.day)).toEqual(dated.map(() => '2027-02-01'));
  });

  it('one case by the form comes to the same as a row (R 15)', async () => {
    const [learner] = await product.sql<{ id: string }[]>`
      select learner_id as id from dossier_learner limit 1`;
    const input = {
      learnerId: learner?.id ?? '',
      managerId: place.teacher.personId,
      level: '2',
      openedOn: calendarDay('2026-09-14'),
      lastTalkOn: calendarDay('2026-10-02'),
      lastReview: null,
      referrals: [],
      nextMeetingAt: null,
    } as const;
    const twice = await product.application.openRunning(place.principal, input, freshWrite());
    expect(!twice.ok && twice.refused).toBe('caseAlreadyOpen');
    const names = [
      ['Vārds', 'Uzvārds'],
      ['Jauns', 'Izglītojamais'],
    ];
    await taken('learners', names);
    const asked = { name: 'Jauns Izglītojamais', birthDate: null };
    const found = await product.application.searchLearners(place.principal, asked);
    const fresh = { ...input, learnerId: (found.ok && found.value.here[0]?.id) || '' };
    const late = { ...fresh, openedOn: calendarDay(startDate) };
    const refused = await product.application.previewRunning(place.principal, late);
    expect(!refused.ok && refused.refused).toBe('caseAfterStart');
    const preview = await product.application.previewRunning(place.principal, fresh);
    expect(preview.ok && preview.value.duties.map(({ kind, status }) => [kind, status])).toEqual([
      ['support-plan', 'takenOver'],
    ]);
    const done = await product.application.openRunning(place.principal, fresh, freshWrite());
    expect(done.ok && done.value.started.length).toBe(1);
  });
});
