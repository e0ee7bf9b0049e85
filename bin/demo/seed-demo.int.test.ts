/** The demo in a database: what its screens need beside cases (issue 4), counted from the day on which it is loaded. */
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { municipalitySettingOf } from '../../application/municipality-setting.ts';
import { keyProvider } from '../../db/encryption/key-provider.ts';
import { holdingsOf } from '../../db/repositories/directory.ts';
import { loadSetting } from '../../db/repositories/settings.ts';
import { leaveOf } from '../../db/repositories/staff.ts';
import { createStore, type TestStore } from '../../db/testing/store.ts';
import { asActor, asClock } from '../../db/transaction.ts';
import { breakOn } from '../../domain/calendar/index.ts';
import { standInFor } from '../../domain/staff/substitution.ts';
import { addDays, dayOf, instant, startOfDay } from '../../domain/time.ts';
import { demoId } from './demo-id.ts';
import { demoLeave } from './leave.ts';
import { seedDemo } from './seed-demo.ts';

/** A Saturday: the demo holds on any day. */
const now = instant('2026-11-21T09:30:00.000Z');
const school = demoId('ozolkalna-vidusskola');

let store: TestStore;

beforeAll(async () => {
  store = await createStore();
  const keys = keyProvider([{ id: 'test', key: new Uint8Array(32).fill(7) }]);
  await asClock(store.owner, (tx) => seedDemo(tx, keys, now));
});
afterAll(async () => await store?.close());

it('somebody stands in at the end of a chain, and a leave is to come', async () => {
  const leave = demoLeave(dayOf(now));
  expect(standInFor(leave, school, demoId('gints-purmalis'), now)).toBe(demoId('inguna-dzene'));
  const [held, stored] = await asClock(store.owner, async (tx) => [
    await holdingsOf(tx, demoId('inguna-dzene'), now),
    await leaveOf(tx, school, now),
  ]);
  expect(held.map(({ role }) => role)).toContain('classTeacher');
  expect(stored.absences.map(({ fromAt }) => fromAt > now)).toEqual([false, false, true]);
  expect(stored.absences.at(-1)?.fromAt).toBe(startOfDay(addDays(dayOf(now), 14)));
});

it('the substitute sees the cases of the class, an excluded person none of theirs (R 3)', async () => {
  const seen = (personId: string) =>
    asActor(store.api, { personId, now }, async (tx) => {
      const rows = await tx.execute<{ id: string; class_teacher_id: string | null }>(
        sql`select id, class_teacher_id from dossier`,
      );
      return rows.map((row) => ({ id: row.id, teacher: row.class_teacher_id }));
    });
  const teachers = (await seen(demoId('inguna-dzene'))).map(({ teacher }) => teacher);
  expect(teachers).toEqual(expect.arrayContaining([demoId('gints-purmalis'), demoId('martins-ozers')]));
  const hidden = demoId('dossier/relative-at-school');
  expect((await seen(demoId('daiga-silina'))).map(({ id }) => id)).toContain(hidden);
  expect((await seen(demoId('valdis-birznieks'))).map(({ id }) => id)).not.toContain(hidden);
});

it('there is a neighbour, a training municipality, and school time of this year and the next (R 28)', async () => {
  const [training, neighbour, own] = await asClock(store.owner, async (tx) => [
    await loadSetting(tx, demoId('macibu-novads')),
    await loadSetting(tx, demoId('liepavotu-novads')),
    await loadSetting(tx, demoId('ozolkalna-novads')),
  ]);
  expect([training?.municipality.training, neighbour?.municipality.training]).toEqual([true, false]);
  const { schoolYears = [] } = municipalitySettingOf('x', own?.setting);
  expect(schoolYears.map(({ starts }) => starts)).toEqual(['2026-09-01', '2027-09-01']);
  expect(breakOn(schoolYears, dayOf(instant('2026-12-23T10:00:00.000Z')))?.name.lv).toBe('ziemas brīvlaiks');
  expect(breakOn(schoolYears, dayOf(instant('2027-07-01T10:00:00.000Z')))?.name.lv).toBe('vasaras brīvlaiks');
});
