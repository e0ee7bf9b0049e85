import { afterAll, beforeAll, expect, it } from 'vitest';
import { bootInProcess, type InProcess } from '../support/in-process.ts';
import { makeSmallMunicipality, type SmallMunicipality } from '../support/small-municipality.ts';
import { handover, openCase, riga, ringAt } from './play.ts';

let product: InProcess;
let place: SmallMunicipality;

beforeAll(async () => {
  product = await bootInProcess(riga('2026-11-20T10:00'));
  place = await makeSmallMunicipality(product.ownerUrl, riga('2026-11-20T09:00'));
});

afterAll(async () => {
  await product.close();
});

it('in a set, neither a dossier that cannot be worked out nor one that cannot be written stops another (architecture 1.9)', async () => {
  const ids: string[] = [];
  for (let nth = 0; nth < 3; nth += 1)
    ids.push((await openCase(product, place, [handover(place)])).dossierId);
  const [unworkable = '', unwritable = '', sound = ''] = ids;
  await product.sql`update dossier set procedure_id = 'not-shipped' where id = ${unworkable}`;
  await product.sql.unsafe(`
    create function refuse() returns trigger language plpgsql as $$ begin raise exception 'refused'; end $$;
    create trigger refuse before insert on notice for each row
      when (new.dossier_id = '${unwritable}' and new.name <> 'first') execute function refuse()`);
  await ringAt(product, '2026-12-10T09:00', []);
  await product.sweep();
  const rows = await product.sql`select d.id, d.poisoned_at is not null as poisoned,
      (select count(*)::int from notice n where n.dossier_id = d.id and n.name = 'late') as late,
      (select count(*)::int from step s where s.dossier_id = d.id and s.name = 'late' and s.taken_at is not null) as taken
    from dossier d where id = any (${ids}::uuid[])`;
  const of = (id: string) => rows.find((row) => row['id'] === id);
  expect(of(unworkable)).toMatchObject({ poisoned: true, late: 0, taken: 0 });
  expect(of(unwritable)).toMatchObject({ poisoned: true, late: 0, taken: 0 });
  // The handover's two duties are late by then.
  expect(of(sound)).toMatchObject({ poisoned: false, taken: 2 });
  expect(of(sound)?.['late']).toBeGreaterThan(0);
});
