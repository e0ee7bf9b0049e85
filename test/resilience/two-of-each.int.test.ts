import { afterEach, expect, it } from 'vitest';
import type { Actor, FactToRecord } from '../../application/application.ts';
import { yearsThatMissed } from '../../db/repositories/institution-years.ts';
import { asClock } from '../../db/transaction.ts';
import {
  bootInProcess,
  eventually,
  freshWrite,
  type InProcess,
  type Instance,
} from '../support/in-process.ts';
import { makeSmallMunicipality, type SmallMunicipality } from '../support/small-municipality.ts';
import { behind, danger, handover, openCase, riga, risk, valueOf } from './play.ts';

const opened: InProcess[] = [];

afterEach(async () => {
  for (const product of opened.splice(0)) await product.close();
});

type Played = {
  readonly product: InProcess;
  readonly place: SmallMunicipality;
  readonly dossierIds: readonly string[];
  readonly conflicts: number;
};

/**
 * The same days, with one API and one worker or with two of each: whoever may write or look does so at the same time.
 * Referrals have no order among themselves, so the outcome must not depend on who came first.
 */
async function play(instances: 1 | 2): Promise<Played> {
  const product = await bootInProcess(riga('2026-11-20T10:00'));
  opened.push(product);
  const place = await makeSmallMunicipality(product.ownerUrl, riga('2026-11-20T09:00'));
  const all: Instance[] = [product];
  while (all.length < instances) all.push(await product.another());
  for (const instance of all) instance.startWorker();
  const turn = (index: number): Instance => all[index % all.length] as Instance;

  const firsts: readonly (readonly FactToRecord[])[] = [
    [handover(place)],
    [risk],
    [danger],
    [risk, handover(place)],
  ];
  const dossierIds: string[] = [];
  // One after the other: case numbers tell the cases of two runs to be the same.
  for (const [index, facts] of firsts.entries()) {
    dossierIds.push((await openCase(turn(index), place, facts)).dossierId);
  }

  await product.setClock(riga('2026-11-20T11:00'));
  const writers: readonly Actor[] = [place.teacher, place.principal];
  const writes = dossierIds.flatMap((id, index) =>
    Array.from({ length: 4 }, (_, n) =>
      turn(index + n).application.recordFacts(writers[n % 2] as Actor, id, [risk], freshWrite()),
    ),
  );
  for (const result of await Promise.all(writes)) valueOf(result);
  const [target = ''] = dossierIds;
  const read = valueOf(await product.application.readDossier(place.teacher, target));
  const raced = await Promise.all(
    Array.from({ length: 4 }, (_, n) =>
      turn(n).application.recordFacts(place.teacher, target, [risk], {
        ...freshWrite(),
        ifVersion: read.version,
      }),
    ),
  );
  const refusals = raced.flatMap((result) => (result.ok ? [] : [result.refused]));
  expect(refusals.filter((code) => code !== 'versionConflict')).toEqual([]);

  for (const time of [
    '2026-11-20T13:05',
    '2026-11-23T07:33',
    '2026-11-26T07:33',
    '2026-11-30T08:03',
    '2026-12-01T08:03',
  ]) {
    await product.setClock(riga(time));
    await Promise.all(
      all.flatMap((instance) => [
        instance.sweep(),
        ...dossierIds.map((id) => instance.clockSide.takeSteps(id)),
        instance.clockSide.deliverMails(),
      ]),
    );
    await settle(product, all);
  }
  return { product, place, dossierIds, conflicts: refusals.length };
}

/** Until every clock has read what there is, nothing due is left untaken, and nothing that may be said is unsaid. */
async function settle(product: InProcess, all: readonly Instance[]): Promise<void> {
  await eventually(
    async () => {
      for (const instance of all) await instance.sweep();
      const [left] = await product.sql<{ n: number }[]>`select (
        (select count(*) from step, simulated_clock where taken_at is null and at <= now_at) +
        (select count(*) from notice, simulated_clock where state = 'owed' and send_at <= now_at) +
        (select count(*) from mail where state <> 'sent'))::int as n`;
      const missed = await asClock(product.clockDatabase, yearsThatMissed);
      return { left: left?.n, behind: (await behind(product)).length + missed.length };
    },
    (seen) => seen.left === 0 && seen.behind === 0,
  );
}

/**
 * What is stored and was said; which of the mails of a morning says it is left to chance. With people and cases by their names instead of ids, which
 * differ from run to run.
 */
async function outcome({ product }: Played) {
  const { sql } = product;
  return {
    facts: await sql`select coalesce(d.case_number, i.name) as dossier, e.type, count(*)::int as n
      from event e join dossier d on d.id = e.dossier_id join institution i on i.id = d.home_institution_id
      group by 1, 2 order by 1, 2`,
    duties:
      await sql`select coalesce(d.case_number, i.name) as dossier, y.kind, y.due_at, y.settled_how, y.generation, count(*)::int as n
      from duty y join dossier d on d.id = y.dossier_id join institution i on i.id = d.home_institution_id
      group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5`,
    steps:
      await sql`select coalesce(d.case_number, i.name) as dossier, split_part(s.duty_key, ':', 1) as kind, s.name, s.n, s.at,
      s.taken_at, count(*)::int as n_rows
      from step s join dossier d on d.id = s.dossier_id join institution i on i.id = d.home_institution_id
      group by 1, 2, 3, 4, 5, 6 order by 1, 2, 3, 4, 5, 6`,
    notices:
      await sql`select coalesce(d.case_number, i.name) as dossier, split_part(n.duty_key, ':', 1) as kind, n.name, p.mail,
      n.state <> 'void' as told, count(*)::int as n_rows
      from notice n join dossier d on d.id = n.dossier_id join institution i on i.id = d.home_institution_id
      join person p on p.id = n.recipient_person group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5`,
    access: await sql`select d.case_number, a.party_kind, a.role, a.view, count(*)::int as n
      from dossier_access a join dossier d on d.id = a.dossier_id group by 1, 2, 3, 4 order by 1, 2, 3, 4`,
    told: product.smtp.mails.map(({ to, fate }) => `${to.join()} ${fate}`).sort(),
  };
}

it('two workers and two API processes give the same results as one; every mail goes once (section 6)', async () => {
  const [one, two] = [await play(1), await play(2)];
  expect([one.conflicts, two.conflicts]).toEqual([3, 3]);
  const [alone, together] = [await outcome(one), await outcome(two)];
  expect(together.facts).toEqual(alone.facts);
  expect(together.duties).toEqual(alone.duties);
  expect(together.access).toEqual(alone.access);
  expect(together.steps).toEqual(alone.steps);
  expect(together.notices).toEqual(alone.notices);
  expect(together.told.length).toBeGreaterThanOrEqual(8);
  const ids = two.product.smtp.mails.map(({ messageId }) => messageId);
  expect(new Set(ids).size).toBe(ids.length);
});
