/**
 * Notes that could not be sent: they wait on this device until their writer is signed in and the network is back, and
 * keep the key and the moment with which they were made, so that each is recorded once and at its real time (R 25).
 */
import { queryOptions } from '@tanstack/react-query';
import type { Problem } from '../../contracts/problem.ts';
import { sessionOf } from '../app/session.ts';
import { readEntry } from '../requests/account.ts';
import { type DangerAbout, recordDanger } from '../requests/danger.ts';
import type { NewFact, Written } from '../requests/dossiers.ts';
import { Refused, Unreachable } from '../requests/request.ts';
import { allKept, forget, keep } from './vault.ts';

export type UnsentNote = {
  readonly idempotencyKey: string;
  /** For which institution the person acted. */
  readonly institutionId: string;
  readonly about: DangerAbout;
  readonly facts: readonly NewFact[];
  /** Whom or what it is about, as the list on the screen says it. */
  readonly said: string;
  /** When it was made: the moment of each fact that says none. As the API writes moments. */
  readonly madeAt: string;
  /** Why the API did not take it; the note stays for its writer to see. */
  readonly refusal: Problem | null;
};

const prefix = 'unsent ';

export function unsentQuery(personId: string) {
  return queryOptions({
    queryKey: ['unsent', personId],
    queryFn: () => allKept<UnsentNote>(personId, prefix),
    networkMode: 'always',
    retry: false,
  });
}

async function keepUnsent(personId: string, note: UnsentNote): Promise<void> {
  await keep(personId, prefix + note.idempotencyKey, note);
}

export async function dropUnsent(personId: string, { idempotencyKey }: UnsentNote): Promise<void> {
  await forget(personId, prefix + idempotencyKey);
}

/** Milliseconds after which a network that barely answers is taken for none: somebody stands in a corridor. */
const patienceMs = 8000;

/** Sends a note now, or keeps it here: null where it waits. Throws what the API has against it. */
export async function sendOrKeep(personId: string, note: UnsentNote): Promise<Written | null> {
  const { about, facts, idempotencyKey } = note;
  try {
    return await recordDanger(about, facts, { idempotencyKey, signal: AbortSignal.timeout(patienceMs) });
  } catch (error) {
    if (!(error instanceof Unreachable) && !(error instanceof Refused && passing(error.problem))) throw error;
    await keepUnsent(personId, note);
    return null;
  }
}

/** `dossierId` is null where an earlier try opened the dossier and its answer was lost. */
export type Sent = { readonly note: UnsentNote; readonly dossierId: string | null };

/**
 * Sends what waits for the person, one after the other, in one tab at a time. What the API refuses stays, with the
 * reason. Throws `Unreachable` where the network is gone again, and what the API says of a session that ended.
 */
export async function sendUnsent(personId: string): Promise<readonly Sent[]> {
  return await navigator.locks.request('terminsargs-unsent', { ifAvailable: true }, async (lock) => {
    if (lock === null) return [];
    const sent: Sent[] = [];
    const waiting = await allKept<UnsentNote>(personId, prefix);
    for (const note of waiting.filter(({ refusal }) => refusal === null)) {
      // Somebody else may have signed in meanwhile, in another tab too: nobody sends the notes of others.
      const session = sessionOf(await readEntry());
      if (session?.account.personId !== personId) break;
      if (session.institution.id !== note.institutionId) continue;
      const done = await sendOne(personId, note);
      if (done !== null) sent.push(done);
    }
    return sent;
  });
}

async function sendOne(personId: string, note: UnsentNote): Promise<Sent | null> {
  const { about, idempotencyKey, madeAt } = note;
  const facts = note.facts.map((fact) => ({ occurredAt: madeAt, ...fact }));
  try {
    const { dossierId } = await recordDanger(about, facts, { idempotencyKey });
    await dropUnsent(personId, note);
    return { note, dossierId };
  } catch (error) {
    if (!(error instanceof Refused) || passing(error.problem)) throw error;
    if (error.problem.code === 'idempotencyKeyReused') {
      // The first try had arrived after all, without the moment that is known only since.
      await dropUnsent(personId, note);
      return { note, dossierId: 'dossierId' in about ? about.dossierId : null };
    }
    await keepUnsent(personId, { ...note, refusal: error.problem });
    return null;
  }
}

/** Lets a note that was refused be sent once more. */
export async function tryAgain(personId: string, note: UnsentNote): Promise<void> {
  await keepUnsent(personId, { ...note, refusal: null });
}

/** What another try may well bring: the session, a busy or broken server. */
function passing({ status }: Problem): boolean {
  return status === 401 || status === 429 || status >= 500;
}
