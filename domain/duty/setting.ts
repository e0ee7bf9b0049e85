/** What the core needs to know besides facts and procedure: the municipality's choices and who is who. */
import type { SchoolYear, WorkingCalendar, WorkingHours } from '../calendar/index.ts';
import type { DueRule } from '../procedure/due-rule.ts';
import type { InstitutionKind } from '../procedure/party.ts';
import type { EscalationPlan } from '../procedure/procedure.ts';
import type { CalendarDay } from '../time.ts';

export type InstitutionFact = {
  readonly kind: InstitutionKind;
  readonly municipalityId: string;
  /** Somebody there has an account; without one an answer is unknown, never late (rules of conduct 13). */
  readonly hasActiveUser: boolean;
};

/** A term of force `default` that the municipality adopted with a document of its own (rules of conduct 7). */
export type AdoptedTerm = {
  readonly documentNo: string;
  readonly from: CalendarDay;
  readonly due?: DueRule;
};

export type MunicipalitySetting = {
  readonly id: string;
  /** Duties from facts before this day are “pārņemts” (rules of conduct 15). */
  readonly startDate: CalendarDay | null;
  readonly switchedOn: readonly string[];
  readonly switchedOff: readonly string[];
  readonly adoptedTerms: Readonly<Record<string, AdoptedTerm>>;
  /** Each rung given replaces that of the procedure; see `escalationIn`. */
  readonly escalation: EscalationPlan | null;
  /** Ceiling for postponing a reply, in months from its origin (force `default`, rules of conduct 9). */
  readonly replyCeilingMonths: number;
  /** School time, which only warns (domain page `calendar.md`). */
  readonly schoolYears?: readonly SchoolYear[];
};

export type DossierSetting = {
  readonly municipality: MunicipalitySetting;
  /** The learner's school, or the institution whose school year this is. */
  readonly homeInstitutionId: string;
  readonly classTeacherId: string | null;
  /** The institution of each kind that serves this case. */
  readonly serving: Readonly<Partial<Record<InstitutionKind, string>>>;
  readonly institutions: Readonly<Record<string, InstitutionFact>>;
  /** Institution of a person named in the facts (case managers). */
  readonly institutionOfPerson: Readonly<Record<string, string>>;
  readonly calendar: WorkingCalendar;
  /** Calendars of institutions that differ from the municipality's. */
  readonly calendarOf: Readonly<Record<string, WorkingCalendar>>;
  readonly workingHours: WorkingHours;
};

/** The calendar in which an institution's duties are counted. */
export function calendarFor(setting: DossierSetting, institutionId: string | null): WorkingCalendar {
  return institutionId === null ? setting.calendar : (setting.calendarOf[institutionId] ?? setting.calendar);
}
