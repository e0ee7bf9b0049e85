/** Decides facts against a locked dossier, appends them with their words sealed, and refreshes what follows. */
import { randomUUID } from 'node:crypto';
import { sealWords } from '../../db/encryption/words.ts';
import { relationsTo } from '../../db/repositories/access.ts';
import { holdingsOf } from '../../db/repositories/directory.ts';
import type { DossierRecord } from '../../db/repositories/dossiers.ts';
import { appendEvents, loadEvents } from '../../db/repositories/events.ts';
import type { Transaction } from '../../db/transaction.ts';
import { mayRecord, type Recorder } from '../../domain/access/may-record.ts';
import { decide } from '../../domain/dossier/decide.ts';
import { type ComputedDossier, computeDossier } from '../../domain/duty/compute-duties.ts';
import type { Duty } from '../../domain/duty/duty.ts';
import type { Procedure } from '../../domain/procedure/procedure.ts';
import type { Instant } from '../../domain/time.ts';
import type { Actor, FactToRecord, Result, Written } from '../application.ts';
import type { ApiDeps } from '../deps.ts';
import type { DirectoryCache } from '../directory-cache.ts';
import { directoryFor, loadContext } from '../dossier-context.ts';
import { loadDerived, planRefresh, writeRefreshes } from '../refresh-dossier.ts';
import { refused } from './carry-out.ts';
import { foreignId } from './check-ids.ts';
import { firstStranger } from './strangers.ts';

/**
 * `dossier` is locked by this transaction. Either all facts are appended or none. A dossier without facts is being
 * opened, by whoever appends the first. `withoutRelation`: the caller has asked the policy for another ground.
 */
export async function appendFacts(
  deps: ApiDeps,
  tx: Transaction,
  dossier: DossierRecord,
  actor: Actor,
  facts: readonly FactToRecord[],
  now: Instant,
  ground: 'relation' | 'withoutRelation' = 'relation',
): Promise<Result<Written>> {
  const foreign = foreignId(facts);
  if (foreign !== null) return refused(foreign);
  const directories: DirectoryCache = new Map();
  const [, events, relations, holdings, stored] = await Promise.all([
    directoryFor(tx, dossier, now, directories),
    loadEvents(tx, dossier.id),
    relationsTo(tx, dossier.id),
    holdingsOf(tx, actor.personId, now),
    loadDerived(tx, [dossier.id]),
  ]);
  const context = await loadContext(tx, dossier, [...events, ...facts], now, directories);
  const { procedure, setting } = context;
  const before = computeDossier(procedure, events, setting);
  if (events.length > 0 && ground === 'relation') {
    const roles = holdings
      .filter(({ institutionId }) => institutionId === actor.institutionId)
      .map(({ role }) => role);
    const denied = firstDenied(facts, { ...actor, roles, relations }, procedure, before);
    if (denied >= 0) return refused({ refused: 'notYourAct', path: `facts[${denied}].type` });
  }
  const stranger = await firstStranger(tx, facts, { setting, state: before.state }, now);
  if (stranger !== null) return refused(stranger);
  const inputs = facts.map(({ words: _words, ...fact }) => ({ ...fact, id: randomUUID() }));
  const decision = decide(
    { procedure, setting, events },
    {
      facts: inputs,
      by: actor.personId,
      institution: actor.institutionId,
      freshIds: facts.map(() => randomUUID()),
    },
    now,
  );
  if ('refused' in decision) return refused(decision);
  const texts = new Map<string, string | undefined>(inputs.map(({ id }, index) => [id, facts[index]?.words]));
  const words = decision.events.flatMap((event) => {
    const text = texts.get(event.id);
    return text === undefined ? [] : [{ event, text }];
  });
  const sealed = await sealWords(tx, deps.keys, dossier.id, words, now);
  const all = [...events, ...decision.events];
  const refresh = planRefresh({ dossier, events: all, context, derived: stored(dossier.id) }, now);
  const [version] = await Promise.all([
    appendEvents(tx, dossier, decision.events, sealed),
    writeRefreshes(tx, [refresh], now),
  ]);
  return {
    ok: true,
    value: {
      dossierId: dossier.id,
      caseNumber: dossier.caseNumber ?? '',
      version,
      eventIds: decision.events.map((event) => event.id),
      ...changed(before.duties, refresh.duties),
      repeated: false,
    },
  };
}

/** The rank of the first fact that is not for this recorder to record; -1 where there is none. */
function firstDenied(
  facts: readonly FactToRecord[],
  recorder: Recorder,
  procedure: Procedure,
  { duties, state, facts: known }: ComputedDossier,
): number {
  const recordedBy = (id: string) => known.all.find(({ event }) => event.id === id)?.event.by ?? null;
  return facts.findIndex((fact) => !mayRecord(fact, recorder, { procedure, duties, state, recordedBy }));
}

/** Keys of the duties that were settled and that arose: “settled: …, started: …”. */
function changed(
  before: readonly Duty[],
  after: readonly Duty[],
): { readonly settled: readonly string[]; readonly started: readonly string[] } {
  const known = new Map(before.map((duty) => [duty.key, duty]));
  const isNew = (duty: Duty) => !known.has(duty.key);
  const wasOpen = (duty: Duty) => known.get(duty.key)?.settled === null;
  return {
    settled: after.filter((duty) => duty.settled !== null && wasOpen(duty)).map((duty) => duty.key),
    started: after
      .filter((duty) => duty.settled === null && (isNew(duty) || !wasOpen(duty)))
      .map((duty) => duty.key),
  };
}
