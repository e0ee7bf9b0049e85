/** The settings as they are edited: one draft for all tabs, laid over what is saved. */
import type { OfferedDuty, SetUp, SetUpDraft } from '../../../requests/set-up.ts';

export function draftOf(saved: SetUp): SetUpDraft {
  const {
    movedDaysOn,
    workingHours,
    startDate,
    switchedOn,
    switchedOff,
    adoptedTerms,
    escalation,
    replyCeilingMonths,
    schoolYears,
    secondFactor,
  } = saved;
  return {
    movedDaysOn,
    workingHours,
    startDate,
    switchedOn,
    switchedOff,
    // What was adopted is a term each: the answer describes it by the wider type of procedures.
    adoptedTerms: adoptedTerms as SetUpDraft['adoptedTerms'],
    escalation,
    replyCeilingMonths,
    schoolYears,
    secondFactor,
  };
}

export function isOn({ id, starterSet }: OfferedDuty, draft: SetUpDraft): boolean {
  return starterSet ? !draft.switchedOff.includes(id) : draft.switchedOn.includes(id);
}

/** Rows of the starter set are on unless named, the others off unless named. */
export function withSwitched({ id, starterSet }: OfferedDuty, on: boolean, draft: SetUpDraft): SetUpDraft {
  const without = (list: readonly string[]) => list.filter((one) => one !== id);
  return starterSet
    ? { ...draft, switchedOff: on ? without(draft.switchedOff) : [...without(draft.switchedOff), id] }
    : { ...draft, switchedOn: on ? [...without(draft.switchedOn), id] : without(draft.switchedOn) };
}

export function isChanged(draft: SetUpDraft, saved: SetUpDraft): boolean {
  return keysOf(draft).some((key) => differs(draft[key], saved[key]));
}

/** What was changed here, over what somebody else has saved meanwhile: setting by setting. */
export function laidOver(draft: SetUpDraft, before: SetUpDraft, now: SetUpDraft): SetUpDraft {
  const own = keysOf(draft).filter((key) => differs(draft[key], before[key]));
  return { ...now, ...Object.fromEntries(own.map((key) => [key, draft[key]])) };
}

/** The settings in which two differ. */
export function changedSettings(a: SetUpDraft, b: SetUpDraft): readonly (keyof SetUpDraft)[] {
  return keysOf(a).filter((key) => differs(a[key], b[key]));
}

function keysOf(draft: SetUpDraft): readonly (keyof SetUpDraft)[] {
  return Object.keys(draft) as (keyof SetUpDraft)[];
}

function differs(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) !== JSON.stringify(b);
}
