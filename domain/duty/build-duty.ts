/** One duty from its definition and its start: due moment, settlement, generation, what its owner knew when. */
import { dataOf, fieldOf } from '../dossier/event.ts';
import { compareFacts, type Fact, factsOf } from '../dossier/facts.ts';
import type { DueRule } from '../procedure/due-rule.ts';
import type { DutyDefinition } from '../procedure/duty-definition.ts';
import type { Force } from '../procedure/force.ts';
import { addDays, type CalendarDay, type Instant, maxOf } from '../time.ts';
import { ballIntervals } from './ball.ts';
import { type DueStart, dueMoment, postpone } from './due-moment.ts';
import type { Duty, Party, PostponementLink } from './duty.ts';
import { evaluateFulfilment, type FulfilmentSearch, fulfillingPatterns, mayCount } from './fulfilment.ts';
import { correlates, type MatchContext, matching, type Start } from './match.ts';
import { institutionIdOf, partyOf } from './parties.ts';
import { type AdoptedTerm, calendarFor } from './setting.ts';
import { settlementOf } from './settlement.ts';
import type { StartedDuty } from './started-duty.ts';

/** Builds the duty. Total: facts that make no sense give a duty that is not timed rather than an error. */
export function buildDuty(definition: DutyDefinition, started: StartedDuty, context: MatchContext): Duty {
  const { key, start, runsFrom } = started;
  const reopened = latest(
    factsOf(context.facts, 'duty.reopened').filter(({ event }) => event.data.dutyKey === key),
  );
  const search: FulfilmentSearch = {
    key,
    start,
    context,
    strictlyAfter: started.isSeries,
    reopenedAt: reopened?.event.recordedAt ?? null,
  };
  const fulfilment = evaluateFulfilment(definition.settledBy, search);
  const undone = withdrawnFulfilments(definition, search);
  const owedBy = partyOf(definition.owedBy, start, context);
  const adopted = adoptedTerm(definition, runsFrom.day, context);
  const force = forceOf(definition.force, adopted);
  const rule = ruleOf(definition, start, adopted);
  const calendar = calendarFor(context.setting, institutionIdOf(owedBy));
  const links = postponementsOf(definition, key, start, context);
  const ground = { force: force.term, source: definition.sources[0] ?? '' };
  const fields = dataOf(start.fact.event) as DueStart['fields'];
  const origin = dueMoment(rule, { at: runsFrom.at, day: runsFrom.day, fields }, calendar, ground);
  const moved = postpone(origin, links);
  const reopenedMoments = [
    ...(reopened === null ? [] : [reopened.event.recordedAt]),
    ...undone.map(({ recordedAt }) => recordedAt),
  ];
  return {
    key,
    kind: definition.id,
    title: definition.title,
    owedBy,
    owedTo: definition.owedTo.map((side) => partyOf(side, start, context)),
    follower: definition.follower === undefined ? null : partyOf(definition.follower, start, context),
    force,
    danger: definition.danger === true,
    sameDay: rule.kind === 'sameDay',
    immediate: rule.kind === 'immediate',
    startedBy: started.startedBy.map((fact) => fact.event.id),
    startedAt: runsFrom.at,
    startedDay: runsFrom.day,
    recordedBy: start.fact.event.by,
    knownAt: maxOf(
      start.fact.event.recordedAt,
      ...started.startedBy.map((fact) => fact.event.recordedAt),
      ...reopenedMoments,
    ),
    opensOn: opensOn(definition, runsFrom.day),
    due: moved.notTimed === true ? null : { at: moved.dueAt, day: moved.dueDay },
    explanation: moved.explanation,
    postponements: links,
    generation: links.length + countReopened(key, context) + undone.length,
    parts: fulfilment.parts,
    settled: settlementOf(definition, started, fulfilment.facts, context, search.reopenedAt),
    takenOver: isTakenOver(definition, key, runsFrom.day, links, context),
    answerUnknown: isAnswerUnknown(owedBy, context),
    held: definition.danger !== true && isHeld(key, context),
    ballIntervals: ballIntervals(start, context),
    sources: definition.sources,
  };
}

function latest(facts: readonly Fact[]): Fact | null {
  return facts.reduce<Fact | null>(
    (last, next) => (last === null || next.event.recordedAt > last.event.recordedAt ? next : last),
    null,
  );
}

function countReopened(key: string, context: MatchContext): number {
  return factsOf(context.facts, 'duty.reopened').filter(({ event }) => event.data.dutyKey === key).length;
}

/** Withdrawn facts that would have counted: each one makes the duty open a second time. */
function withdrawnFulfilments(definition: DutyDefinition, search: FulfilmentSearch) {
  return search.context.facts.withdrawn.filter(({ fact }) =>
    fulfillingPatterns(definition.settledBy).some(({ by, match }) => mayCount(fact, by, match, search)),
  );
}

function adoptedTerm(
  definition: DutyDefinition,
  startedDay: CalendarDay,
  { setting }: MatchContext,
): AdoptedTerm | null {
  const adopted = setting.municipality.adoptedTerms[definition.id];
  return adopted !== undefined && definition.force.term === 'default' && adopted.from <= startedDay
    ? adopted
    : null;
}

function forceOf(force: Force, adopted: AdoptedTerm | null): Force {
  return adopted === null ? force : { act: force.act, term: 'agreed' };
}

function ruleOf(definition: DutyDefinition, { fact }: Start, adopted: AdoptedTerm | null): DueRule {
  if (fact.event.acute === true && definition.dueIfAcute !== undefined) return definition.dueIfAcute;
  return adopted?.due ?? definition.due;
}

function opensOn(definition: DutyDefinition, startedDay: CalendarDay): CalendarDay {
  const { opensAfter } = definition;
  if (opensAfter === undefined) return startedDay;
  return addDays(startedDay, opensAfter.unit === 'week' ? opensAfter.amount * 7 : opensAfter.amount);
}

/** The chain of postponements, in the order in which they were recorded: the newest one holds. */
function postponementsOf(
  definition: DutyDefinition,
  key: string,
  start: Start,
  context: MatchContext,
): readonly PostponementLink[] {
  const general = factsOf(context.facts, 'duty.postponed').filter(({ event }) => event.data.dutyKey === key);
  const own = (definition.postponedBy ?? []).flatMap(({ by, match }) =>
    matching(by, context).filter((fact) => correlates(fact, start, match)),
  );
  const recordedFirst = (a: Fact, b: Fact) =>
    a.event.recordedAt < b.event.recordedAt
      ? -1
      : a.event.recordedAt > b.event.recordedAt
        ? 1
        : compareFacts(a, b);
  return [...general, ...own].sort(recordedFirst).flatMap(({ event }) => {
    const newDueOn = fieldOf(event, 'newDueOn');
    const reasonCode = fieldOf(event, 'reasonCode');
    if (typeof newDueOn !== 'string') return [];
    return [
      {
        eventId: event.id,
        newDueOn: newDueOn as CalendarDay,
        reasonCode: typeof reasonCode === 'string' ? reasonCode : '',
        by: event.by,
        recordedAt: event.recordedAt,
      },
    ];
  });
}

/** Rules of conduct 15: from before the start date and not yet dated by somebody; never for danger. */
function isTakenOver(
  definition: DutyDefinition,
  key: string,
  startedDay: CalendarDay,
  links: readonly PostponementLink[],
  { facts, setting }: MatchContext,
): boolean {
  if (definition.danger === true || links.length > 0) return false;
  const { startDate } = setting.municipality;
  const listed = factsOf(facts, 'duty.takenOver').some(({ event }) => event.data.dutyKeys.includes(key));
  return listed || (startDate !== null && startedDay < startDate);
}

function isAnswerUnknown(owedBy: Party, { setting }: MatchContext): boolean {
  const institutionId = institutionIdOf(owedBy);
  return institutionId !== null && setting.institutions[institutionId]?.hasActiveUser === false;
}

/** Rules of conduct 20: a reply by mail came and nobody has yet said whether it is the answer. */
function isHeld(key: string, { facts }: MatchContext): boolean {
  const received = factsOf(facts, 'mailReply.received').filter(({ event }) => event.data.dutyKey === key);
  const confirmed = factsOf(facts, 'mailReply.confirmed').filter(({ event }) => event.data.dutyKey === key);
  const lastReceived = received.at(-1);
  if (lastReceived === undefined) return false;
  return confirmed.every((fact) => compareFacts(fact, lastReceived) < 0);
}
