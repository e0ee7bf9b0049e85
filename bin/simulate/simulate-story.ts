/** Plays a story on the real stack with the simulated clock: from one owed moment to the next, waiting until all is quiet. */
import { randomUUID } from 'node:crypto';
import type { Result, Written } from '../../application/application.ts';
import { type ResolvedFact, resolveStory } from '../../contracts/resolve-story.ts';
import type { Story } from '../../contracts/story.ts';
import { asClock } from '../../db/transaction.ts';
import { makeCalendar } from '../../domain/calendar/index.ts';
import { dayOf, type Instant, minOf, startOfDay } from '../../domain/time.ts';
import { procedures } from '../../procedures/index.ts';
import { linesOf, type Naming } from './lines.ts';
import { observe } from './observe.ts';
import { nextOwedMoment, settle } from './quiet.ts';
import { type SimulationServers, type Stack, startStack } from './stack.ts';
import { factToRecord, type RecordedIds, rememberFact, storyId } from './story-ids.ts';
import type { Language } from './words.ts';
import { writeMunicipality, type YearDossiers } from './write-municipality.ts';

export type Simulation = {
  readonly servers: SimulationServers;
  readonly language: Language;
  /** One line for each thing that was recorded, owed, reminded, late, escalated or mailed. */
  readonly print: (line: string) => void;
  /** Called at each moment that was reached. */
  readonly reached?: (moment: Instant) => void;
  readonly signal?: AbortSignal;
};

/** A fact that the product does not take. `path` is the place in the file. */
export class FactRefused extends Error {
  override readonly name = 'FactRefused';
  readonly path: string;

  constructor(path: string, code: string) {
    super(`${path}: ${code}`);
    this.path = path;
  }
}

/** Throws FactRefused where the product does not take a fact, and what `signal` was aborted with. */
export async function simulateStory(story: Story, simulation: Simulation): Promise<void> {
  const resolved = resolveStory(story);
  const { until } = resolved;
  const facts = resolved.facts.filter(({ recordedAt }) => recordedAt <= until);
  const begins = startOfDay(minOf(resolved.begins, ...facts.map(({ recordedAt }) => dayOf(recordedAt))));
  const stack = await startStack(simulation.servers, begins);
  try {
    const years = await asClock(stack.owner, (tx) =>
      writeMunicipality(tx, story, simulation.language, begins),
    );
    // Also makes the sentinel by which the product knows this Temporal store.
    await stack.clockSide.sweep(stack.temporalStore);
    await play({ story, stack, simulation, years, facts, until, begins });
  } finally {
    await stack.close();
  }
}

type Playing = {
  readonly story: Story;
  readonly stack: Stack;
  readonly simulation: Simulation;
  readonly years: YearDossiers;
  readonly facts: readonly ResolvedFact[];
  readonly until: Instant;
  readonly begins: Instant;
};

async function play({ story, stack, simulation, years, facts, until, begins }: Playing): Promise<void> {
  const { print, reached, signal } = simulation;
  const record = recorder(story, stack, years);
  const observer = observe(stack);
  const naming = namingOf(story, simulation.language);
  const left = [...facts];
  let now: Instant | null = begins;
  while (now !== null && now <= until) {
    signal?.throwIfAborted();
    await stack.setClock(now);
    for (let next = left[0]; next !== undefined && next.recordedAt <= now; next = left[0]) {
      await record(next);
      left.shift();
    }
    await settle(stack, now, signal);
    for (const text of linesOf(await observer.look(now), now, naming)) print(text);
    reached?.(now);
    now = earliest(await nextOwedMoment(stack), left[0]?.recordedAt ?? null);
  }
}

function earliest(a: Instant | null, b: Instant | null): Instant | null {
  if (a === null || b === null) return a ?? b;
  return minOf(a, b);
}

/** Records facts one by one, as the people of the story; the first one opens the dossier. */
function recorder(story: Story, { application }: Stack, years: YearDossiers) {
  const recorded: RecordedIds = new Map();
  const schoolId = storyId(story.parties.school);
  const onYear = procedures[story.procedure]?.runsOn === 'institutionYear';
  let dossierId = onYear ? (years.get(schoolId) ?? null) : null;
  return async (resolved: ResolvedFact): Promise<void> => {
    const actor = { personId: storyId(resolved.by), institutionId: storyId(resolved.institution) };
    const fact = factToRecord(resolved, recorded);
    const write = { idempotencyKey: randomUUID(), requestHash: resolved.ref };
    const { classTeacher } = story.parties;
    const result: Result<Written> =
      dossierId === null
        ? await application.openDossier(
            actor,
            {
              kind: fact.type === 'case.opened' ? 'case' : 'concern',
              schoolId,
              procedureId: story.procedure,
              ...(classTeacher === undefined ? {} : { classTeacherId: storyId(classTeacher) }),
              facts: [fact],
            },
            write,
          )
        : await application.recordFacts(actor, dossierId, [fact], write);
    if (!result.ok) throw new FactRefused(placeInFile(story, resolved, result.path), result.refused);
    ({ dossierId } = result.value);
    rememberFact(recorded, resolved.ref, result.value.eventIds);
  };
}

function placeInFile({ facts }: Story, { ref }: ResolvedFact, path: string): string {
  const place = facts.findIndex((fact, index) => (fact.ref ?? `fact-${index + 1}`) === ref);
  const inFact = path.startsWith('facts[0]') ? path.slice('facts[0]'.length) : '';
  return `facts[${place}]${inFact.replace('.occurredAt', '.at')}`;
}

function namingOf({ parties, municipality }: Story, language: Language): Naming {
  const people = new Map(parties.people.map(({ id, name }) => [storyId(id), name]));
  const institutions = new Map(parties.institutions.map(({ id, name }) => [storyId(id), name]));
  return {
    language,
    personName: (id) => people.get(id) ?? '–',
    institutionName: (id) => institutions.get(id) ?? null,
    calendar: makeCalendar({ movedDaysOn: municipality.movedDaysOn ?? true }),
  };
}
