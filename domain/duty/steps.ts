/** The moments at which somebody is told about a duty: first notice, reminders, lateness, the ladder. */
import { addWorkingDays, isWorkingDay, plusOneWorkingDay, previousWorkingDay } from '../calendar/index.ts';
import type { EscalationPlan, Procedure } from '../procedure/procedure.ts';
import { endOfDay, type Instant, maxOf, startOfDay } from '../time.ts';
import { dangerSteps } from './danger-steps.ts';
import type { Due, Duty, Party, Step, Telling, Told } from './duty.ts';
import { nagSteps } from './nag-steps.ts';
import { institutionIdOf } from './parties.ts';
import { calendarFor, type DossierSetting, type MunicipalitySetting } from './setting.ts';
import { isQuiet } from './status.ts';
import { owing, tellableFrom, waiting } from './told.ts';

export type StepContext = {
  readonly setting: DossierSetting;
  /** The ladder in force: `escalationIn`. */
  readonly escalation: EscalationPlan;
  /** The present lead of the case and the principal of the learner's school, told on the waiting side. */
  readonly manager: Party;
};

/** What the municipality has set, and for every other rung the procedure's own time. */
export function escalationIn(
  { escalation }: Pick<MunicipalitySetting, 'escalation'>,
  procedure: Pick<Procedure, 'escalation'>,
): EscalationPlan {
  return { ...procedure.escalation, ...escalation };
}

/**
 * All steps of a duty up to `horizon`, and of a row that repeats without end the first one after it. The same
 * facts give the same steps, whenever they are asked for.
 */
export function stepsOf(duty: Duty, context: StepContext, horizon: Instant): readonly Step[] {
  if (duty.takenOver) return [];
  return [...termSteps(duty, context, horizon), ...toldSteps(duty)];
}

function termSteps(duty: Duty, context: StepContext, horizon: Instant): readonly Step[] {
  if (duty.settled !== null) return settledSteps(duty);
  if (duty.danger) return dangerSteps(duty, context.setting, horizon);
  if (duty.answerUnknown) return unknownAnswerSteps(duty, context);
  if (duty.due === null) return [firstStep(duty)];
  if (isQuiet(duty)) return quietSteps(duty, duty.due, context);
  return timedSteps(duty, duty.due, context);
}

/**
 * What was told before the duty was postponed or reopened is not told again; only a reply that still waits for a word
 * is asked about anew.
 */
function toldSteps(duty: Duty): readonly Step[] {
  const from = tellableFrom(duty);
  return (duty.tellings ?? [])
    .map((telling) =>
      telling.name === 'replyReceived' ? { ...telling, at: maxOf(telling.at, from) } : telling,
    )
    .filter(({ at }) => at >= from)
    .map((telling) => toldStep(telling, duty));
}

/** What is about a complaint comes by itself, like the rungs; replies and withdrawn drafts with the digest. */
function toldStep({ name, n, at, tell }: Telling, duty: Duty): Step {
  const byItself = name === 'answerAsked' || name === 'accountAsked' || name === 'windowOver';
  return { name, n, at, urgency: duty.danger ? 'danger' : byItself ? 'own' : 'digest', tell };
}

function firstStep(duty: Duty): Step {
  const tell = duty.announced === true ? [owing(duty), ...waiting(duty)] : [owing(duty)];
  return { name: 'first', n: 0, at: tellableFrom(duty), urgency: 'digest', tell };
}

/** The waiting side hears of the outcome, unless it is the side that recorded or followed it. */
/** The other side hears that it was done; of danger it hears from people, never from the product (rules of conduct 19). */
function settledSteps(duty: Duty): readonly Step[] {
  const { settled } = duty;
  if (duty.danger) return [];
  const side = institutionIdOf(owing(duty).to);
  const across = waiting(duty).filter(({ to }) => institutionIdOf(to) !== side);
  if (settled === null || settled.how !== 'fulfilled' || across.length === 0) return [];
  return [{ name: 'settled', n: 0, at: settled.recordedAt, urgency: 'digest', tell: across }];
}

function unknownAnswerSteps(duty: Duty, context: StepContext): readonly Step[] {
  return [firstStep(duty), ...(duty.due === null ? [] : plannedPassed(duty, duty.due, context))];
}

function quietSteps(duty: Duty, due: Due, context: StepContext): readonly Step[] {
  return [firstStep(duty), ...reminders(duty, due, context), ...plannedPassed(duty, due, context)];
}

/** The day is over without a late word; held while a reply by mail waits, with the same grace as lateness. */
function plannedPassed(duty: Duty, due: Due, context: StepContext): readonly Step[] {
  if (duty.held) return [];
  const at = maxOf(due.at, oneWorkingDayAfterKnown(duty, context));
  return [{ name: 'plannedPassed', n: 0, at, urgency: 'digest', tell: [owing(duty)] }];
}

function timedSteps(duty: Duty, due: Due, context: StepContext): readonly Step[] {
  const begin =
    duty.sameDay || duty.immediate
      ? nagSteps(duty, context.setting)
      : [firstStep(duty), ...reminders(duty, due, context)];
  return [...begin, ...(duty.held ? [] : lateSteps(duty, due, context))];
}

/**
 * One working day before, and on the day; one that lies before the owner could know is left out. A due day on which
 * nobody works has no morning: the reminder of the working day before is then the last.
 */
function reminders(duty: Duty, due: Due, { setting }: StepContext): readonly Step[] {
  const calendar = calendarFor(setting, institutionIdOf(duty.owedBy));
  const tell = [owing(duty)];
  const before = startOfDay(previousWorkingDay(calendar, due.day));
  const steps: readonly Step[] = [
    { name: 'remindBefore', n: 0, at: before, urgency: 'digest', tell },
    ...(isWorkingDay(calendar, due.day)
      ? [{ name: 'remindToday', n: 0, at: startOfDay(due.day), urgency: 'digest', tell } as const]
      : []),
  ];
  const from = maxOf(tellableFrom(duty), startOfDay(duty.opensOn));
  return steps.filter((step) => step.at > from);
}

function oneWorkingDayAfterKnown(duty: Duty, { setting }: StepContext): Instant {
  return plusOneWorkingDay(calendarFor(setting, institutionIdOf(duty.owedBy)), duty.knownAt);
}

/**
 * Step 0 and the rungs (duties page, section 4). Whoever could not know before gets one working day: of the steps
 * that would have come until then only the latest is told, to all whom they would have reached (rules of
 * conduct 11).
 */
function lateSteps(duty: Duty, due: Due, context: StepContext): readonly Step[] {
  const grace = oneWorkingDayAfterKnown(duty, context);
  const ladder = ladderOf(duty, due, context);
  const early = ladder.filter((step) => step.at < grace);
  const later = ladder.filter((step) => step.at >= grace);
  const last = early.at(-1);
  if (last === undefined) return later;
  return [{ ...last, at: grace, tell: distinct(early.flatMap((step) => step.tell)) }, ...later];
}

function ladderOf(duty: Duty, due: Due, context: StepContext): readonly Step[] {
  const { escalation, setting } = context;
  const calendar = calendarFor(setting, institutionIdOf(duty.owedBy));
  const after = (workingDays: number) => endOfDay(addWorkingDays(calendar, due.day, workingDays));
  const rung = (name: 'head' | 'waitingSide' | 'propose', days: number | undefined, tell: readonly Told[]) =>
    days === undefined || tell.length === 0
      ? []
      : [{ name, n: 0, at: after(days), urgency: 'own', tell } as const];
  const head = headOf(duty);
  const side = waitingSide(context);
  return [
    { name: 'late', n: 0, at: due.at, urgency: 'own', tell: [owing(duty), ...waiting(duty)] },
    ...rung('head', escalation.head, head === null ? [] : [head]),
    ...rung('waitingSide', escalation.waitingSide, side),
    ...rung('propose', escalation.propose, side),
  ];
}

/** The head of the owing institution. */
function headOf(duty: Duty): Told | null {
  const { to } = owing(duty);
  const institutionId = institutionIdOf(to);
  return institutionId === null
    ? null
    : { as: 'head', to: { party: 'person', role: 'head', institutionId, personId: null } };
}

/** The waiting side's case manager and principal. */
function waitingSide({ manager, setting }: StepContext): readonly Told[] {
  return [
    { as: 'manager', to: manager },
    {
      as: 'principal',
      to: { party: 'person', role: 'principal', institutionId: setting.homeInstitutionId, personId: null },
    },
  ];
}

function distinct(told: readonly Told[]): readonly Told[] {
  const seen = new Map<string, Told>(told.map((one) => [`${one.as}${JSON.stringify(one.to)}`, one]));
  return [...seen.values()];
}
