/**
 * An application without a store, for tests of the API: the real core decides and computes, a map remembers. One
 * procedure, one school; keys of writes are remembered as the real one does it.
 */
import type {
  Actor,
  Application,
  ApplicationRefusal,
  ChainState,
  DossierDetail,
  DossierRow,
  DutyView,
  FactToRecord,
  Result,
  WriteMeta,
  Written,
} from '../../application/application.ts';
import type { BoardView } from '../../application/board-view.ts';
import { dutyStanding } from '../../application/duty-view.ts';
import { factVocabulary } from '../../documents/words/facts/fact-vocabulary.ts';
import { sideWords } from '../../documents/words/sides.ts';
import { dossierActs } from '../../domain/access/rights.ts';
import { decide, dutiesAfter, type FactInput } from '../../domain/dossier/decide.ts';
import type { DossierEvent } from '../../domain/dossier/event.ts';
import { computeDossier } from '../../domain/duty/compute-duties.ts';
import type { Duty, Party } from '../../domain/duty/duty.ts';
import { stepsOf } from '../../domain/duty/steps.ts';
import { school, setting, socialService, teacher } from '../../domain/testing/scenario.ts';
import { addDays, addMinutes, dayOf, type Instant, instant, plusMilliseconds } from '../../domain/time.ts';
import { national2025 } from '../../procedures/national-2025/index.ts';
import { fakeLearners } from './fake-learners.ts';
import { directoryLine, keptByOthers } from './fake-staff.ts';

export const now = instant('2026-11-20T10:00:00.000Z');
export const teacherActor: Actor = { personId: teacher, institutionId: school };
export const teacherToken = 'dev-teacher';

/** The teacher's token; the social service as a second institution of the same person. */
export async function fakeTokens(token: string, actingFor: string | null): Promise<Actor | null> {
  if (token !== teacherToken) return null;
  if (actingFor === null) return teacherActor;
  return [school, socialService].includes(actingFor) ? { ...teacherActor, institutionId: actingFor } : null;
}

type Dossier = {
  readonly id: string;
  readonly caseNumber: string;
  readonly events: readonly DossierEvent[];
  readonly words: ReadonlyMap<string, string>;
  readonly learner: DossierDetail['learner'];
};

export type FakeApplication = Application & {
  /** Whatever is asked next is refused with this. */
  refuseNext(refusal: ApplicationRefusal): void;
  /** Whatever is asked next throws this. */
  failNext(error: unknown): void;
  ready: { database: boolean; temporal: boolean; chains: ChainState };
  /** How often a write was carried out. */
  readonly writes: WriteMeta[];
};

const emptyBoard: BoardView = {
  asOf: instant('2026-11-20T10:00:00.000Z'),
  hanging: [],
  owes: { institutions: [], totals: [] },
  waits: { institutions: [], totals: [] },
  answers: [],
  trend: [],
};

export function fakeApplication(): FakeApplication {
  const dossiers = new Map<string, Dossier>();
  const carriedOut = new Map<string, { readonly hash: string; readonly written: Written }>();
  const writes: WriteMeta[] = [];
  let ids = 0;
  let next: { readonly refusal: ApplicationRefusal } | { readonly error: unknown } | null = null;

  const freshId = () => `id-${++ids}`;
  const refused = (refusal: ApplicationRefusal) => ({ ok: false, ...refusal }) as const;
  const ok = <T>(value: T) => ({ ok: true, value }) as const;

  /** Carries the act out, unless a test has said what happens next. */
  async function asked<T>(act: () => Result<T>): Promise<Result<T>> {
    const planned = next;
    next = null;
    if (planned === null) return act();
    if ('error' in planned) throw planned.error;
    return refused(planned.refusal);
  }

  function once(meta: WriteMeta, act: () => Result<Written>): Result<Written> {
    const before = carriedOut.get(meta.idempotencyKey);
    if (before !== undefined) {
      return before.hash === meta.requestHash
        ? ok({ ...before.written, repeated: true })
        : refused({ refused: 'idempotencyKeyReused', path: '' });
    }
    const result = act();
    if (result.ok) {
      writes.push(meta);
      carriedOut.set(meta.idempotencyKey, { hash: meta.requestHash, written: result.value });
    }
    return result;
  }

  function append(
    actor: Actor,
    dossier: Dossier,
    facts: readonly FactToRecord[],
    meta: WriteMeta,
  ): Result<Written> {
    if (meta.ifVersion !== undefined && meta.ifVersion !== dossier.events.length) {
      return refused({ refused: 'versionConflict', path: '' });
    }
    const inputs = facts.map(({ words: _words, ...fact }): FactInput => ({ ...fact, id: freshId() }));
    const known = { procedure: national2025, setting, events: dossier.events };
    const command = {
      facts: inputs,
      by: actor.personId,
      institution: actor.institutionId,
      freshIds: inputs.map(freshId),
    };
    const decision = decide(known, command, now);
    if ('refused' in decision) return refused(decision);
    const before = dutiesAfter(known, []);
    const after = dutiesAfter(known, decision.events);
    const words = new Map(dossier.words);
    for (const [index, fact] of facts.entries()) {
      if (fact.words !== undefined) words.set(inputs[index]?.id ?? '', fact.words);
    }
    dossiers.set(dossier.id, { ...dossier, events: [...dossier.events, ...decision.events], words });
    return ok({
      dossierId: dossier.id,
      caseNumber: dossier.caseNumber,
      version: dossier.events.length + decision.events.length,
      eventIds: decision.events.map(({ id }) => id),
      settled: newKeys(settledKeys(after), settledKeys(before)),
      started: newKeys(keysOf(after), keysOf(before)),
      repeated: false,
    });
  }

  function detailOf(dossier: Dossier): DossierDetail {
    const { duties, state } = computeDossier(national2025, dossier.events, setting);
    const views = viewsOf(dossier, duties);
    return {
      id: dossier.id,
      caseNumber: dossier.caseNumber,
      kind: 'case',
      status: state.closedBy === null ? 'open' : 'closed',
      schoolId: school,
      procedureId: national2025.id,
      version: dossier.events.length,
      openedAt: now,
      nextDueAt: views.find(({ duty }) => duty.settled === null)?.duty.due?.at ?? null,
      openDuties: views.filter(({ duty }) => duty.settled === null).length,
      lateDuties: views.filter(({ status }) => status === 'late').length,
      view: 'full',
      acts: dossierActs,
      emergencyUntil: null,
      schoolName: 'Ozolkalna vidusskola',
      classTeacherName: 'Anita Kalniņa',
      level: 1,
      managers: state.managers.map(({ personId, institutionId, level, lead }) => ({
        personId,
        personName: 'Anita Kalniņa',
        institutionId,
        institutionName: 'Ozolkalna vidusskola',
        level,
        lead,
      })),
      learner: dossier.learner,
    };
  }

  const unknown = refused({ refused: 'notFound', path: '' });

  return {
    keepDraft: () => asked(() => ok({ updatedAt: now })),
    readDraft: () => Promise.resolve(null),
    dropDraft: () => Promise.resolve(),
    writersOf: () => asked(() => ok([{ displayName: 'Anna Zariņa' }])),
    ...fakeLearners(asked, freshId),
    writes,
    ready: { database: true, temporal: true, chains: 'whole' },
    refuseNext: (refusal) => {
      next = { refusal };
    },
    failNext: (error) => {
      next = { error };
    },
    now: async () => now,
    openDossier: (actor, input, meta) =>
      asked(() =>
        once(meta, () => {
          const id = freshId();
          const { firstName, lastName, className } = input.learner ?? {};
          const named = firstName !== undefined && lastName !== undefined && className !== undefined;
          const learner = named ? { id: 'learner-1', firstName, lastName, className } : null;
          const empty = { id, caseNumber: `2026-${id}`, events: [], words: new Map(), learner };
          return append(actor, empty, input.facts, meta);
        }),
      ),
    recordFacts: (actor, dossierId, facts, meta) =>
      asked(() =>
        once(meta, () => {
          const dossier = dossiers.get(dossierId);
          return dossier === undefined ? unknown : append(actor, dossier, facts, meta);
        }),
      ),
    listDossiers: (_actor, { status }, { limit, cursor }) =>
      asked(() => {
        const rows = [...dossiers.values()].map(detailOf).map(rowOf);
        const fitting = rows.filter((row) => status === undefined || row.status === status);
        return ok(pageOf(fitting, limit, cursor));
      }),
    readDossier: (_actor, dossierId) =>
      asked(() => {
        const dossier = dossiers.get(dossierId);
        return dossier === undefined ? unknown : ok(detailOf(dossier));
      }),
    listFacts: (_actor, dossierId, { limit, cursor }) =>
      asked(() => {
        const dossier = dossiers.get(dossierId);
        if (dossier === undefined) return unknown;
        const facts = dossier.events.map((event) => ({
          event,
          words: dossier.words.get(event.id) ?? null,
          byName: 'Anita Kalniņa',
          institutionName: 'Ozolkalna vidusskola',
          names: [],
        }));
        return ok(pageOf(facts, limit, cursor));
      }),
    board: () => asked(() => ok(emptyBoard)),
    oversight: () => asked(() => ok({ emergencies: [], exclusions: [] })),
    corrections: () => asked(() => ok({ items: [] })),
    myCases: () => asked(() => ok({ items: [], more: false })),
    reviewPlan: () => asked(() => ok(noReviews)),
    planReviews: () => asked(() => ok(noReviews)),
    takeDuty: () => asked(() => ok({ done: true } as const)),
    beforeComplaint: () => asked(() => ({ ok: false, refused: 'notFound', path: '' }) as const),
    listDuties: (_actor, filter, { limit, cursor }) =>
      asked(() => {
        const views = [...dossiers.values()].flatMap((dossier) =>
          viewsOf(dossier, computeDossier(national2025, dossier.events, setting).duties),
        );
        const fitting = views.filter(
          ({ dossierId, status }) =>
            (filter.dossierId === undefined || dossierId === filter.dossierId) &&
            (filter.status !== 'late' || status === 'late'),
        );
        return ok(pageOf(fitting, limit, cursor));
      }),
    listReferrals: () => asked(() => ok({ items: [], next: null })),
    whatIf: (actor, { procedureId, facts }) =>
      asked(() => {
        if (procedureId !== national2025.id) {
          return refused({ refused: 'procedureUnknown', path: 'procedureId' });
        }
        const events = facts.map(
          ({ words: _words, ...fact }, index) =>
            ({
              ...fact,
              id: `fact-${index}`,
              seq: index + 1,
              recordedAt: fact.occurredAt,
              by: actor.personId,
              institution: actor.institutionId,
            }) as DossierEvent,
        );
        const { duties } = computeDossier(national2025, events, setting);
        return ok({
          duties: viewsOf({ id: 'what-if', caseNumber: '0' }, duties),
          openWork: null,
          told: [],
          plannedInBreak: [],
        });
      }),
    takeEmergencyAccess: (actor, { caseNumber, groundCode }, meta) =>
      asked(() =>
        once(meta, () => {
          const dossier = [...dossiers.values()].find((one) => one.caseNumber === caseNumber);
          const data = { groundCode, untilAt: plusMilliseconds(now, 86_400_000) };
          const fact = { type: 'access.takenInEmergency', data } as const;
          return dossier === undefined ? unknown : append(actor, dossier, [fact], meta);
        }),
      ),
    readAccessLog: (actor) =>
      asked(() =>
        ok({
          items: [
            {
              id: 'look-1',
              at: instant('2026-11-20T08:00:00.000Z'),
              ...actor,
              personName: 'Ilze Ozola',
              institutionName: 'Skola',
              act: 'dossier.read',
              purpose: 'case',
            },
          ],
          next: null,
        }),
      ),
    readAccessExtract: () =>
      asked(() =>
        ok({
          caseNumber: '2026-0001',
          learner: { firstName: 'Anna', lastName: 'Ozoliņa', className: '5.b' },
          schoolName: 'Skola',
          madeAt: instant('2026-11-20T08:00:00.000Z'),
          looks: [
            { at: instant('2026-11-19T08:00:00.000Z'), act: 'facts.read', purpose: 'case', bySchool: false },
          ],
        }),
      ),
    procedures: () => [national2025],
    vocabulary: () => factVocabulary,
    calendarDays: (_actor, from, until) =>
      asked(() => {
        const days = [];
        for (let day = from; day <= until; day = addDays(day, 1)) {
          days.push({ day, working: true, name: null });
        }
        return ok({ version: 'lv-2026.1', days });
      }),
    readCalendar: () => asked(() => ok({ version: 0, changes: [], dossiersBehind: 0 })),
    previewCalendar: () => asked(() => ok({ version: 0, days: [], moved: [] })),
    saveCalendar: (_actor, _draft, { ifVersion }) =>
      asked(() => ok({ version: ifVersion + 1, dossiersBehind: 0, repeated: false })),
    colleagues: () => asked(() => ok({ colleagues: [] })),
    directory: () => asked(() => ok({ institutions: [directoryLine], next: null, training: false })),
    ...keptByOthers(asked),
    async readiness() {
      return this.ready;
    },
  } satisfies FakeApplication & ThisType<FakeApplication>;
}

const noReviews = { today: dayOf(now), perDay: 2, weeks: [], reviews: [] };

function viewsOf(
  dossier: { readonly id: string; readonly caseNumber: string },
  duties: readonly Duty[],
): readonly DutyView[] {
  const context = {
    setting,
    escalation: national2025.escalation,
    manager: { party: 'person', role: 'caseManager', institutionId: school, personId: teacher },
  } as const;
  const horizon: Instant = addMinutes(now, 60 * 24);
  const named = (side: Party) => ({
    party: side.party,
    words: sideWords(side),
    institutionName: null,
    personName: null,
  });
  return duties.map((duty) => ({
    ...dutyStanding(dossier, duty, now, stepsOf(duty, context, horizon)),
    learner: null,
    owedBy: named(duty.owedBy),
    owedTo: duty.owedTo.map(named),
    dueWords: null,
    plannedOn: null,
    undecided: null,
    takenBy: null,
  }));
}

function rowOf({
  view: _view,
  acts: _acts,
  emergencyUntil: _emergencyUntil,
  schoolName: _schoolName,
  classTeacherName: _classTeacherName,
  level: _level,
  managers: _managers,
  learner,
  ...row
}: DossierDetail): DossierRow {
  return {
    ...row,
    learner:
      learner === null
        ? null
        : {
            firstName: learner.firstName,
            initial: learner.lastName.slice(0, 1),
            className: learner.className,
          },
  };
}

function pageOf<T>(items: readonly T[], limit: number, cursor: string | undefined) {
  const from = cursor === undefined ? 0 : Number(cursor);
  const until = from + limit;
  return { items: items.slice(from, until), next: until < items.length ? String(until) : null };
}

function keysOf(duties: readonly Duty[]): readonly string[] {
  return duties.map(({ key }) => key);
}

function settledKeys(duties: readonly Duty[]): readonly string[] {
  return keysOf(duties.filter(({ settled }) => settled !== null));
}

function newKeys(after: readonly string[], before: readonly string[]): readonly string[] {
  return after.filter((key) => !before.includes(key));
}
