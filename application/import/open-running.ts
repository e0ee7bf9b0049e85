/** Writes running cases: dossiers with all their facts, many in few statements. */
import { randomUUID } from 'node:crypto';
import { setImmediate as breathe } from 'node:timers/promises';
import { presentTeacher } from '../../db/repositories/classes.ts';
import { insertDossier } from '../../db/repositories/dossiers.ts';
import { appendToAll } from '../../db/repositories/events.ts';
import { type LearnerRecord, linkLearner } from '../../db/repositories/learners.ts';
import type { Transaction } from '../../db/transaction.ts';
import { decide } from '../../domain/dossier/decide.ts';
import type { DossierEvent } from '../../domain/dossier/event.ts';
import type { Refusal } from '../../domain/dossier/refusal.ts';
import type { Instant } from '../../domain/time.ts';
import { procedures } from '../../procedures/index.ts';
import type { Actor, Written } from '../application.ts';
import type { DirectoryCache } from '../directory-cache.ts';
import { type DossierContext, loadContext } from '../dossier-context.ts';
import { planRefresh, type Refresh, writeRefreshes } from '../refresh-dossier.ts';
import { factsOfRunning, type RunningCase } from './running-case.ts';

/** The procedure that running cases are taken over into. */
const procedureId = 'national-2025';
const setSize = 25;

export type RunningToOpen = { readonly learner: LearnerRecord; readonly running: RunningCase };
export type RunningPlace = { readonly municipalityId: string; readonly schoolId: string };

/** What duties the case will have is worked out in this setting. */
export async function runningContext(
  tx: Transaction,
  { municipalityId, schoolId }: RunningPlace,
  learner: LearnerRecord,
  now: Instant,
  cache: DirectoryCache,
): Promise<DossierContext> {
  const classTeacherId = learner.classId === null ? null : await presentTeacher(tx, learner.classId);
  return await loadContext(
    tx,
    { municipalityId, homeInstitutionId: schoolId, classTeacherId, procedureId },
    // The receivers of a file are looked up in the municipality.
    [],
    now,
    cache,
  );
}

/** The facts of a running case, decided by the core like any others. */
export function decideRunning(
  { procedure, setting }: DossierContext,
  actor: Actor,
  running: RunningCase,
  now: Instant,
): readonly DossierEvent[] | Refusal {
  const facts = factsOfRunning(running).map(({ words: _words, ...fact }) => ({ ...fact, id: randomUUID() }));
  const decision = decide(
    { procedure, setting, events: [] },
    {
      facts,
      by: actor.personId,
      institution: actor.institutionId,
      freshIds: facts.map(() => randomUUID()),
    },
    now,
  );
  return 'refused' in decision ? decision : decision.events;
}

/**
 * Opens the cases in the caller's transaction; `numbers` holds a case number for each. The caller has checked each: a
 * refusal here is a fault of the product.
 */
export async function openRunning(
  tx: Transaction,
  actor: Actor,
  place: RunningPlace,
  cases: readonly RunningToOpen[],
  numbers: readonly string[],
  now: Instant,
): Promise<readonly Written[]> {
  const procedure = procedures[procedureId];
  if (procedure === undefined) throw new Error(`procedure ${procedureId} is not shipped`);
  const cache: DirectoryCache = new Map();
  const written: Written[] = [];
  for (let from = 0; from < cases.length; from += setSize) {
    const appends: Parameters<typeof appendToAll>[1][number][] = [];
    const refreshes: Refresh[] = [];
    for (const [index, { learner, running }] of cases.slice(from, from + setSize).entries()) {
      const context = await runningContext(tx, place, learner, now, cache);
      const events = decideRunning(context, actor, running, now);
      if ('refused' in events)
        throw new Error(`a running case was refused: ${events.refused} at ${events.path}`);
      const dossier = await insertDossier(tx, {
        id: randomUUID(),
        caseNumber: numbers[from + index] ?? null,
        kind: 'case',
        municipalityId: place.municipalityId,
        homeInstitutionId: place.schoolId,
        classTeacherId: context.setting.classTeacherId,
        procedureId: procedure.id,
        procedureVersion: procedure.version,
        createdAt: now,
      });
      await linkLearner(tx, dossier.id, learner.id);
      const derived = { duties: [], steps: [], access: [] };
      const refresh = planRefresh({ dossier, events, context, derived }, now);
      appends.push({ to: dossier, events, words: new Map() });
      refreshes.push(refresh);
      written.push({
        dossierId: dossier.id,
        caseNumber: dossier.caseNumber ?? '',
        version: events.length,
        eventIds: events.map(({ id }) => id),
        settled: [],
        started: refresh.duties.filter(({ settled }) => settled === null).map(({ key }) => key),
        repeated: false,
      });
    }
    await Promise.all([appendToAll(tx, appends), writeRefreshes(tx, refreshes, now)]);
    // Somebody may be reporting danger in the meantime.
    await breathe();
  }
  return written;
}
