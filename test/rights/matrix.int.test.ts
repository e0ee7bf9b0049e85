/**
 * The whole matrix role × relation × act, against the real API and in SQL under row-level security. What is expected
 * comes from `domain/access/rights.ts` (`docs/tiesibas.md`) and from the relations written down in `expected.ts`.
 */
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registeredRoutes } from '../../api/testing/registered-routes.ts';
import { inLanes } from '../../bench/lib/in-lanes.ts';
import { asActor } from '../../db/transaction.ts';
import { relations } from '../../domain/access/relation.ts';
import { roles } from '../../domain/procedure/party.ts';
import { instant } from '../../domain/time.ts';
import { bootRealApi, type RealApi } from '../support/real-api.ts';
import { type MatrixCase, openMatrixCase } from './case.ts';
import { dossierProbes } from './dossier-probes.ts';
import { allowedTo, relationsOf, viewFor } from './expected.ts';
import { allowedIn, officeProbes } from './office-probes.ts';
import { insertEverybody, kinds, type People, type Place, type Somebody } from './people.ts';

const now = instant('2026-11-20T10:00:00.000Z');

type OwedDuty = {
  readonly key: string;
  readonly open: boolean;
  readonly kind: string;
  readonly owedBy: string | null;
  readonly waiting: readonly string[];
};

let api: RealApi;
let people: People;
let matrixCase: MatrixCase;
let duties: readonly OwedDuty[];
let cells = 0;

beforeAll(async () => {
  api = await bootRealApi(now);
  people = await insertEverybody(api);
  matrixCase = await openMatrixCase(api, people, now);
  duties = await api.store.superuser<OwedDuty[]>`
    select key, kind, settled_at is null as open, owed_by_key as "owedBy", array(
      select party_key from duty_waiting w where w.dossier_id = duty.dossier_id and w.key = duty.key
    ) as waiting
    from duty where dossier_id = ${matrixCase.dossierId}`;
});

afterAll(async () => {
  await api.close();
  process.stdout.write(`matrix of rights: ${cells} cells\n`);
});

/** How many duties somebody sees: all of the case with any view but `own`, which gives the own ones. */
function dutiesSeen(one: Somebody): number {
  const view = viewFor(one);
  if (view === 'none') return 0;
  const own = keysOf(one);
  const mine = ({ owedBy, waiting }: OwedDuty) => [owedBy, ...waiting].some((key) => own.includes(key ?? ''));
  return view === 'own' ? duties.filter(mine).length : duties.length;
}

/** What duties name somebody by. */
function keysOf(one: Somebody): readonly string[] {
  const place = `i:${people.institutions[one.place]}`;
  return [`p:${one.personId}`, place, `${place}:${one.role}`];
}

/** One of each kind that differs, and another municipality's. */
const offices: readonly Place[] = ['school', 'leading', 'board', 'council', 'foreignCouncil'];

const nameOf = (one: Somebody) =>
  `${one.name ?? 'nobody by name'}, ${one.role} at ${one.place} (${relationsOf(one).join(', ')})`;

describe('a case', () => {
  it('has somebody in every role, and somebody in every relation', () => {
    expect(new Set(people.all.map(({ role }) => role))).toEqual(new Set(roles));
    expect(new Set(people.all.flatMap(relationsOf))).toEqual(new Set(relations));
  });

  it('gives each the acts that the table of rights names, through the API (issue 4, section 5)', async () => {
    const owed = duties.filter(({ kind, open }) => open && kind === 'acknowledge-handover');
    expect(owed).toHaveLength(2);
    const dutyKey = (one: Somebody) =>
      (owed.find(({ owedBy }) => keysOf(one).includes(owedBy ?? '')) ?? owed[0])?.key ?? '';
    const parts = { people, matrixCase, now, dutyKey, dutiesSeen };
    const probes = dossierProbes(parts);
    const before = await api.store.superuser`select version from dossier`;
    const wrong: string[] = [];
    await inLanes(people.all, 4, async (one) => {
      for (const { act, asked, route, expected, told } of probes) {
        const answer = told(await api.ask(one.personId, asked(one)));
        cells += 1;
        if (answer !== expected(one))
          wrong.push(`${nameOf(one)}: ${act} by ${route}: ${answer}, not ${expected(one)}`);
      }
    });
    expect(wrong).toEqual([]);
    expect(await api.store.superuser`select version from dossier`).toEqual(before);
  });

  it('shows each in SQL, under row-level security, what the view gives (issue 4, section 5)', async () => {
    const stored = await counted();
    expect(stored).toMatchObject({ event: expect.any(Number) as number, learner: 1, data_key: 2 });
    const wrong: string[] = [];
    await inLanes(people.all, 4, async (one) => {
      const wanted = countsFor(one, stored);
      for (const gathers of [false, true]) {
        const seen = await asActor(api.store.api, { personId: one.personId, now }, async (tx) => {
          await tx.execute(sql`select set_config('app.gathers', ${String(gathers)}, true)`);
          const [row] = await tx.execute<Record<string, number>>(sql.raw(countAll));
          return row ?? {};
        });
        for (const [table, count] of Object.entries(wanted)) {
          cells += 1;
          if (seen[table] !== count) wrong.push(`${nameOf(one)}: ${table}: ${seen[table]}, not ${count}`);
        }
      }
    });
    expect(wrong).toEqual([]);
  });
});

describe('an office', () => {
  it('gives each role at each kind of institution the acts that the table of rights names (issue 4, section 5)', async () => {
    const probes = officeProbes(people.institutions.school, now);
    const foreign = officeProbes(people.institutions.foreignSchool, now);
    const wrong: string[] = [];
    const holders = people.all.filter(({ name, place }) => name === null && offices.includes(place));
    await inLanes(holders, 4, async (one) => {
      for (const { act, asked, allowed, route } of one.place.startsWith('foreign') ? foreign : probes) {
        const { statusCode } = await api.ask(one.personId, asked);
        const wanted = allowedIn(act, one.role, kinds[one.place]) ? allowed : 403;
        cells += 1;
        if (statusCode !== wanted)
          wrong.push(`${nameOf(one)}: ${act} by ${route}: ${statusCode}, not ${wanted}`);
      }
    });
    expect(wrong).toEqual([]);
  });
});

it('every route that asks the policy is tried (issue 4, section 5)', async () => {
  const probes = [
    ...dossierProbes({ people, matrixCase, now, dutyKey: () => '', dutiesSeen }),
    ...officeProbes(people.institutions.school, now),
  ];
  const tried = new Set(probes.map(({ act, route }) => `${route} ${act}`));
  const untried = (await registeredRoutes()).flatMap(({ method, address, acts }) =>
    acts
      .filter((act) => act !== 'public' && act !== 'own')
      .map((act) => `${method} ${address} ${act}`)
      .filter((cell) => !tried.has(cell) && !probes.some(({ route }) => cell === `${route} record`)),
  );
  expect(untried).toEqual([]);
});

it('the matrix has more than 2,000 cells (issue 4, section 5)', () => {
  expect(cells).toBeGreaterThan(2_000);
});

const tables = [
  'dossier',
  'event',
  'duty',
  'duty_waiting',
  'step',
  'notice',
  'learner',
  'learner_profile',
  'dossier_learner',
  'access_log',
] as const;

const countAll = `select ${[
  ...tables.map((table) => `(select count(*)::int from ${table}) as ${table}`),
  // The key to the index by which learners are found is everybody's in the municipality; the index is not.
  `(select count(*)::int from keyring.data_key where scope_kind <> 'municipality') as data_key`,
].join(', ')}`;

async function counted(): Promise<Readonly<Record<string, number>>> {
  const [row] = await api.store.superuser.unsafe<Record<string, number>[]>(countAll);
  return row ?? {};
}

function countsFor(
  one: Somebody,
  stored: Readonly<Record<string, number>>,
): Readonly<Record<string, number>> {
  const none = Object.fromEntries(Object.keys(stored).map((table) => [table, 0]));
  const { dossier = 0, duty = 0, duty_waiting = 0, step = 0, notice = 0, event = 0 } = stored;
  const access_log = allowedTo(one, 'readAccessLog') ? (stored['access_log'] ?? 0) : 0;
  const deadlines = { ...none, dossier, duty, duty_waiting, step, notice, access_log };
  switch (viewFor(one)) {
    case 'none':
      return none;
    case 'own': {
      const own = keysOf(one);
      const waits = duties.flatMap(({ waiting }) => waiting).filter((key) => own.includes(key)).length;
      return { ...none, dossier, duty: dutiesSeen(one), duty_waiting: waits };
    }
    case 'deadlines':
      return deadlines;
    case 'limited':
      return { ...deadlines, event };
    case 'full':
      return { ...stored, access_log };
  }
}
