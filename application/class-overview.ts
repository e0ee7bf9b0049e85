/** What people may ask of the product about a school's classes and the thresholds reached there: part of the one door. */
import type { Bilingual } from '../domain/procedure/duty-definition.ts';
import type { CalendarDay } from '../domain/time.ts';
import type { Actor, DutyView, Result, WriteMeta } from './application.ts';

/** A learner who reached a threshold about which nobody has decided. */
export type ReachedBy = {
  readonly dossierId: string;
  readonly caseNumber: string;
  readonly learner: NonNullable<DutyView['learner']>;
  /** First and last day of the month. */
  readonly from: CalendarDay;
  readonly until: CalendarDay;
  readonly count: number | null;
};

export type ClassThreshold = {
  readonly thresholdId: string;
  readonly title: Bilingual;
  readonly operator: '>=' | '>';
  readonly amount: number;
  /** What starts where a person decides that it is needed. */
  readonly starts: Bilingual;
  readonly sources: readonly string[];
  readonly learners: readonly ReachedBy[];
};

export type ClassStanding = {
  /** Null for learners of the school who are in no class. */
  readonly classId: string | null;
  readonly name: string;
  /** With an open concern or case. */
  readonly learners: number;
  readonly openDuties: number;
  readonly lateDuties: number;
  readonly thresholds: readonly ClassThreshold[];
};

export type ThresholdDecisions = {
  readonly thresholdId: string;
  /** Typed once, and stands in each learner's record. */
  readonly text?: string;
  readonly learners: readonly {
    readonly dossierId: string;
    /** What the threshold proposes is needed; else it is recorded as looked at. */
    readonly needed: boolean;
    readonly reason?: string;
  }[];
};

export type ThresholdsDecided = { readonly learners: number; readonly repeated: boolean };

export type ClassOverviewPart = {
  /** Classes of the school acted for in which the actor sees an open concern or case. */
  classOverview(actor: Actor): Promise<Result<{ readonly classes: readonly ClassStanding[] }>>;
  /** A threshold proposed it; all of the decisions are recorded, each in its own case, or none (rules of conduct 16). */
  decideThresholds(
    actor: Actor,
    input: ThresholdDecisions,
    meta: WriteMeta,
  ): Promise<Result<ThresholdsDecided>>;
};
