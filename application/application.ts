/**
 * The one door: what API, activities, sweep and commands may ask of the product. `create-application.ts` makes it;
 * routes see only this type.
 */

import type { FactVocabulary } from '../documents/words/facts/fact-vocabulary.ts';
import type { View } from '../domain/access/relation.ts';
import type { DossierAct } from '../domain/access/rights.ts';
import type { Bilingual, BreakHint, CalendarChange, ChangedDay } from '../domain/calendar/index.ts';
import type { FactInput } from '../domain/dossier/decide.ts';
import type { DossierEvent, DossierEventOf, EventType } from '../domain/dossier/event.ts';
import type { ReferralCourse } from '../domain/dossier/referral-course.ts';
import type { RefusalCode } from '../domain/dossier/refusal.ts';
import type { Ball, Duty, Step } from '../domain/duty/duty.ts';
import type { DutyStatus } from '../domain/duty/status.ts';
import type { BeforeComplaint } from '../domain/escalation/before-complaint.ts';
import type { InstitutionKind, Role, SchoolType } from '../domain/procedure/party.ts';
import type { Procedure } from '../domain/procedure/procedure.ts';
import type { CalendarDay, Instant } from '../domain/time.ts';
import type { BoardView, CorrectionView } from './board-view.ts';
import type { ClassOverviewPart } from './class-overview.ts';
import type { Drafts } from './drafts.ts';
import type { ImportPart, RunningPart, TakeOverPart } from './import/imports.ts';
import type { LearnerActs, OpenWork } from './learner-acts.ts';
import type { OversightView } from './oversight-view.ts';
import type { ReviewPlans } from './review-plans.ts';
import type { SetUpPart } from './set-up/set-up.ts';
import type { StaffPart } from './staff/staff.ts';
import type { TakenDuties } from './taken-duties.ts';

/** Who acts, and for which of their institutions. */
export type Actor = { readonly personId: string; readonly institutionId: string };

/** `notFound` also stands for “you may not”: a foreign object answers the same as one that does not exist. */
export type ApplicationRefusalCode =
  | RefusalCode
  | 'notFound'
  | 'versionConflict'
  | 'notYourAct'
  | 'idempotencyKeyReused'
  | 'procedureUnknown'
  | 'institutionUnknown'
  | 'cursorUnknown'
  | 'notAdministrator'
  | 'calendarVersionConflict'
  | 'learnerUnknown'
  | 'learnerVersionConflict'
  | 'recordVersionConflict'
  | 'notYourSchool'
  | 'classUnknown'
  | 'classExists'
  | 'contactUnknown'
  | 'personUnknown'
  | 'notEnrolled'
  | 'dateInFuture'
  | 'possibleDuplicate'
  | 'notASchool'
  | 'periodInvalid'
  | 'substituteCircle'
  | 'substituteTwice'
  | 'openDutiesUnseen'
  | 'notAMember'
  | 'dutyRowUnknown'
  | 'dangerAlwaysOn'
  | 'termNotOpen'
  | 'setUpVersionConflict'
  | 'municipalityInUse'
  | 'importHasProblems'
  | 'startDateMissing'
  | 'caseAfterStart'
  | 'caseAlreadyOpen'
  | 'dayBeforeOpening'
  | 'dayNotForReview'
  | 'meetingPast'
  | 'thresholdNotReached'
  | 'otherLearnerNamed';

export type ApplicationRefusal = {
  readonly refused: ApplicationRefusalCode;
  /** Place in the request body, empty for the whole. */
  readonly path: string;
  readonly detail?: Readonly<Record<string, string | number>>;
};

export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | ({ readonly ok: false } & ApplicationRefusal);

/** Every write: the key the client made, and a hash of what it sent (the same key with another body is refused). */
export type WriteMeta = {
  readonly idempotencyKey: string;
  readonly requestHash: string;
  /** Version the client last saw; another one is refused. Absent: append whatever came in between. */
  readonly ifVersion?: number;
};

/** A fact with its words. `words` are encrypted under the dossier's key and never reach the core, mails or Temporal. */
export type FactToRecord = Omit<FactInput, 'id' | 'type'> & {
  readonly type: EventType;
  readonly words?: string;
};

export type OpenDossier = {
  readonly kind: 'concern' | 'case';
  readonly schoolId: string;
  readonly procedureId: string;
  readonly classTeacherId?: string;
  /** One who is registered; or else, with as little as is known, a new one. */
  readonly learnerId?: string;
  readonly learner?: {
    readonly firstName: string;
    readonly lastName: string;
    readonly className: string;
    readonly birthDate?: CalendarDay;
  };
  readonly facts: readonly FactToRecord[];
};

/** What a write did: enough for “settled: …, started: …”. */
export type Written = {
  readonly dossierId: string;
  readonly caseNumber: string;
  readonly version: number;
  readonly eventIds: readonly string[];
  readonly settled: readonly string[];
  readonly started: readonly string[];
  /** The same request had been carried out before. */
  readonly repeated: boolean;
};

/** A page of a list; `next` goes into the following request as its cursor, null at the end. */
export type Page<T> = { readonly items: readonly T[]; readonly next: string | null };
export type Paging = { readonly limit: number; readonly cursor?: string };

export type DossierRow = {
  readonly id: string;
  readonly caseNumber: string;
  readonly kind: 'concern' | 'case' | 'institutionYear';
  readonly status: 'open' | 'closed';
  readonly schoolId: string;
  readonly procedureId: string;
  readonly version: number;
  readonly openedAt: Instant;
  readonly nextDueAt: Instant | null;
  readonly openDuties: number;
  readonly lateDuties: number;
  /** Whom it is about, in short; null where the actor may not know, or nobody is meant. */
  readonly learner: DutyView['learner'];
};

export type DossierDetail = Omit<DossierRow, 'learner'> & {
  readonly view: Exclude<View, 'none'>;
  /** What the actor's relations to it allow. */
  readonly acts: readonly DossierAct[];
  /** The actor reads it by an emergency access alone, which ends then. */
  readonly emergencyUntil: Instant | null;
  readonly schoolName: string;
  /** Leads where nobody else was named; null where there is none, or the actor may not read the case. */
  readonly classTeacherName: string | null;
  readonly level: 1 | 2 | 3;
  readonly managers: readonly {
    readonly personId: string;
    readonly personName: string;
    readonly institutionId: string;
    readonly institutionName: string;
    readonly level: 1 | 2 | 3;
    readonly lead: boolean;
  }[];
  readonly learner: {
    readonly id: string;
    readonly firstName: string;
    readonly lastName: string;
    readonly className: string;
  } | null;
};

type PreparationMark = { readonly at: Instant; readonly byName: string | null };

/** What stands before a complaint about a late duty, and what of it is done. */
export type BeforeComplaintView = Pick<BeforeComplaint, 'skipped' | 'delivery' | 'missing'> & {
  readonly held: boolean;
  /** Who owes, with whom to ring. */
  readonly receiver: {
    readonly id: string;
    readonly name: string;
    readonly heads: readonly { readonly name: string; readonly phone: string | null }[];
    /** Who is rung in the place of heads who must not know; null where a head may (rules of conduct 3). */
    readonly headsElsewhere: string | null;
  } | null;
  /** Who decides about the complaint: never who owes; null where the municipality has nobody left to decide. */
  readonly goesTo: { readonly id: string; readonly name: string } | null;
  readonly asked: readonly PreparationMark[];
  readonly calls: readonly (PreparationMark & { readonly resultCode: string })[];
  readonly accounts: readonly PreparationMark[];
  readonly draft: { readonly complaintId: string; readonly at: Instant } | null;
  readonly windowUntil: CalendarDay | null;
  readonly filed: boolean;
  readonly mayGo: boolean;
};

/** Somebody who works in the same institution, with what they are there. */
export type Colleague = {
  readonly id: string;
  readonly displayName: string;
  readonly roles: readonly Bilingual[];
  /** Work phone of those whom the others ring in danger; null of everybody else. */
  readonly phone: string | null;
};

/** A side of a duty as people call it. */
export type SideView = {
  readonly party: 'person' | 'institution' | 'family' | 'outside';
  /** The role or kind of institution, without a name. */
  readonly words: { readonly lv: string; readonly en: string };
  readonly institutionName: string | null;
  readonly personName: string | null;
};

/** A duty as lists show it. */
export type DutyView = DutyStanding & {
  /** Whom it is about, in short; null where the actor may not know, or nobody is meant. */
  readonly learner: {
    readonly firstName: string;
    readonly initial: string;
    readonly className: string;
  } | null;
  readonly owedBy: SideView;
  readonly owedTo: readonly SideView[];
  /** “rīt”, “2 darbdienas (pt., 27. nov.)”; null where no day is set. */
  readonly dueWords: { readonly lv: string; readonly en: string } | null;
  /** When the actor means to do it: a plan of their own, no due day. */
  readonly plannedOn: CalendarDay | null;
  /** The referral that it is owed for, while the owing side has not accepted or declined it. */
  /** Who of the actor's own institution does what it owes; null where nobody has taken it on. */
  readonly takenBy: { readonly personId: string; readonly name: string } | null;
  readonly undecided: { readonly referralId: string; readonly kindCode: string } | null;
};

/** A duty with how it stands now. */
export type DutyStanding = {
  readonly dossierId: string;
  readonly caseNumber: string;
  readonly duty: Duty;
  readonly status: DutyStatus;
  readonly daysLate: number;
  /** Calendar days until the due day, negative once it has passed; null without one. */
  readonly daysLeft: number | null;
  readonly dueThisWeek: boolean;
  readonly ball: Ball;
  readonly explanation: { readonly lv: string; readonly en: string };
  readonly latenessWord: { readonly lv: string; readonly en: string } | null;
  readonly steps: readonly Step[];
  /** The due day lies in a school break: a hint, the term stays. */
  readonly schoolBreak: BreakHint | null;
};

export type DutyFilter = {
  readonly dossierId?: string;
  /** Duties that the actor owes, personally or by role. */
  readonly mine?: boolean;
  /** Of those: what the actor alone owes, or has taken on. */
  readonly own?: boolean;
  /** Duties that others owe to the actor. */
  readonly owedToMe?: boolean;
  readonly owedByInstitutionId?: string;
  readonly owedToInstitutionId?: string;
  readonly kind?: string;
  readonly status?: 'open' | 'late' | 'settled' | 'takenOver';
  readonly dueFrom?: CalendarDay;
  readonly dueUntil?: CalendarDay;
};

/** An institution by name and municipality; null where the product does not know it. */
export type ReferralPlace = {
  readonly id: string;
  readonly name: string | null;
  readonly municipality: string | null;
};

export type ReferralFilter = {
  /** Addressed to the institution acted for, or sent by it. */
  readonly side?: 'in' | 'out';
  readonly status?: 'waitsForUs' | 'waitsForOthers' | 'open' | 'closed';
  readonly kindCode?: string;
  readonly dossierId?: string;
  /** A part of the case number. */
  readonly caseNumber?: string;
};

/** A referral with what became of it, and what is owed for it. */
export type ReferralView = Omit<ReferralCourse, 'acknowledged'> & {
  readonly dossierId: string;
  readonly referralId: string;
  readonly caseNumber: string;
  readonly phase: 'concern' | 'case';
  readonly side: 'in' | 'out';
  readonly kindCode: DossierEventOf<'referral.sent'>['data']['kindCode'];
  readonly sender: ReferralPlace;
  readonly receiver: ReferralPlace;
  readonly waitsFor: 'us' | 'others' | 'nobody';
  readonly acknowledged:
    | (Omit<NonNullable<ReferralCourse['acknowledged']>, 'redirectedToId'> & {
        readonly redirectedTo: ReferralPlace | null;
      })
    | null;
  /** In short; null where the actor may not know. */
  readonly learner: DutyView['learner'];
  /** Open ones, earliest due first. */
  readonly duties: readonly DutyView[];
  /** What the actor may do about it. */
  readonly acts: readonly ('answerReferral' | 'refer' | 'recordWork')[];
};

/** A look into a case of the actor's municipality without a ground. */
export type EmergencyAccess = {
  readonly caseNumber: string;
  readonly groundCode: string;
  readonly reason: string;
};

/** One look, as those who answer for the case see it. */
export type LookView = {
  readonly id: string;
  readonly at: Instant;
  readonly personId: string;
  readonly personName: string;
  readonly institutionId: string;
  readonly institutionName: string;
  readonly act: string;
  readonly purpose: string;
};

/** Who looked, as far as it is handed to the learner: when, what for, and whether for the school. */
export type AccessExtract = {
  readonly caseNumber: string;
  readonly learner: Omit<NonNullable<DossierDetail['learner']>, 'id'> | null;
  readonly schoolName: string;
  readonly madeAt: Instant;
  readonly looks: readonly {
    readonly at: Instant;
    readonly act: string;
    readonly purpose: string;
    readonly bySchool: boolean;
  }[];
};

export type RecordedFact = {
  readonly event: DossierEvent;
  readonly words: string | null;
  /** Null where names are not for the reader. */
  readonly byName: string | null;
  readonly institutionName: string;
  /** Institutions and people that its data speaks of. */
  readonly names: readonly { readonly id: string; readonly name: string }[];
};

export type WhatIf = {
  readonly procedureId: string;
  readonly facts: readonly (FactToRecord & { readonly occurredAt: Instant })[];
  /** The moment from which status and steps are told; now where absent. */
  readonly at?: Instant;
  /** Facts of this dossier come before the given ones (the consequence before the click). */
  readonly dossierId?: string;
  /** The learner about whom a dossier is to be opened: who works with them already is told beside. */
  readonly learnerId?: string;
};

/** A day that a fact plans; `index` is the fact's place in what was sent. */
export type PlannedInBreak = BreakHint & {
  readonly index: number;
  readonly field: string;
  readonly day: CalendarDay;
};

/** A row of a list of cases (rules of conduct 26). */
export type MyCase = {
  readonly dossierId: string;
  readonly caseNumber: string;
  readonly kind: 'concern' | 'case';
  readonly level: DossierDetail['level'];
  readonly learner: DutyView['learner'];
  /** Who leads it; where nobody is named, the class teacher, for those who see the learner. */
  readonly managerName: string | null;
  /** The last talk, review, or contact in which somebody was reached. */
  readonly lastSeen: { readonly what: 'talk' | 'review' | 'contact'; readonly day: CalendarDay } | null;
  /** Due first. */
  readonly next: DutyView | null;
  /** What another institution has owed longest. */
  readonly waitingFor: DutyView | null;
  readonly openDuties: number;
};

export type CaseFilter = { readonly whose?: 'mine' | 'school'; readonly classId?: string };

export type MyCases = { readonly items: readonly MyCase[]; readonly more: boolean };

/** A mail that would come of facts: when, of which step of which duty, to whom by institution and role. */
export type ToldNext = {
  readonly at: Instant;
  readonly step: Step['name'];
  readonly title: Bilingual;
  readonly institutionName: string;
  readonly role: Bilingual;
};

export type WhatIfAnswer = {
  readonly duties: readonly DutyView[];
  /** Who will be mailed because of the facts; none to whoever sees only their own duties. */
  readonly told: readonly ToldNext[];
  /** Null where no learner was named. */
  readonly openWork: OpenWork | null;
  /** Meetings, reviews and new due days in the facts that would lie in a school break. */
  readonly plannedInBreak: readonly PlannedInBreak[];
};

export type CalendarDayView = {
  readonly day: CalendarDay;
  readonly working: boolean;
  readonly name: { readonly lv: string; readonly en: string } | null;
};

/** What an administrator changes in the calendar that ships with the product: the whole list, later lines win. */
export type CalendarDraft = {
  readonly changes: readonly CalendarChange[];
  /** Terms of law that may become earlier; those not named stay where they are. */
  readonly confirmedEarlier: readonly { readonly dossierId: string; readonly dutyKey: string }[];
};

/** An open duty that a changed calendar would move. */
export type CalendarMove = {
  readonly dossierId: string;
  /** Empty for an institution's school year. */
  readonly caseNumber: string;
  readonly dutyKey: string;
  readonly kind: string;
  readonly title: Bilingual;
  readonly from: CalendarDay;
  readonly to: CalendarDay;
  readonly earlier: boolean;
  /** A term of law that would become earlier: it stays unless it is confirmed. */
  readonly needsConfirmation: boolean;
  /** Of the new day. */
  readonly explanation: Bilingual;
};

export type SavedCalendar = {
  readonly version: number;
  /** Dossiers that are still counted in an earlier version; they follow in the background. */
  readonly dossiersBehind: number;
  readonly repeated: boolean;
};

/** What the last nightly verification found; `unchecked` where there was none for three days. */
export type ChainState = 'whole' | 'broken' | 'unchecked';

export type DirectoryQuestion = {
  readonly kind?: InstitutionKind;
  readonly municipalityId?: string;
  /** Words of name, address or municipality, in any order, whatever their case and marks. */
  readonly search?: string;
  /** For a referral from this one: what its learner's responsible municipality has comes first. */
  readonly dossierId?: string;
};

/** Somebody to turn to in an institution. */
export type DirectoryContact = {
  readonly role: Role;
  readonly name: string;
  readonly phone: string | null;
  readonly mail: string | null;
};

export type DirectoryInstitution = {
  readonly id: string;
  readonly kind: InstitutionKind;
  readonly schoolType: SchoolType | null;
  readonly name: string;
  readonly address: string | null;
  readonly phone: string | null;
  readonly mail: string | null;
  /** Named again wherever a receiver is confirmed (rules of conduct 17). */
  readonly municipality: { readonly id: string; readonly name: string };
  readonly ownMunicipality: boolean;
  /** Why this one comes first; null where nothing suggests it. */
  readonly suggested: { readonly lv: string; readonly en: string } | null;
  readonly contacts: readonly DirectoryContact[];
};

export type DirectoryPage = {
  readonly institutions: readonly DirectoryInstitution[];
  readonly next: string | null;
  /** The caller's municipality is for training: nothing here is real (rules of conduct 28). */
  readonly training: boolean;
};

/** Cases, duties, procedures and the calendar. */
type CasePart = {
  now(): Promise<Instant>;
  openDossier(actor: Actor, input: OpenDossier, meta: WriteMeta): Promise<Result<Written>>;
  recordFacts(
    actor: Actor,
    dossierId: string,
    facts: readonly FactToRecord[],
    meta: WriteMeta,
  ): Promise<Result<Written>>;
  listDossiers(
    actor: Actor,
    filter: {
      readonly status?: 'open' | 'closed';
      readonly kind?: DossierRow['kind'];
      readonly caseNumber?: string;
    },
    paging: Paging,
  ): Promise<Result<Page<DossierRow>>>;
  readDossier(actor: Actor, dossierId: string): Promise<Result<DossierDetail>>;
  /** Answers `notFound` to whoever is excluded, as to a number that is none. */
  takeEmergencyAccess(actor: Actor, input: EmergencyAccess, meta: WriteMeta): Promise<Result<Written>>;
  readAccessLog(actor: Actor, dossierId: string, paging: Paging): Promise<Result<Page<LookView>>>;
  readAccessExtract(actor: Actor, dossierId: string): Promise<Result<AccessExtract>>;
  listFacts(actor: Actor, dossierId: string, paging: Paging): Promise<Result<Page<RecordedFact>>>;
  /** Who works in the institution that the actor acts for. */
  colleagues(actor: Actor): Promise<Result<{ readonly colleagues: readonly Colleague[] }>>;
  board(actor: Actor): Promise<Result<BoardView>>;
  /** What the actor's institution asked to be put right about duties. */
  corrections(actor: Actor): Promise<Result<{ readonly items: readonly CorrectionView[] }>>;
  /** Accesses in an emergency and excluded persons, of cases that the actor oversees. */
  oversight(actor: Actor): Promise<Result<OversightView>>;
  /** Open dossiers that the actor works with, or of the school acted for: last seen, next due, waiting for whom. */
  myCases(actor: Actor, filter: CaseFilter): Promise<Result<MyCases>>;
  beforeComplaint(actor: Actor, dossierId: string, dutyKey: string): Promise<Result<BeforeComplaintView>>;
  listDuties(actor: Actor, filter: DutyFilter, paging: Paging): Promise<Result<Page<DutyView>>>;
  listReferrals(actor: Actor, filter: ReferralFilter, paging: Paging): Promise<Result<Page<ReferralView>>>;
  whatIf(actor: Actor, input: WhatIf): Promise<Result<WhatIfAnswer>>;
  procedures(): readonly Procedure[];
  /** The types of facts with their words; the same for everybody. */
  vocabulary(): FactVocabulary;
  calendarDays(
    actor: Actor,
    from: CalendarDay,
    until: CalendarDay,
  ): Promise<Result<{ readonly version: string; readonly days: readonly CalendarDayView[] }>>;
  readCalendar(actor: Actor): Promise<
    Result<{
      readonly version: number;
      readonly changes: readonly CalendarChange[];
      readonly dossiersBehind: number;
    }>
  >;
  previewCalendar(
    actor: Actor,
    changes: readonly CalendarChange[],
  ): Promise<
    Result<{
      readonly version: number;
      readonly days: readonly ChangedDay[];
      readonly moved: readonly CalendarMove[];
    }>
  >;
  saveCalendar(
    actor: Actor,
    draft: CalendarDraft,
    meta: WriteMeta & { readonly ifVersion: number },
  ): Promise<Result<SavedCalendar>>;
  /** The institutions that the actor may choose from (rules of conduct 17), those of the own municipality first. */
  directory(actor: Actor, filter: DirectoryQuestion, paging: Paging): Promise<Result<DirectoryPage>>;
  /** Which of the services that the product stands on answer. */
  readiness(): Promise<{
    readonly database: boolean;
    readonly temporal: boolean;
    readonly chains: ChainState;
  }>;
};

export type Application = CasePart &
  Drafts &
  ReviewPlans &
  TakenDuties &
  LearnerActs &
  StaffPart &
  SetUpPart &
  ImportPart &
  RunningPart &
  TakeOverPart &
  ClassOverviewPart;
