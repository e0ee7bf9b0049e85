/** Checks of one row of the duties table. */
import { isEventType } from '../dossier/event.ts';
import { checkAmount, checkDayField, checkDueRule } from './check-due-rule.ts';
import {
  checkCodes,
  checkConditions,
  checkCorrelations,
  checkPattern,
  checkPatterns,
  fieldIn,
  type Starts,
  startFields,
} from './check-pattern.ts';
import { checkSources, checkText } from './check-texts.ts';
import type { Condition, DutyDefinition, DutyVariant, Fulfilment, Trigger } from './duty-definition.ts';
import { institutionKinds, outsideParties, type PartyExpression, roles } from './party.ts';
import { type ProcedureProblem, problem } from './procedure-problem.ts';

const relations = ['actor', 'referralSender', 'referralReceiver'];

/** Everything about a duty but whether its id is taken. */
export function checkDuty(duty: DutyDefinition, path: string): readonly ProcedureProblem[] {
  const starts = startsOf(duty.startsWhen);
  const asIs = duty.danger === true;
  return [
    ...checkText('emptyTitle', duty.title, `${path}.title`),
    ...(duty.note === undefined ? [] : checkText('emptyText', duty.note, `${path}.note`)),
    ...checkTrigger(duty.startsWhen, `${path}.startsWhen`),
    ...(duty.runsFrom === undefined ? [] : checkDayField(duty.runsFrom, starts, `${path}.runsFrom`)),
    ...checkParty(duty.owedBy, starts, `${path}.owedBy`),
    ...checkParties(duty.owedTo, starts, `${path}.owedTo`),
    ...(duty.follower === undefined ? [] : checkParty(duty.follower, starts, `${path}.follower`)),
    ...checkDueRule(duty.due, starts, asIs, `${path}.due`),
    ...(duty.dueIfAcute === undefined
      ? []
      : checkDueRule(duty.dueIfAcute, starts, asIs, `${path}.dueIfAcute`)),
    ...(duty.opensAfter === undefined
      ? []
      : checkAmount(duty.opensAfter.amount, `${path}.opensAfter.amount`)),
    ...checkForce(duty, `${path}.force`),
    ...checkFulfilment(duty.settledBy, starts, `${path}.settledBy`),
    ...(duty.variants ?? []).flatMap((variant, index) =>
      checkVariant(variant, duty, starts, `${path}.variants[${index}]`),
    ),
    ...(duty.endedBy ?? []).flatMap(({ by, match }, index) => [
      ...checkPattern(by, `${path}.endedBy[${index}].by`),
      ...checkCorrelations(match, by.fact, starts, `${path}.endedBy[${index}].match`),
    ]),
    ...checkPostponements(duty, starts, `${path}.postponedBy`),
    ...checkSources(duty.sources, `${path}.sources`),
  ];
}

function patternsOf(trigger: Trigger) {
  if ('each' in trigger) return { name: 'each', patterns: trigger.each };
  if ('all' in trigger) return { name: 'all', patterns: trigger.all };
  return { name: 'series', patterns: trigger.series };
}

function startsOf(trigger: Trigger): Starts {
  const { patterns } = patternsOf(trigger);
  const perId = 'each' in trigger ? trigger.perId : undefined;
  return perId === undefined ? { patterns } : { patterns, perId };
}

/** Every start has the list whose elements start duties of their own; one without it would start none. */
function checkTrigger(trigger: Trigger, path: string): readonly ProcedureProblem[] {
  const { name, patterns } = patternsOf(trigger);
  const perId = 'each' in trigger ? trigger.perId : undefined;
  const known = checkPatterns(patterns, `${path}.${name}`);
  if (perId === undefined) return known;
  const fields = startFields({ patterns }, perId);
  if (fields.length < patterns.length) return [...known, ...problem('unknownField', `${path}.perId`, perId)];
  return fields.every(({ kind }) => kind === 'ids')
    ? known
    : [...known, ...problem('wrongKind', `${path}.perId`, perId)];
}

function checkParties(
  parties: readonly PartyExpression[],
  starts: Starts,
  path: string,
): readonly ProcedureProblem[] {
  if (parties.length === 0) return problem('emptyList', path);
  return parties.flatMap((party, index) => checkParty(party, starts, `${path}[${index}]`));
}

/** A side that exists; a field that it is read from is an id of a starting fact. */
export function checkParty(
  party: PartyExpression,
  starts: Starts,
  path: string,
): readonly ProcedureProblem[] {
  switch (party.party) {
    case 'actor':
    case 'family':
      return [];
    case 'outside':
      return outsideParties.includes(party.name) ? [] : problem('unknownCode', `${path}.name`, party.name);
    case 'institution':
      return checkInstitution(party.at, starts, `${path}.at`);
    case 'role':
      return [
        ...(roles.includes(party.role) ? [] : problem('unknownCode', `${path}.role`, party.role)),
        ...(party.at === undefined ? [] : checkInstitution(party.at, starts, `${path}.at`)),
      ];
  }
}

function checkInstitution(
  at: string | { readonly field: string },
  starts: Starts,
  path: string,
): readonly ProcedureProblem[] {
  if (typeof at === 'string') {
    if (at === 'referralSender' || at === 'referralReceiver') {
      const named = startFields(starts, 'referralId').length > 0;
      return named ? [] : problem('unknownField', path, 'referralId');
    }
    const known = relations.includes(at) || (institutionKinds as readonly string[]).includes(at);
    return known ? [] : problem('unknownCode', path, at);
  }
  if (at.field === 'element') return starts.perId === undefined ? problem('noElement', `${path}.field`) : [];
  const fields = startFields(starts, at.field);
  if (fields.length === 0) return problem('unknownField', `${path}.field`, at.field);
  return fields.every(({ kind }) => kind === 'id') ? [] : problem('wrongKind', `${path}.field`, at.field);
}

/**
 * A term has a force (rules of conduct 6). What is not timed has none, or `default`: then a municipality may adopt a
 * term for it.
 */
function checkForce(
  { due, force }: Pick<DutyDefinition, 'due' | 'force'>,
  path: string,
): readonly ProcedureProblem[] {
  const fits =
    due.kind === 'notTimed' ? force.term === null || force.term === 'default' : force.term !== null;
  return fits ? [] : problem('forceMismatch', `${path}.term`, force.term);
}

function checkVariant(
  variant: DutyVariant,
  duty: DutyDefinition,
  starts: Starts,
  path: string,
): readonly ProcedureProblem[] {
  const { owedBy, owedTo, follower, due, force, settledBy } = variant;
  const timed = due !== undefined || force !== undefined;
  return [
    ...checkVariantConditions(variant.where, starts, `${path}.where`),
    ...(owedBy === undefined ? [] : checkParty(owedBy, starts, `${path}.owedBy`)),
    ...(owedTo === undefined ? [] : checkParties(owedTo, starts, `${path}.owedTo`)),
    ...(follower === undefined ? [] : checkParty(follower, starts, `${path}.follower`)),
    ...(due === undefined ? [] : checkDueRule(due, starts, duty.danger === true, `${path}.due`)),
    ...(timed ? checkForce({ due: due ?? duty.due, force: force ?? duty.force }, `${path}.force`) : []),
    ...(settledBy === undefined ? [] : checkFulfilment(settledBy, starts, `${path}.settledBy`)),
  ];
}

/** They can hold of at least one of the starts; else what is wrong with them for the first one. */
function checkVariantConditions(
  where: readonly Condition[],
  starts: Starts,
  path: string,
): readonly ProcedureProblem[] {
  if (where.length === 0) return problem('emptyList', path);
  const byStart = starts.patterns
    .filter(({ fact }) => isEventType(fact))
    .map(({ fact }) => checkConditions(where, fact, path));
  return byStart.some((problems) => problems.length === 0) ? [] : (byStart[0] ?? []);
}

function checkFulfilment(fulfilment: Fulfilment, starts: Starts, path: string): readonly ProcedureProblem[] {
  if ('allOf' in fulfilment) return checkFulfilments(fulfilment.allOf, starts, `${path}.allOf`);
  if ('anyOf' in fulfilment) return checkFulfilments(fulfilment.anyOf, starts, `${path}.anyOf`);
  const known = checkPattern(fulfilment.by, `${path}.by`);
  if ('reaching' in fulfilment) {
    return [
      ...known,
      ...checkCodes(fulfilment.reaching, institutionKinds, `${path}.reaching`),
      ...checkIdField(fulfilment.by.fact, fulfilment.field, `${path}.field`),
    ];
  }
  const matched = checkCorrelations(fulfilment.match, fulfilment.by.fact, starts, `${path}.match`);
  if (!('perElement' in fulfilment)) return [...known, ...matched];
  const lists = startFields(starts, fulfilment.perElement);
  return [
    ...known,
    ...matched,
    ...(lists.length === 0 ? problem('unknownField', `${path}.perElement`, fulfilment.perElement) : []),
    ...(lists.every(({ kind }) => kind === 'ids')
      ? []
      : problem('wrongKind', `${path}.perElement`, fulfilment.perElement)),
    ...checkIdField(fulfilment.by.fact, fulfilment.elementField, `${path}.elementField`),
  ];
}

function checkFulfilments(
  fulfilments: readonly Fulfilment[],
  starts: Starts,
  path: string,
): readonly ProcedureProblem[] {
  if (fulfilments.length === 0) return problem('emptyList', path);
  return fulfilments.flatMap((one, index) => checkFulfilment(one, starts, `${path}[${index}]`));
}

function checkIdField(fact: string, name: string, path: string): readonly ProcedureProblem[] {
  const field = fieldIn(fact, name);
  if (field === undefined) return problem('unknownField', path, name);
  return field.kind === 'id' || field.kind === 'ids' ? [] : problem('wrongKind', path, name);
}

/** A fact that postpones says to which day. */
function checkPostponements(duty: DutyDefinition, starts: Starts, path: string): readonly ProcedureProblem[] {
  return (duty.postponedBy ?? []).flatMap(({ by, match }, index) => {
    const at = `${path}[${index}]`;
    const unknown = checkPattern(by, `${at}.by`);
    const newDay = fieldIn(by.fact, 'newDueOn');
    return [
      ...unknown,
      ...(unknown.length === 0 && newDay?.kind !== 'day'
        ? problem('unknownField', `${at}.by.fact`, 'newDueOn')
        : []),
      ...checkCorrelations(match, by.fact, starts, `${at}.match`),
    ];
  });
}
