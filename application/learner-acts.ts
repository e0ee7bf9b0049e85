/** What people may ask of the product about learners and classes: part of the one door (`application.ts`). */
import type { Recipients } from '../domain/learner/contact-rules.ts';
import type { Contact, LearnerProfile, Residence } from '../domain/learner/learner.ts';
import type { Responsibility } from '../domain/learner/responsible-municipality.ts';
import type { InstitutionKind } from '../domain/procedure/party.ts';
import type { CalendarDay } from '../domain/time.ts';
import type { Actor, LookView, Page, Paging, Result, WriteMeta } from './application.ts';

export type LearnerHit = Pick<LearnerProfile, 'firstName' | 'lastName' | 'birthDate' | 'className'> & {
  readonly id: string;
  readonly schoolId: string | null;
};

/** Where the actor does not see, and whom to talk to there. */
export type TalkElsewhere = {
  readonly place: 'ownSchool' | 'municipality';
  /** Null where the municipality has named nobody. */
  readonly talkTo: {
    readonly institutionId: string;
    readonly kind: InstitutionKind;
    readonly name: string;
  } | null;
};

/** Somebody like this is known where the actor does not see: nothing of the child. */
export type KnownElsewhere = TalkElsewhere & { readonly strength: 'likely' | 'possible' };

/** Who works with a learner already: a hint before another dossier is opened, never a refusal (rules of conduct 5). */
export type OpenWork = {
  readonly dossiers: readonly {
    readonly id: string;
    readonly caseNumber: string;
    readonly kind: 'concern' | 'case';
  }[];
  /** Others do, in a dossier that the actor does not see: whom to ask, and nothing of it. */
  readonly elsewhere: readonly TalkElsewhere[];
};

export type LearnerSearch = {
  readonly here: readonly LearnerHit[];
  /** There are more than those given. */
  readonly more: boolean;
  /** Null where it was not asked: that takes two parts of the name and the day of birth. */
  readonly elsewhere: readonly KnownElsewhere[] | null;
};

/** A contact as it is sent: one that is there already is named by its id. */
export type ContactToSave = Omit<Contact, 'id'> & { readonly id?: string };

export type LearnerBasics = Pick<LearnerProfile, 'firstName' | 'lastName' | 'birthDate'> & {
  readonly residence: Residence;
};

export type LearnerToRegister = LearnerBasics & {
  readonly classId?: string;
  readonly contacts: readonly ContactToSave[];
  /** The search was looked at, and this is somebody else. */
  readonly notDuplicate: boolean;
};

export type LearnerWritten = {
  readonly learnerId: string;
  readonly version: number;
  readonly repeated: boolean;
};

export type LearnerDetail = LearnerProfile & {
  readonly id: string;
  readonly version: number;
  readonly schoolId: string | null;
  readonly classId: string | null;
  readonly responsible: Responsibility;
  /** Who may be written to today. */
  readonly recipients: Recipients;
  readonly enrolments: readonly {
    readonly institutionId: string;
    readonly classId: string | null;
    readonly fromOn: CalendarDay;
    readonly untilOn: CalendarDay | null;
  }[];
  readonly siblings: readonly LearnerHit[];
  readonly dossierIds: readonly string[];
  readonly openWork: OpenWork;
};

export type SchoolClass = {
  readonly id: string;
  readonly schoolYear: string;
  readonly name: string;
  /** In time order; the last one without an end leads now. */
  readonly teachers: readonly {
    readonly personId: string;
    readonly name: string;
    readonly fromOn: CalendarDay;
    readonly untilOn: CalendarDay | null;
  }[];
};

export type ClassToMake = {
  readonly schoolYear: string;
  readonly name: string;
  readonly teacherId?: string;
  readonly fromOn: CalendarDay;
};

export type ClassWritten = { readonly classId: string; readonly repeated: boolean };

export type LearnerActs = {
  searchLearners(
    actor: Actor,
    typed: { readonly name: string; readonly birthDate: CalendarDay | null },
  ): Promise<Result<LearnerSearch>>;
  registerLearner(actor: Actor, input: LearnerToRegister, meta: WriteMeta): Promise<Result<LearnerWritten>>;
  readLearner(actor: Actor, learnerId: string): Promise<Result<LearnerDetail>>;
  /** Who looked at the learner's record. */
  readLearnerLooks(actor: Actor, learnerId: string, paging: Paging): Promise<Result<Page<LookView>>>;
  changeLearner(
    actor: Actor,
    learnerId: string,
    basics: LearnerBasics,
    meta: WriteMeta,
  ): Promise<Result<LearnerWritten>>;
  changeContacts(
    actor: Actor,
    learnerId: string,
    contacts: readonly ContactToSave[],
    meta: WriteMeta,
  ): Promise<Result<LearnerWritten>>;
  /** The siblings whom the actor sees become these. */
  changeSiblings(
    actor: Actor,
    learnerId: string,
    siblingIds: readonly string[],
    meta: WriteMeta,
  ): Promise<Result<LearnerWritten>>;
  /** `classId` null: the learner leaves the school. */
  enrolLearner(
    actor: Actor,
    learnerId: string,
    place: { readonly classId: string | null; readonly on: CalendarDay },
    meta: WriteMeta,
  ): Promise<Result<LearnerWritten>>;
  listClasses(
    actor: Actor,
    schoolYear: string,
  ): Promise<Result<{ readonly classes: readonly SchoolClass[] }>>;
  listClassLearners(
    actor: Actor,
    classId: string,
  ): Promise<Result<{ readonly learners: readonly LearnerHit[] }>>;
  makeClass(actor: Actor, input: ClassToMake, meta: WriteMeta): Promise<Result<ClassWritten>>;
  /** Open dossiers of the class's learners follow. */
  changeClassTeacher(
    actor: Actor,
    classId: string,
    change: { readonly teacherId: string; readonly fromOn: CalendarDay },
    meta: WriteMeta,
  ): Promise<Result<ClassWritten>>;
  /** A class goes over to the next year's, as a whole, with its open dossiers. */
  moveClass(
    actor: Actor,
    classId: string,
    next: ClassToMake & { readonly teacherId: string },
    meta: WriteMeta,
  ): Promise<Result<ClassWritten>>;
};
