/** What administrators do with people, roles, leave and institutions: the types of the one door. */
import type { Bilingual, WorkingHours } from '../../domain/calendar/index.ts';
import type { Composition, InstitutionKind, Role, SchoolType } from '../../domain/procedure/party.ts';
import type { CalendarDay, Instant } from '../../domain/time.ts';
import type { Actor, Page, Paging, Result, WriteMeta } from '../application.ts';

/** Days are included on both ends; without `from` it begins now, without `until` it goes on. */
export type RoleGiven = {
  readonly institutionId: string;
  readonly role: Role;
  readonly from?: CalendarDay;
  readonly until?: CalendarDay;
  /** In a cooperation group only: the member institution, and the composition. */
  readonly memberOf?: string;
  readonly composition?: Composition;
};

export type PersonDetails = {
  readonly displayName: string;
  readonly language: 'lv' | 'en';
  readonly mail?: string;
  readonly phone?: string;
};

export type InstitutionDetails = {
  readonly name: string;
  readonly schoolType?: SchoolType;
  readonly address?: string;
  readonly phone?: string;
  readonly mail?: string;
  /** Left out: as the municipality chose. */
  readonly movedDaysOn?: boolean;
  readonly workingHours?: WorkingHours;
};

/** `id` of what was made or changed. */
export type Kept = { readonly id: string; readonly repeated: boolean };

/** With the version that it has from now on. */
export type Changed = Kept & { readonly version: number };

/** An institution as its administrators change it. */
export type KeptInstitution = {
  readonly id: string;
  readonly version: number;
  readonly kind: InstitutionKind;
  readonly name: string;
  readonly schoolType: SchoolType | null;
  readonly address: string | null;
  readonly phone: string | null;
  readonly mail: string | null;
  readonly active: boolean;
  /** Null: as the municipality chose. */
  readonly movedDaysOn: boolean | null;
  readonly workingHours: WorkingHours | null;
};

export type StaffRole = {
  readonly id: string;
  readonly institutionId: string;
  readonly role: Role;
  readonly from: Instant;
  readonly until: Instant | null;
  readonly inPlaceOf: string | null;
  readonly memberOf: string | null;
  readonly composition: Composition | null;
};

export type StaffPerson = {
  readonly id: string;
  readonly displayName: string;
  readonly mail: string | null;
  readonly phone: string | null;
  readonly language: 'lv' | 'en';
  readonly active: boolean;
  readonly version: number;
  readonly roles: readonly StaffRole[];
};

export type OwedDuty = {
  readonly dossierId: string;
  readonly caseNumber: string;
  readonly dutyKey: string;
  readonly kind: string;
  readonly title: Bilingual;
  readonly dueDay: CalendarDay | null;
  readonly danger: boolean;
};

export type LeaveLine = {
  readonly id: string;
  readonly personId: string;
  readonly from: Instant;
  readonly until: Instant | null;
};

export type LeaveOfInstitution = {
  readonly absences: readonly LeaveLine[];
  readonly substitutes: readonly (LeaveLine & { readonly substituteId: string })[];
};

export type LeaveInput = {
  readonly institutionId: string;
  readonly personId: string;
  readonly from?: CalendarDay;
  readonly until?: CalendarDay;
};

export type StaffPart = {
  addInstitution(
    actor: Actor,
    input: InstitutionDetails & { readonly kind: InstitutionKind },
    meta: WriteMeta,
  ): Promise<Result<Kept>>;
  /** All of the municipality, also those that are switched off, by name. */
  listKeptInstitutions(actor: Actor): Promise<Result<{ readonly institutions: readonly KeptInstitution[] }>>;
  /** The whole of it: what is left out becomes empty. `recordVersionConflict` on another version than `ifVersion`. */
  changeInstitution(
    actor: Actor,
    id: string,
    input: InstitutionDetails & { readonly active: boolean },
    meta: WriteMeta,
  ): Promise<Result<Changed>>;
  listStaff(actor: Actor, institutionId: string, paging: Paging): Promise<Result<Page<StaffPerson>>>;
  addPerson(
    actor: Actor,
    input: PersonDetails & { readonly role: RoleGiven },
    meta: WriteMeta,
  ): Promise<Result<Kept>>;
  /** As `changeInstitution`. */
  changePerson(actor: Actor, id: string, input: PersonDetails, meta: WriteMeta): Promise<Result<Changed>>;
  giveRole(actor: Actor, personId: string, input: RoleGiven, meta: WriteMeta): Promise<Result<Kept>>;
  endRole(
    actor: Actor,
    roleId: string,
    until: CalendarDay | undefined,
    meta: WriteMeta,
  ): Promise<Result<Kept>>;
  dutiesOfPerson(actor: Actor, personId: string): Promise<Result<{ readonly duties: readonly OwedDuty[] }>>;
  /** `openDuties` is how many were listed before: another number in the meantime is refused. */
  switchPersonOff(actor: Actor, id: string, openDuties: number, meta: WriteMeta): Promise<Result<Kept>>;
  switchPersonOn(actor: Actor, id: string, meta: WriteMeta): Promise<Result<Kept>>;
  readLeave(actor: Actor, institutionId: string): Promise<Result<LeaveOfInstitution>>;
  addAbsence(actor: Actor, input: LeaveInput, meta: WriteMeta): Promise<Result<Kept>>;
  addSubstitute(
    actor: Actor,
    input: LeaveInput & { readonly substituteId: string },
    meta: WriteMeta,
  ): Promise<Result<Kept>>;
  /** Ends a line of leave now, or takes it back where it has not begun. */
  endLeave(
    actor: Actor,
    kind: 'absence' | 'substitute',
    id: string,
    until: CalendarDay | undefined,
    meta: WriteMeta,
  ): Promise<Result<Kept>>;
};
