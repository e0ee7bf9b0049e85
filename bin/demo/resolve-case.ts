/** From a case as it is written to facts with real moments and ids, as if people had recorded them. */
import type { WorkingCalendar } from '../../domain/calendar/index.ts';
import { type DossierEvent, type EventType, shapeOf } from '../../domain/dossier/event.ts';
import type { FieldKind } from '../../domain/dossier/event-field.ts';
import { compare, type Instant } from '../../domain/time.ts';
import type { DemoCase, DemoFact, DemoLearner } from './case-data.ts';
import { demoId } from './demo-id.ts';
import { demoInstitutions, demoMunicipality } from './municipality.ts';
import { type DemoPerson, type DemoPersonId, demoPeople } from './people.ts';
import { type Now, periodCodes, relativeDay, relativeMoment } from './relative-time.ts';

/** A fact of the demo with the words that go with it. */
export type ResolvedFact = { readonly event: DossierEvent; readonly words: string | null };

/** A case of the demo as it stands now; all ids are UUIDs. */
export type ResolvedCase = {
  readonly name: string;
  readonly dossierId: string;
  readonly kind: DemoCase['kind'];
  readonly procedureId: string;
  readonly municipalityId: string;
  readonly homeInstitutionId: string;
  /** `2026/2027`; only for an institution's school year. */
  readonly schoolYear: string | null;
  readonly classTeacherId: string | null;
  readonly learner: DemoLearner | null;
  /** In the order of recording, `seq` from 1. */
  readonly facts: readonly ResolvedFact[];
};

type Scope = {
  readonly prefix: string;
  readonly refs: ReadonlySet<string>;
  readonly now: Now;
  readonly codes: Readonly<Record<string, string>>;
};

const globalNames: ReadonlySet<string> = new Set([
  demoMunicipality.id,
  ...demoInstitutions.map(({ id }) => id),
  ...demoPeople.map(({ id }) => id),
]);

/**
 * The case at a moment. No fact lies in the future: what the case has planned for later has not happened yet. Pure.
 * Throws a RangeError where the case is written wrongly.
 */
export function resolveCase(demoCase: DemoCase, at: Instant, calendar: WorkingCalendar): ResolvedCase {
  const now: Now = { at, calendar };
  const codes = periodCodes(at);
  const schoolYear = demoCase.kind === 'institutionYear' ? (codes['schoolYear'] ?? null) : null;
  const prefix = schoolYear === null ? demoCase.name : `${demoCase.name}/${schoolYear}`;
  const refs = new Set(demoCase.facts.flatMap(({ ref }) => (ref === undefined ? [] : [ref])));
  const scope: Scope = { prefix, refs, now, codes };
  return {
    name: demoCase.name,
    dossierId: demoId(`dossier/${prefix}`),
    kind: demoCase.kind,
    procedureId: 'national-2025',
    municipalityId: demoId(demoMunicipality.id),
    homeInstitutionId: demoId(demoCase.home),
    schoolYear,
    classTeacherId: demoCase.classTeacher === null ? null : demoId(demoCase.classTeacher),
    learner: demoCase.learner,
    facts: demoCase.facts
      .map((fact, index) => ({ event: eventOf(fact, index, scope), words: fact.words ?? null }))
      .filter(({ event }) => event.recordedAt <= at)
      .sort((a, b) => compare(a.event.recordedAt, b.event.recordedAt))
      .map(({ event, words }, index) => ({ event: { ...event, seq: index + 1 }, words })),
  };
}

function eventOf(fact: DemoFact, index: number, scope: Scope): DossierEvent {
  const occurredAt = relativeMoment(fact.at, scope.now);
  const recordedAt = fact.recordedAt === undefined ? occurredAt : relativeMoment(fact.recordedAt, scope.now);
  return {
    id: factId(fact.ref ?? `${index + 1}`, scope),
    seq: index + 1,
    type: fact.type,
    occurredAt,
    recordedAt: recordedAt < occurredAt ? occurredAt : recordedAt,
    by: demoId(fact.by),
    institution: demoId(fact.actingFor ?? postOf(fact.by)),
    ...(fact.acute === undefined ? {} : { acute: fact.acute }),
    data: dataIn(fact.type, fact.data, scope),
  } as DossierEvent;
}

function postOf(personId: DemoPersonId): string {
  const people: readonly DemoPerson[] = demoPeople;
  const person = people.find(({ id }) => id === personId);
  if (person === undefined) throw new RangeError(`Nobody of the demo is called ${personId}`);
  return person.posts[0].institution;
}

function dataIn(
  type: EventType,
  data: Readonly<Record<string, unknown>>,
  scope: Scope,
): Readonly<Record<string, unknown>> {
  const { fields } = shapeOf(type);
  return Object.fromEntries(
    Object.entries(data).map(([name, value]) => [name, valueIn(fields[name]?.kind, value, scope)]),
  );
}

function valueIn(kind: FieldKind | undefined, value: unknown, scope: Scope): unknown {
  if (Array.isArray(value)) return value.map((one: unknown) => valueIn(kind, one, scope));
  if (typeof value !== 'string') return value;
  switch (kind) {
    case 'id':
    case 'ids':
      return idIn(value, scope);
    case 'day':
      return relativeDay(value, scope.now);
    case 'moment':
      return relativeMoment(value, scope.now);
    case 'label':
    case 'labels':
      return value.replaceAll(/\{(\w+)\}/g, (_, code: string) => scope.codes[code] ?? code);
    case 'dutyRef':
    case 'dutyRefs':
      return dutyRefIn(value, scope);
    case 'code':
    case 'codes':
    case 'flag':
    case 'count':
    case undefined:
      return value;
  }
}

/** `reply:received` → `reply:` and the id of that fact; a duty's id alone stays. */
function dutyRefIn(value: string, scope: Scope): string {
  const [kind = '', ...names] = value.split(':');
  return [kind, ...names.map((name) => idIn(name, scope))].join(':');
}

function idIn(name: string, scope: Scope): string {
  if (globalNames.has(name)) return demoId(name);
  return scope.refs.has(name) ? factId(name, scope) : demoId(`${scope.prefix}/${name}`);
}

function factId(ref: string, { prefix }: Scope): string {
  return demoId(`${prefix}/fact/${ref}`);
}
