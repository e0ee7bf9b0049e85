/** Stands in for Postgres and the application: what each dossier owes, and what the workflows read and took of it. */
import type { TimelineWork } from '../../activities/create-timeline-activities.ts';
import type { Timeline, TimelineTimer } from '../../activities/timeline-activities.ts';

export type FakeStep = {
  readonly duty: string;
  readonly name: string;
  /** Milliseconds of the store's clock. */
  readonly at: number;
  /** A fault: taking it does not settle it. */
  readonly stuck?: boolean;
};

export type FakeDossier = {
  version: number;
  /** What the workflow read last: the oracle of lost signals. */
  seenVersion: number;
  closed: boolean;
  steps: FakeStep[];
  mailsOwed: number;
  readonly taken: FakeStep[];
  loads: number;
  takes: number;
};

export type FakeStore = TimelineWork & {
  dossier(id: string): FakeDossier;
  /** A committed change: the version grows. Nobody is told. */
  change(id: string, mutate: (dossier: FakeDossier) => void): void;
  /** Jumps, as a training clock does. */
  advanceClock(ms: number): void;
  /** Runs before each call; throws or waits to play a database or a mail server in trouble. */
  before: (what: keyof TimelineWork, dossierId: string) => Promise<void> | void;
  /** Runs between the work and its answer: what changes here is not in the answer. */
  afterReading: (dossierId: string) => Promise<void> | void;
  now(): number;
  deliveries: number;
};

export function createFakeStore(): FakeStore {
  const dossiers = new Map<string, FakeDossier>();
  let ahead = 0;

  const store: FakeStore = {
    deliveries: 0,
    before: () => undefined,
    afterReading: () => undefined,
    now: () => Date.now() + ahead,
    advanceClock(ms) {
      ahead += ms;
    },
    dossier(id) {
      const present = dossiers.get(id) ?? emptyDossier();
      dossiers.set(id, present);
      return present;
    },
    change(id, mutate) {
      const dossier = store.dossier(id);
      mutate(dossier);
      dossier.version += 1;
    },
    async loadTimeline(id) {
      await store.before('loadTimeline', id);
      const dossier = store.dossier(id);
      dossier.loads += 1;
      const timeline = read(dossier, store.now());
      await store.afterReading(id);
      return timeline;
    },
    async takeSteps(id) {
      await store.before('takeSteps', id);
      const dossier = store.dossier(id);
      dossier.takes += 1;
      const due = dossier.steps.filter((step) => step.at <= store.now() + 1_000);
      dossier.taken.push(...due);
      dossier.steps = dossier.steps.filter((step) => step.stuck === true || !due.includes(step));
      const timeline = read(dossier, store.now());
      await store.afterReading(id);
      return timeline;
    },
    async deliverMails() {
      await store.before('deliverMails', '');
      store.deliveries += 1;
      for (const dossier of dossiers.values()) dossier.mailsOwed = 0;
    },
  };
  return store;
}

function emptyDossier(): FakeDossier {
  return {
    version: 0,
    seenVersion: 0,
    closed: false,
    steps: [],
    mailsOwed: 0,
    taken: [],
    loads: 0,
    takes: 0,
  };
}

function read(dossier: FakeDossier, now: number): Timeline {
  dossier.seenVersion = dossier.version;
  const first = new Map<string, FakeStep>();
  for (const step of dossier.steps) {
    const present = first.get(step.duty);
    if (present === undefined || step.at < present.at) first.set(step.duty, step);
  }
  return {
    finished: dossier.closed && first.size === 0 && dossier.mailsOwed === 0,
    timers: [...first.values()].map((step) => timerOf(step, now)),
    mailsDue: dossier.mailsOwed > 0,
  };
}

function timerOf(step: FakeStep, now: number): TimelineTimer {
  const at = new Date(step.at).toISOString();
  return {
    key: step.duty,
    label: `${step.duty} · ${step.name} ${at.slice(0, 10)}`,
    at,
    realDelayMs: Math.max(0, step.at - now),
  };
}
