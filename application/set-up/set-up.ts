/** The set-up page of a municipality (issue 4, section 4; rules of conduct 7, 9, 15, 28): the types of the one door. */
import type { SecondFactorPolicy } from '../../db/schema/directory.ts';
import type { Bilingual, SchoolYear, WorkingHours } from '../../domain/calendar/index.ts';
import type { AdoptedTerm } from '../../domain/duty/setting.ts';
import type { SettingChangeKind } from '../../domain/duty/setting-change.ts';
import type { Force } from '../../domain/procedure/force.ts';
import type { EscalationPlan } from '../../domain/procedure/procedure.ts';
import type { CalendarDay, Instant } from '../../domain/time.ts';
import type { Actor, Page, Paging, Result, WriteMeta } from '../application.ts';

/** All of it each time. */
export type SetUpDraft = {
  readonly movedDaysOn: boolean;
  readonly workingHours: WorkingHours;
  readonly startDate: CalendarDay | null;
  /** Offered rows that are on, and rows of the starter set that are off. */
  readonly switchedOn: readonly string[];
  readonly switchedOff: readonly string[];
  readonly adoptedTerms: Readonly<Record<string, AdoptedTerm>>;
  readonly escalation: EscalationPlan | null;
  readonly replyCeilingMonths: number;
  readonly schoolYears: readonly SchoolYear[];
  /** Never less than the rule (`sign-in/second-factor-policy.ts`); it holds from everybody’s next request. */
  readonly secondFactor: SecondFactorPolicy;
};

/** A row of duties, as the page offers it. */
export type OfferedDuty = {
  readonly procedureId: string;
  readonly id: string;
  readonly title: Bilingual;
  readonly force: Force;
  readonly starterSet: boolean;
  readonly on: boolean;
  /** Danger is never switched off. */
  readonly fixed: boolean;
  /** Its term is a `default` and may be adopted. */
  readonly adoptable: boolean;
  readonly sources: readonly string[];
};

/** The escalation times of a procedure itself; absent = no such rung. */
export type ProcedureLadder = EscalationPlan & {
  readonly procedureId: string;
  readonly title: Bilingual;
  readonly sources: readonly string[];
};

export type SetUp = SetUpDraft & {
  readonly version: number;
  readonly training: boolean;
  /** Acts of law first, then `must`. */
  readonly duties: readonly OfferedDuty[];
  readonly ladders: readonly ProcedureLadder[];
  readonly dossiersBehind: number;
};

export type SetUpChange = {
  readonly dossierId: string;
  readonly caseNumber: string;
  readonly dutyKey: string;
  readonly kind: string;
  readonly title: Bilingual;
  readonly change: SettingChangeKind;
  readonly from: CalendarDay | null;
  readonly to: CalendarDay | null;
  readonly stays: boolean;
};

export type SetUpPreview = {
  readonly version: number;
  /** How many open duties would change; `changes` holds the first thousand. */
  readonly total: number;
  /** People with an account there who have no second factor: those who would be asked to set one up by `everybody`. */
  readonly withoutSecondFactor: number;
  readonly changes: readonly SetUpChange[];
};

export type SavedSetUp = {
  readonly version: number;
  readonly dossiersBehind: number;
  readonly repeated: boolean;
};

/** A mail of a training municipality, read in the product instead of being sent. */
export type TrainingMail = {
  readonly id: string;
  /** Null for a mail of sign-in that no institution ordered. */
  readonly institutionId: string | null;
  /** `invitation` and `reset` have a link, which is opened by an act of its own. */
  readonly kind: 'danger' | 'notices' | 'digest' | 'invitation' | 'reset' | 'account';
  readonly at: Instant;
  readonly subject: string;
  readonly text: string;
};

export type SetUpPart = {
  /**
   * The caller's own mails of training municipalities, and those with a link of the people whose accounts the caller
   * runs; the newest first.
   */
  listTrainingMails(actor: Actor, paging: Paging): Promise<Result<Page<TrainingMail>>>;
  readSetUp(actor: Actor): Promise<Result<SetUp>>;
  previewSetUp(actor: Actor, draft: SetUpDraft): Promise<Result<SetUpPreview>>;
  saveSetUp(
    actor: Actor,
    draft: SetUpDraft,
    meta: WriteMeta & { readonly ifVersion: number },
  ): Promise<Result<SavedSetUp>>;
  /** The one switch of a training municipality (rules of conduct 28). */
  switchTraining(
    actor: Actor,
    training: boolean,
    meta: WriteMeta,
  ): Promise<Result<{ readonly training: boolean; readonly repeated: boolean }>>;
};
