/**
 * A named crash point is come to by a way that leads there: the process dies there by SIGKILL, is started again, and
 * everything comes out as if nothing had happened.
 */
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { CrashPoint } from '../../application/crash-points.ts';
import { within } from '../../bin/lib/daemon.ts';
import type { Written } from '../../contracts/dossier.ts';
import type { FactToRecord } from '../../contracts/event.ts';
import { type Instant, instant, plusMilliseconds } from '../../domain/time.ts';
import { noFindings } from './findings.ts';
import { judgeDangers, judgeLog, judgeMails, judgeTimelines, leftToDo } from './judge.ts';
import { type ProductUnderFire, startProductUnderFire, type Victim } from './product-under-fire.ts';
import { randomFrom } from './random.ts';
import { differencesFromRebuild } from './rebuild.ts';
import { comeToRest, withSql } from './rest.ts';
import {
  type Acknowledged,
  ask,
  askUntilAnswered,
  opening,
  recording,
  type Write,
} from './writing-client.ts';

export type Way = {
  readonly point: CrashPoint;
  /** Who leads there, where there are several. */
  readonly by: 'command' | 'sweep' | 'timer' | 'delivery';
};

/** Where the server may have the mail already, or another delivery of the same process may be under way. */
const afterConnecting: ReadonlySet<CrashPoint> = new Set([
  'steps-before-commit',
  'steps-after-commit',
  'mail-after-answer-before-mark',
  'mail-marked',
  'sweep-after-steps',
  'sweep-after-pokes',
  'calendar-before-commit',
  'calendar-after-commit',
  'directory-before-commit',
  'directory-after-commit',
]);

const names = { firstName: 'Žubīte', lastName: 'Pūčuzirne', className: '6.b' };
const random = randomFrom(1);
const acknowledged: Acknowledged[] = [];
let product: ProductUnderFire;
let now: Instant = instant('2026-11-23T08:00:00.000Z');

/** Declares the tests of `ways`, one after the other at one product. */
export function dieAtCrashPoints(ways: readonly Way[]): void {
  beforeAll(async () => {
    const place = { temporalProgram: inject('temporalProgram'), cacheDir: inject('cacheDir') };
    product = await startProductUnderFire(place, now);
  });

  afterAll(async () => {
    await product?.close();
  });

  describe('after dying at a crash point nothing is lost and nothing happens twice', () => {
    it.each(ways)('$point, by $by', async ({ point, by }) => {
      const mailsBefore = product.smtp.mails.length;
      const opened = by === 'command' ? await dieInACommand(point) : await dieInTheWorker(point, by);
      await comeToRest(product, now);
      await withSql(product.ownerUrl, async (sql) => {
        const found = {
          ...(await judgeLog(sql, acknowledged)),
          ...(await judgeMails(sql, product.smtp.mails, [names.firstName, names.lastName])),
          ...(await judgeDangers(sql, product.smtp.mails, opened.eventIds.slice(0, 1))),
          ...(await leftToDo(sql, now)),
          ...(await judgeTimelines(product, sql)),
          notAsRebuilt: await differencesFromRebuild(product.ownerUrl, now),
          twice: afterConnecting.has(point) ? [] : twiceSince(mailsBefore),
        };
        expect(found).toEqual(noFindings(found));
      });
      if (point === 'mail-after-answer-before-mark') {
        expect(twiceSince(mailsBefore), 'the mail whose 250 was not marked comes again').not.toEqual([]);
      }
      await reportDanger(opened);
    });
  });
}

/** The client gets no answer, asks again with its key, and is told what happened: once. */
async function dieInACommand(point: CrashPoint): Promise<Written> {
  await product.kill('api');
  await product.startArmed('api', point);
  const { write, facts } = suspicion();
  expect(await ask(product.apiUrl, write)).toBeUndefined();
  await expectDeath('api');
  await product.start('api');
  const answer = await askUntilAnswered(product.apiUrl, write, random);
  if (!answer.ok) throw new Error(answer.body);
  expect(answer.written.repeated).toBe(point !== 'command-before-commit');
  return keep(write.key, facts, answer.written);
}

/** The work is there before the worker starts, so that it is this work that leads to the point. */
async function dieInTheWorker(point: CrashPoint, by: Way['by']): Promise<Written> {
  await product.kill('worker');
  const { write, facts } = suspicion();
  const opened = await recordNow(write, facts);
  if (by !== 'delivery') await passTimeTo(await nextStepAt(opened.dossierId), by);
  if (point === 'reconcile-after-zeroing') {
    await withSql(product.ownerUrl, (sql) => sql`delete from temporal_incarnation`);
  }
  if (point === 'calendar-before-commit' || point === 'calendar-after-commit') {
    await withSql(
      product.ownerUrl,
      (sql) => sql`insert into calendar_version (municipality_id, version, changes, created_at, created_by)
        select m.id, 1 + count(c.version), '[]', now(), ${product.place.principal.personId}
        from municipality m left join calendar_version c on c.municipality_id = m.id group by m.id`,
    );
  }
  if (point === 'directory-before-commit' || point === 'directory-after-commit') {
    await withSql(
      product.ownerUrl,
      (sql) => sql`update municipality set directory_version = directory_version + 1`,
    );
  }
  await product.startArmed('worker', point);
  await expectDeath('worker');
  return opened;
}

async function expectDeath(victim: Victim): Promise<void> {
  const exit = await within(product.ended(victim), 60_000);
  expect(exit?.signal, `${victim} comes to the crash point`).toBe('SIGKILL');
}

/** The sweep takes what is left for two minutes; a timer comes before that. */
async function passTimeTo(step: Instant, by: Way['by']): Promise<void> {
  now = plusMilliseconds(step, by === 'timer' ? 30_000 : 5 * 60_000);
  await product.setClock({ mode: 'simulated', nowAt: now, rate: null });
}

async function nextStepAt(dossierId: string): Promise<Instant> {
  return await withSql(product.ownerUrl, async (sql) => {
    const [row] = await sql<{ at: Date | null }[]>`
      select min(at) as at from step where taken_at is null and dossier_id = ${dossierId}`;
    if (row?.at == null) throw new Error('no step is waiting');
    return instant(row.at.toISOString());
  });
}

/** Ends what would go on reminding, so that the next way has the product's time for itself. */
async function reportDanger({ dossierId, eventIds: [dangerId = ''] }: Written): Promise<void> {
  const data = { dangerId, recipientKindCode: 'statePolice', channelCode: 'call110' } as const;
  const facts: readonly FactToRecord[] = [{ type: 'danger.reported', data }];
  await recordNow(recording(product.place.teacher, dossierId, facts), facts);
}

async function recordNow(write: Write, facts: readonly FactToRecord[]): Promise<Written> {
  const answer = await askUntilAnswered(product.apiUrl, write, random);
  if (!answer.ok) throw new Error(answer.body);
  return keep(write.key, facts, answer.written);
}

function suspicion() {
  const facts: readonly FactToRecord[] = [
    { type: 'danger.suspected', data: { kindCode: 'afraidToGoHome' }, acute: true, words: 'Neteica neko.' },
    { type: 'concern.recorded', data: { riskCode: 'attendance' } },
  ];
  return { facts, write: opening(product.place.teacher, 'case', names, facts) };
}

function keep(key: string, facts: readonly FactToRecord[], written: Written): Written {
  acknowledged.push({ key, types: facts.map(({ type }) => type), written, repetitions: 0 });
  return written;
}

/** Message-IDs that the server took more than once since it had `before` mails. */
function twiceSince(before: number): readonly string[] {
  const ids = product.smtp.mails.slice(before).map(({ messageId }) => messageId ?? '');
  return ids.filter((id, index) => ids.indexOf(id) !== index);
}
