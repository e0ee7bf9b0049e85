/** What a procedure is: duties, the graph of steps, thresholds and the escalation ladder, all as data. */
import type { Bilingual, DutyDefinition, FactPattern, Source } from './duty-definition.ts';
import type { PartyExpression } from './party.ts';

export type CaseLevel = 1 | 2 | 3;

/**
 * A way from one step to the next. Several ids in `to` open in parallel; `choose` says whether a person picks
 * one of them, at least one, or all are opened.
 */
export type Transition = {
  readonly to: readonly string[];
  readonly choose: 'one' | 'oneOrMore' | 'all';
  readonly when: readonly FactPattern[];
  readonly condition: Bilingual;
};

/** A step of the graph. `anyTime` steps stand beside the others and may be entered whatever step is current. */
export type ProcedureStep = {
  readonly id: string;
  readonly title: Bilingual;
  readonly level: CaseLevel;
  readonly ledBy: PartyExpression;
  readonly takesPart: readonly PartyExpression[];
  readonly duties: readonly string[];
  readonly anyTime?: true;
  readonly next: readonly Transition[];
  readonly sources: readonly Source[];
};

/** A threshold that proposes (or, if `legal`, starts) something. Days `from` and `until` bound its validity. */
export type Threshold = {
  readonly id: string;
  readonly title: Bilingual;
  readonly unit: 'lesson' | 'studyDay' | 'day' | 'attempt' | 'percentOfLessons';
  readonly per: 'semester' | 'month' | 'fourWeeks' | 'row';
  readonly operator: '>=' | '>';
  readonly amount: number;
  readonly schoolKind: 'school' | 'preschool' | 'any';
  /** Only a legal threshold starts a duty by itself; the others propose, people decide (rules of conduct 16). */
  readonly legal: boolean;
  readonly starts: string;
  readonly from: string;
  readonly until?: string;
  readonly sources: readonly Source[];
};

/** The rungs, in working days of the owing institution's calendar after the due moment; absent = no such rung. */
export type EscalationPlan = {
  readonly head?: number;
  readonly waitingSide?: number;
  readonly propose?: number;
};

export type Procedure = {
  readonly id: string;
  /** Grows with every change; a case pins it. */
  readonly version: string;
  readonly title: Bilingual;
  /** Runs on a dossier of its own kind: a child's case, or an institution's school year. */
  readonly runsOn: 'case' | 'institutionYear' | 'both';
  readonly duties: readonly DutyDefinition[];
  readonly steps: readonly ProcedureStep[];
  readonly thresholds: readonly Threshold[];
  readonly escalation: EscalationPlan;
  readonly sources: readonly Source[];
};
