/** Runs a procedure over facts and shows duties and steps as readable lines. */
import type { DossierEvent } from '../dossier/event.ts';
import { computeDuties } from '../duty/compute-duties.ts';
import type { Duty, Step } from '../duty/duty.ts';
import type { DossierSetting } from '../duty/setting.ts';
import { type StepContext, stepsOf } from '../duty/steps.ts';
import type { Procedure } from '../procedure/procedure.ts';
import { dayOf, type Instant, localTime } from '../time.ts';
import { setting as plainSetting, school, teacher, toInstant } from './scenario.ts';

export function stepContext(procedure: Procedure, setting: DossierSetting = plainSetting): StepContext {
  return {
    setting,
    escalation: procedure.escalation,
    manager: { party: 'person', role: 'caseManager', institutionId: school, personId: teacher },
  };
}

/** `2026-11-20 10.00`, in Riga. */
export function localText(at: Instant): string {
  const { hour, minute } = localTime(at);
  return `${dayOf(at)} ${hour}.${String(minute).padStart(2, '0')}`;
}

/** One line per step, in the order of their moments: `2026-11-28 0.00 late owes,waits`. */
export function rowsOf(steps: readonly Step[]): readonly string[] {
  return [...steps]
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
    .map(({ name, at, tell }) => `${localText(at)} ${name} ${tell.map((one) => one.as).join(',')}`);
}

export type Play = {
  readonly duties: (events: readonly DossierEvent[], setting?: DossierSetting) => readonly Duty[];
  /** The only duty of a kind. Throws where there is none or more than one. */
  readonly duty: (kind: string, events: readonly DossierEvent[], setting?: DossierSetting) => Duty;
  /** The lines of that duty's steps up to a moment. */
  readonly rows: (
    kind: string,
    events: readonly DossierEvent[],
    until: string,
    setting?: DossierSetting,
  ) => readonly string[];
};

/** What a procedure makes of facts. */
export function play(procedure: Procedure): Play {
  const duties: Play['duties'] = (events, setting = plainSetting) =>
    computeDuties(procedure, events, setting);
  const duty: Play['duty'] = (kind, events, setting) => {
    const found = duties(events, setting).filter((one) => one.kind === kind);
    const [only] = found;
    if (only === undefined || found.length > 1) throw new Error(`${found.length} duties of kind ${kind}`);
    return only;
  };
  const rows: Play['rows'] = (kind, events, until, setting) =>
    rowsOf(stepsOf(duty(kind, events, setting), stepContext(procedure, setting), toInstant(until)));
  return { duties, duty, rows };
}
