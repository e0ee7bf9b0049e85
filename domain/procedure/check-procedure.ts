/**
 * Is a procedure sound? Run over every procedure when it is loaded: a duty that nothing can start or settle, a step
 * that nobody reaches, a rule without a source must be found then and not in a case.
 */
import { isCalendarDay } from '../time.ts';
import { checkAmount } from './check-due-rule.ts';
import { checkDuty, checkParty } from './check-duty.ts';
import { checkDutyNames } from './check-duty-names.ts';
import { checkPattern } from './check-pattern.ts';
import { checkIds, checkSources, checkText } from './check-texts.ts';
import type { EscalationPlan, Procedure, ProcedureStep, Threshold } from './procedure.ts';
import { type ProcedureProblem, problem } from './procedure-problem.ts';

/** Every problem, in the order of the procedure; empty where it is sound. */
export function checkProcedure(procedure: Procedure): readonly ProcedureProblem[] {
  const { duties, steps, thresholds } = procedure;
  const dutyIds = new Set(duties.map(({ id }) => id));
  return [
    ...checkText('emptyTitle', procedure.title, 'title'),
    ...checkIds(duties, 'duties'),
    ...duties.flatMap((duty, index) => [
      ...checkDuty(duty, `duties[${index}]`),
      ...checkDutyNames(duty, dutyIds, `duties[${index}]`),
    ]),
    ...checkIds(steps, 'steps'),
    ...checkSteps(steps, dutyIds),
    ...checkThresholds(thresholds, dutyIds),
    ...checkEscalation(procedure.escalation),
    ...checkSources(procedure.sources, 'sources'),
  ];
}

function checkSteps(
  steps: readonly ProcedureStep[],
  dutyIds: ReadonlySet<string>,
): readonly ProcedureProblem[] {
  const stepIds = new Set(steps.map(({ id }) => id));
  const reached = reachable(steps);
  return steps.flatMap((step, index) => {
    const path = `steps[${index}]`;
    return [
      ...(reached.has(step.id) ? [] : problem('unreachableStep', path, step.id)),
      ...checkStep(step, stepIds, dutyIds, path),
    ];
  });
}

function checkStep(
  step: ProcedureStep,
  stepIds: ReadonlySet<string>,
  dutyIds: ReadonlySet<string>,
  path: string,
): readonly ProcedureProblem[] {
  /** A step has no starting fact that a side could be read from. */
  const noStart = { patterns: [] };
  return [
    ...checkText('emptyTitle', step.title, `${path}.title`),
    ...checkParty(step.ledBy, noStart, `${path}.ledBy`),
    ...step.takesPart.flatMap((party, index) => checkParty(party, noStart, `${path}.takesPart[${index}]`)),
    ...step.duties.flatMap((id, index) =>
      dutyIds.has(id) ? [] : problem('unknownDuty', `${path}.duties[${index}]`, id),
    ),
    ...step.next.flatMap((transition, index) => {
      const at = `${path}.next[${index}]`;
      return [
        ...(transition.to.length === 0 ? problem('emptyList', `${at}.to`) : []),
        ...transition.to.flatMap((id, place) =>
          stepIds.has(id) ? [] : problem('unknownStep', `${at}.to[${place}]`, id),
        ),
        ...transition.when.flatMap((pattern, place) => checkPattern(pattern, `${at}.when[${place}]`)),
        ...checkText('emptyText', transition.condition, `${at}.condition`),
      ];
    }),
    ...checkSources(step.sources, `${path}.sources`),
  ];
}

/** Ids of the steps to which a way leads from the first one or from one that may be entered at any time. */
function reachable(steps: readonly ProcedureStep[]): ReadonlySet<string> {
  const roots = steps.filter((step, index) => index === 0 || step.anyTime === true);
  const reached = new Set<string>();
  const open = [...roots];
  for (let step = open.pop(); step !== undefined; step = open.pop()) {
    if (reached.has(step.id)) continue;
    reached.add(step.id);
    const following = new Set(step.next.flatMap(({ to }) => to));
    open.push(...steps.filter(({ id }) => following.has(id)));
  }
  return reached;
}

function checkThresholds(
  thresholds: readonly Threshold[],
  dutyIds: ReadonlySet<string>,
): readonly ProcedureProblem[] {
  return thresholds.flatMap((threshold, index) => {
    const { id, title, amount, starts, from, until, sources } = threshold;
    const path = `thresholds[${index}]`;
    const twice = thresholds.slice(0, index).some((other) => other.id === id && overlap(other, threshold));
    return [
      ...(twice ? problem('duplicateId', `${path}.id`, id) : []),
      ...checkText('emptyTitle', title, `${path}.title`),
      ...checkAmount(amount, `${path}.amount`),
      ...(dutyIds.has(starts) ? [] : problem('unknownDuty', `${path}.starts`, starts)),
      ...(isCalendarDay(from) ? [] : problem('badDay', `${path}.from`, from)),
      ...(until === undefined || (isCalendarDay(until) && until >= from)
        ? []
        : problem('badDay', `${path}.until`, until)),
      ...checkSources(sources, `${path}.sources`),
    ];
  });
}

/** A threshold may change from a day on; two of the same name must not hold on the same day. */
function overlap(a: Threshold, b: Threshold): boolean {
  return (b.until === undefined || a.from <= b.until) && (a.until === undefined || b.from <= a.until);
}

function checkEscalation({ head, waitingSide, propose }: EscalationPlan): readonly ProcedureProblem[] {
  const rungs = [
    { name: 'head', days: head },
    { name: 'waitingSide', days: waitingSide },
    { name: 'propose', days: propose },
  ].flatMap(({ name, days }) => (days === undefined ? [] : [{ path: `escalation.${name}`, days }]));
  return rungs.flatMap(({ path, days }, index) => {
    const below = rungs[index - 1];
    const early = below !== undefined && days < below.days;
    return [...checkAmount(days, path), ...(early ? problem('rungOrder', path, days) : [])];
  });
}
