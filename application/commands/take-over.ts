/** Duties taken over at go-live are dated, settled or dropped in bulk, also of many dossiers (rules of conduct 15). */
import { lockDossier } from '../../db/repositories/dossiers.ts';
import { loadDutyRows } from '../../db/repositories/duties.ts';
import type { Transaction } from '../../db/transaction.ts';
import type { Instant } from '../../domain/time.ts';
import type { Actor, ApplicationRefusal, FactToRecord, Result, WriteMeta } from '../application.ts';
import type { ApiDeps } from '../deps.ts';
import type { TakenOver, TakeOver } from '../import/imports.ts';
import { poke } from '../poke.ts';
import { appendFacts } from './append-facts.ts';
import { carryOutOnce, refused } from './carry-out.ts';
import { isUuid } from './check-ids.ts';

/** All or none. Who may is asked for each dossier, as for the same facts one by one. */
export async function takeOver(
  deps: ApiDeps,
  actor: Actor,
  input: TakeOver,
  meta: WriteMeta,
): Promise<Result<TakenOver>> {
  const now = await deps.clock.now();
  const dossierIds = [...new Set(input.duties.map(({ dossierId }) => dossierId.toLowerCase()))].sort();
  const result = await carryOutOnce(deps, actor, meta, now, async (tx): Promise<Result<TakenOver>> => {
    for (const dossierId of dossierIds) {
      const denied = await takeOverIn(deps, tx, actor, dossierId, input, now);
      if (denied !== null) return refused(denied);
    }
    const value = { duties: input.duties.length, dossiers: dossierIds.length, repeated: false };
    return { ok: true, value };
  });
  // Where Temporal is away the sweep finds the rest.
  if (result.ok && !result.value.repeated) {
    for (const id of dossierIds) if (!(await poke(deps, id))) break;
  }
  return result;
}

async function takeOverIn(
  deps: ApiDeps,
  tx: Transaction,
  actor: Actor,
  dossierId: string,
  input: TakeOver,
  now: Instant,
): Promise<ApplicationRefusal | null> {
  const mine = input.duties.flatMap((one, rank) =>
    one.dossierId.toLowerCase() === dossierId ? [{ dutyKey: one.dutyKey, rank }] : [],
  );
  const at = (rank: number, field: string) => `duties[${rank}].${field}`;
  const dossier = isUuid(dossierId) ? await lockDossier(tx, dossierId) : null;
  if (dossier === null) return { refused: 'notFound', path: at(mine[0]?.rank ?? 0, 'dossierId') };
  const takenOver = await takenOverIn(tx, dossier.id);
  const facts = mine.map(({ dutyKey }) => factOf(input, dutyKey));
  const done = await appendFacts(deps, tx, dossier, actor, facts, now);
  // After the rights: whoever may not act is not told what there is.
  const other = mine.find(({ dutyKey }) => !takenOver.has(dutyKey));
  if ((done.ok || done.refused === 'dutyNotTakenOver') && other !== undefined)
    return { refused: 'dutyNotTakenOver', path: at(other.rank, 'dutyKey') };
  if (done.ok) return null;
  const rank = mine[Number(/^facts\[(\d+)\]/.exec(done.path)?.[1] ?? 0)]?.rank ?? 0;
  const field = done.path.endsWith('newDueOn') ? 'newDueOn' : at(rank, 'dutyKey');
  return {
    refused: done.refused,
    path: field,
    ...(done.detail === undefined ? {} : { detail: done.detail }),
  };
}

async function takenOverIn(tx: Transaction, dossierId: string): Promise<ReadonlySet<string>> {
  const stored = (await loadDutyRows(tx, [dossierId])).get(dossierId) ?? [];
  return new Set(stored.filter((duty) => duty.takenOver).map(({ key }) => key));
}

function factOf(input: TakeOver, dutyKey: string): FactToRecord {
  switch (input.act) {
    case 'date':
      return {
        type: 'duty.postponed',
        data: { dutyKey, reasonCode: 'takenOver', newDueOn: input.newDueOn },
      };
    case 'settle':
      return { type: 'duty.waived', data: { dutyKey, reasonCode: 'doneBefore' } };
    case 'drop':
      return { type: 'duty.waived', data: { dutyKey, reasonCode: 'notNeeded' } };
  }
}
