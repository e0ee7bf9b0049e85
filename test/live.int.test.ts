/** Who hears that a dossier changed (issue 5, “Live”). */
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { type LiveChanges, startLiveChanges } from '../application/live/live-changes.ts';
import { asRole } from '../application/settings.ts';
import { tellChanged } from '../db/changed-dossiers.ts';
import { type Database, openDatabase } from '../db/connect.ts';
import { openCase, riga, risk } from './resilience/play.ts';
import { bootInProcess, type InProcess } from './support/in-process.ts';
import { makeSmallMunicipality, type SmallMunicipality } from './support/small-municipality.ts';
import { ROLE_PASSWORD } from './support/stack.ts';

const now = riga('2026-11-20T10:00');
let product: InProcess;
let place: SmallMunicipality;
let elsewhere: SmallMunicipality;
let database: Database;
let live: LiveChanges;

beforeAll(async () => {
  product = await bootInProcess(now);
  place = await makeSmallMunicipality(product.ownerUrl, riga('2026-11-20T09:00'));
  elsewhere = await makeSmallMunicipality(product.ownerUrl, riga('2026-11-20T09:00'));
  database = openDatabase(asRole(product.ownerUrl, 'app_api', ROLE_PASSWORD), 4);
  const clock = { now: () => Promise.resolve(now), reading: () => Promise.resolve({ now, rate: 1 }) };
  const quiet = () => undefined;
  live = await startLiveChanges({ database, clock, log: { info: quiet, warn: quiet, error: quiet } });
});

afterAll(async () => {
  await live.stop();
  await database.close();
  await product.close();
});

it('those who see the dossier hear its id, nobody else hears anything (issue 5: rights are checked anew)', async () => {
  const { dossierId } = await openCase(product, place, [risk]);
  const heard: string[][] = [[], []];
  const unfollow = [place.teacher, elsewhere.teacher].map(({ personId }, index) =>
    live.follow(personId, (ids) => void heard[index]?.push(...ids)),
  );
  await tellChanged(database, dossierId);
  await vi.waitFor(() => expect(heard[0]).toEqual([dossierId]), { timeout: 20_000 });
  expect(heard[1]).toEqual([]);

  for (const end of unfollow) end();
  await tellChanged(database, dossierId);
  const other = new Promise<readonly string[]>(
    (resolve) => void live.follow(place.principal.personId, resolve),
  );
  await tellChanged(database, dossierId);
  expect(await other).toEqual([dossierId]);
  expect(heard[0]).toEqual([dossierId]);
});
