/** One duty from its definition and its start: due moment, settlement, generation, what its owner knew when. */
import { dataOf, fieldOf } from '../dossier/event.ts';
import { compareFacts, type Fact, factsOf } from '../dossier/facts.ts';
import type { DueRule } from '../procedure/due-rule.ts';
import type { DutyDefinition } from '../procedure/duty-definition.ts';
import type { Force } from '../procedure/force.ts';
import { addDays, type CalendarDay, maxOf } from '../time.ts';
import { ballIntervals } from './ball.ts';
import { type DueMoment, type DueStart, dueMoment, keepDay, postpone } from './due-moment.ts';
import type { Duty, Party, PostponementLink, Settlement } from './duty.ts';
import { evaluateFulfilment, type FulfilmentSearch } from './fulfilment.ts';
import { waitingParty } from './involved.ts';
import { mailAnswer, unjudgedReplies } from './mail-replies.ts';
import { correlates, type MatchContext, matches, type Start } from './match.ts';
import { institutionIdOf, partyOf } from './parties.ts';
import { type AdoptedTerm, calendarFor } from './setting.ts';
import { settlementOf } from './settlement.ts';
import { settlingFacts } from './settling-facts.ts';
import type { StartedDuty } from './started-duty.ts';
import { tellingsOf } from './tellings.ts';

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
  const owedBy = partyOf(definition.owedBy, start, context);
  const adopted = adoptedTerm(definition, runsFrom.day, context);
  const force = forceOf(definition.force, adopted);
  const rule = ruleOf(definition, start, adopted);
  const calendar = calendarFor(context.setting, institutionIdOf(owedBy));
  const danger = definition.danger === true;
  // A mail never settles danger (rules of conduct 2).
  const byMail = danger ? null : mailAnswer(key, context, search.reopenedAt);
  const settled = settlementOf(definition, started, fulfilment.facts, context, search.reopenedAt, byMail);
  const { links, recorded } = postponementsOf(definition, key, start, settled, context);
  const ground = { force: force.term, source: definition.sources[0] ?? '' };
  const fields = dataOf(start.fact.event) as DueStart['fields'];
  const counted = dueMoment(rule, { at: runsFrom.at, day: runsFrom.day, fields }, calendar, ground);
  const origin = keptByCalendar(key, counted, context);
  const moved = postpone(origin, links);
  const duty: Duty = {
    key,
    kind: definition.id,
    title: definition.title,
    owedBy,
    owedTo: definition.owedTo.map((side) =>
      waitingParty(side, partyOf(side, start, context), institutionIdOf(owedBy), context),
    ),
    follower: followerOf(definition, start, context),
    force,
    danger,
    sameDay: rule.kind === 'sameDay',
    immediate: rule.kind === 'immediate',
    startedBy: started.startedBy.map((fact) => fact.event.id),
    startedAt: runsFrom.at,
    startedDay: runsFrom.day,
    recordedBy: start.fact.event.by,
    knownAt: maxOf(start.fact.event.recordedAt, ...started.startedBy.map((fact) => fact.event.recordedAt)),
    opensOn: opensOn(definition, runsFrom.day),
    due: moved.notTimed === true ? null : { at: moved.dueAt, day: moved.dueDay },
    explanation: moved.explanation,
    postponements: links,
    generation: recorded,
    parts: fulfilment.parts,
    settled,
    settledBy: settlingFacts(definition.settledBy, start),
    takenOver: isTakenOver(definition, key, runsFrom.day, links, context),
    answerUnknown: !danger && isAnswerUnknown(owedBy, context),
    held: !danger && settled === null && unjudgedReplies(key, context).length > 0,
    ballIntervals: ballIntervals(start, institutionIdOf(owedBy), context),
    sources: definition.sources,
    ...(definition.announced === true ? { announced: true } : {}),
  };
  const tellings = tellingsOf(duty, context);
  return tellings.length === 0 ? duty : { ...duty, tellings };
}

function latest(facts: readonly Fact[]): Fact | null {
  return facts.reduce<Fact | null>(
    (last, next) => (last === null || next.event.recordedAt > last.event.recordedAt ? next : last),
    null,
  );
}

/**
 * Who is told where the owner cannot be (family, registers, an institution without users or none named): the row's
 * follower, else the person who recorded the starting fact (rules of conduct 19).
 */
function followerOf(definition: DutyDefinition, start: Start, context: MatchContext): Party | null {
  const canBeTold = (party: Party) => institutionIdOf(party) !== null && !isAnswerUnknown(party, context);
  const owner = partyOf(definition.owedBy, start, context);
  const named = definition.follower === undefined ? null : partyOf(definition.follower, start, context);
  if (named !== null && canBeTold(named)) return named;
  return canBeTold(owner) ? null : partyOf({ party: 'actor' }, start, context);
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

/** The newest change of the calendar that names the duty says whether it stays on the day it had. */
function keptByCalendar(key: string, counted: DueMoment, { facts }: MatchContext): DueMoment {
  const naming = factsOf(facts, 'calendar.changed')
    .map(({ event }) => event)
    .filter(({ data }) => data.dutyKeys?.includes(key) === true)
    .sort((a, b) => a.seq - b.seq);
  const day = naming.at(-1)?.data.keptDueOn;
  return day === undefined ? counted : keepDay(counted, day);
}

function opensOn(definition: DutyDefinition, startedDay: CalendarDay): CalendarDay {
  const { opensAfter } = definition;
  if (opensAfter === undefined) return startedDay;
  return addDays(startedDay, opensAfter.unit === 'week' ? opensAfter.amount * 7 : opensAfter.amount);
}

type Chain = { readonly links: readonly PostponementLink[]; readonly recorded: number };

/**
 * The chain of postponements, in the order in which they were recorded: the newest one holds. Danger is never
 * postponed, and nothing recorded after the duty was settled moves it. `recorded` counts all there ever were, so
 * that a generation never comes twice.
 */
function postponementsOf(
  definition: DutyDefinition,
  key: string,
  start: Start,
  settled: Settlement | null,
  context: MatchContext,
): Chain {
  if (definition.danger === true) return { links: [], recorded: 0 };
  const postpones = (fact: Fact) =>
    (fact.event.type === 'duty.postponed' && fact.event.data.dutyKey === key) ||
    (definition.postponedBy ?? []).some(
      ({ by, match }) => matches(fact, by, context) && correlates(fact, start, match),
    );
  const inTime = ({ event }: Fact) => settled === null || event.recordedAt <= settled.recordedAt;
  const recordedFirst = (a: Fact, b: Fact) =>
    a.event.recordedAt < b.event.recordedAt
      ? -1
      : a.event.recordedAt > b.event.recordedAt
        ? 1
        : compareFacts(a, b);
  const holding = context.facts.all.filter(postpones);
  const takenBack = context.facts.withdrawn.filter(({ fact }) => postpones(fact));
  return {
    links: holding.filter(inTime).sort(recordedFirst).flatMap(linkOf),
    recorded: holding.length + takenBack.length,
  };
}

function linkOf({ event }: Fact): readonly PostponementLink[] {
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

/** Rules of conduct 13: nobody there has an account, or the directory does not know the institution at all. */
function isAnswerUnknown(owedBy: Party, { setting }: MatchContext): boolean {
  const institutionId = institutionIdOf(owedBy);
  return institutionId !== null && setting.institutions[institutionId]?.hasActiveUser !== true;
}
