/**
 * A client that writes over HTTP as people do, repeats with the same key what was not answered, and keeps its own
 * list of what was acknowledged: the oracle of the log that does not ask the product.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { developmentTokenOf } from '../../api/development-tokens.ts';
import type { Written } from '../../contracts/dossier.ts';
import type { FactToRecord } from '../../contracts/event.ts';
import type { Person } from '../support/small-municipality.ts';
import type { Random } from './random.ts';

/** A write whose answer came. */
export type Acknowledged = {
  readonly key: string;
  readonly types: readonly string[];
  /** What was sent besides `types`; the product may add facts that follow. */
  readonly written: Written;
  /** Repetitions until the answer came. */
  readonly repetitions: number;
};

export type Refusal = { readonly status: number; readonly body: string };

export type Answer =
  | { readonly ok: true; readonly written: Written; readonly repetitions: number }
  | ({ readonly ok: false } & Refusal);

export type Write = {
  readonly by: Person;
  /** Below `/api/v1`. */
  readonly path: string;
  readonly body: unknown;
  readonly key: string;
};

/** Gives an answer up after this; the write itself may go on. */
const patienceMs = 10_000;

/** One request; nothing where no answer came or the product says that it cannot answer now. */
export async function ask(
  apiUrl: string,
  { by, path, body, key }: Write,
  patience = patienceMs,
): Promise<Answer | undefined> {
  try {
    const response = await fetch(`${apiUrl}${path}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${developmentTokenOf(by.personId)}`,
        'content-type': 'application/json',
        'idempotency-key': key,
      },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(patience),
    });
    const text = await response.text();
    if (response.status === 201) return { ok: true, written: JSON.parse(text) as Written, repetitions: 0 };
    return response.status >= 500 ? undefined : { ok: false, status: response.status, body: text };
  } catch {
    return undefined;
  }
}

/** The same request with the same key until it is answered. `hangUps`: how often the client itself does not wait. */
export async function askUntilAnswered(
  apiUrl: string,
  write: Write,
  random: Random,
  hangUps = 0,
): Promise<Answer> {
  for (let repetitions = 0; ; repetitions += 1) {
    const patience = random.chance(hangUps) ? random.between(1, 40) : patienceMs;
    const answer = await ask(apiUrl, write, patience);
    if (answer !== undefined) return answer.ok ? { ...answer, repetitions } : answer;
    await sleep(random.between(50, 300));
  }
}

export type Journal = { readonly acknowledged: Acknowledged[]; readonly refused: Refusal[] };

/** Keeps the answer. Throws nothing: a refusal is a finding of its own. */
export async function writeAndKeep(
  apiUrl: string,
  write: Write,
  facts: readonly FactToRecord[],
  journal: Journal,
  random: Random,
): Promise<Written | null> {
  const answer = await askUntilAnswered(apiUrl, write, random, 0.04);
  if (!answer.ok) {
    journal.refused.push({ status: answer.status, body: answer.body });
    return null;
  }
  journal.acknowledged.push({
    key: write.key,
    types: facts.map((fact) => fact.type),
    written: answer.written,
    repetitions: answer.repetitions,
  });
  return answer.written;
}

/** A new dossier. */
export function opening(
  by: Person,
  kind: 'concern' | 'case',
  learner: { readonly firstName: string; readonly lastName: string; readonly className: string },
  facts: readonly FactToRecord[],
): Write {
  return {
    by,
    path: '/dossiers',
    key: randomUUID(),
    body: {
      kind,
      schoolId: by.institutionId,
      procedureId: 'national-2025',
      classTeacherId: by.personId,
      learner,
      facts,
    },
  };
}

/** Facts of a dossier that is there. */
export function recording(by: Person, dossierId: string, facts: readonly FactToRecord[]): Write {
  return { by, path: `/dossiers/${dossierId}/facts`, key: randomUUID(), body: { facts } };
}
