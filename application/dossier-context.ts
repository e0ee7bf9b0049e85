/** What the core needs besides facts, for one dossier: procedure, setting, people. Loaded in the same transaction. */
import { type CalendarContent, loadCalendar } from '../db/repositories/calendars.ts';
import type { MunicipalityDirectory } from '../db/repositories/directory.ts';
import type { DossierRecord } from '../db/repositories/dossiers.ts';
import type { Transaction } from '../db/transaction.ts';
import {
  DIGEST_TIME,
  makeCalendar,
  nextWorkingMoment,
  type WorkingCalendar,
} from '../domain/calendar/index.ts';
import type { StaffDirectory } from '../domain/duty/recipients.ts';
import { calendarFor, type DossierSetting } from '../domain/duty/setting.ts';
import type { InstitutionKind } from '../domain/procedure/party.ts';
import type { Procedure } from '../domain/procedure/procedure.ts';
import type { Instant } from '../domain/time.ts';
import { procedures } from '../procedures/index.ts';
import { cachedDirectory, type DirectoryCache } from './directory-cache.ts';
import {
  firstOfEachKind,
  type Guest,
  guestHolders,
  leaveWith,
  loadGuests,
  type MaybeReferral,
  receiversElsewhere,
} from './guest-institutions.ts';
import { municipalitySettingOf } from './municipality-setting.ts';

export type DossierContext = {
  readonly procedure: Procedure;
  readonly setting: DossierSetting;
  readonly staff: StaffDirectory & Required<Pick<StaffDirectory, 'onLeave'>>;
  readonly directory: MunicipalityDirectory;
  readonly guests: readonly Guest[];
};

/** Without a version of the calendar: in the one that holds. */
type ContextOf = Pick<
  DossierRecord,
  'municipalityId' | 'homeInstitutionId' | 'classTeacherId' | 'procedureId'
> &
  Partial<Pick<DossierRecord, 'calendarVersion'>>;

/**
 * `events` are the dossier's facts and those about to be: they say whom referrals brought in. Throws where the
 * dossier's procedure is not shipped: that is a fault of the installation.
 */
export async function loadContext(
  tx: Transaction,
  dossier: ContextOf,
  events: readonly MaybeReferral[],
  now: Instant,
  cache: DirectoryCache = new Map(),
): Promise<DossierContext> {
  const directory = await directoryFor(tx, dossier, now, cache);
  const guests = await loadGuests(tx, directory, receiversElsewhere(directory, events), now, cache);
  return contextIn(directory, dossier, guests);
}

/** As `loadContext`, in directories that were loaded. */
export function contextIn(
  directory: MunicipalityDirectory,
  dossier: ContextOf,
  guests: readonly Guest[],
): DossierContext {
  const serving = servingInstitutions(directory, dossier.homeInstitutionId);
  const shared = sharedSetting(directory);
  return {
    procedure: procedureOf(dossier),
    directory,
    guests,
    staff: staffOf(directory, serving, guests),
    setting: {
      ...shared,
      ...(guests.length === 0 ? {} : settingWith(shared, guests)),
      homeInstitutionId: dossier.homeInstitutionId,
      classTeacherId: dossier.classTeacherId,
      serving,
    },
  };
}

function staffOf(
  { holders, leave, at }: MunicipalityDirectory,
  serving: StaffDirectory['serving'],
  guests: readonly Guest[],
): DossierContext['staff'] {
  if (guests.length === 0) return { holders, serving, onLeave: { leave, at } };
  return {
    holders: [...holders, ...guestHolders(guests)],
    serving,
    elsewhere: Object.fromEntries(
      guests.map(({ institutionId, directory }) => [
        institutionId,
        { holders: directory.holders, serving: firstOfEachKind(directory) },
      ]),
    ),
    onLeave: { leave: leaveWith(leave, guests), at },
  };
}

/** Somebody who works here too is one of the own people. Terms run by the dossier's own calendar everywhere. */
function settingWith(
  own: SharedSetting,
  guests: readonly Guest[],
): Pick<DossierSetting, 'institutions' | 'institutionOfPerson'> {
  const known = guests.flatMap(({ institutionId, directory }) => {
    const fact = institutionFacts(directory)[institutionId];
    return fact === undefined ? [] : [[institutionId, fact] as const];
  });
  const people = guestHolders(guests).map(({ personId, institutionId }) => [personId, institutionId]);
  return {
    institutions: { ...Object.fromEntries(known), ...own.institutions },
    institutionOfPerson: { ...Object.fromEntries(people), ...own.institutionOfPerson },
  };
}

function procedureOf({ procedureId }: ContextOf): Procedure {
  const procedure = procedures[procedureId];
  if (procedure === undefined) throw new Error(`procedure ${procedureId} is not shipped`);
  return procedure;
}

/** With the calendar that the dossier is counted in: a changed one holds there from when it was recounted. */
export async function directoryFor(
  tx: Transaction,
  { municipalityId, calendarVersion }: ContextOf,
  now: Instant,
  cache: DirectoryCache,
): Promise<MunicipalityDirectory> {
  const latest = await cachedDirectory(tx, municipalityId, now, cache);
  if (calendarVersion === undefined || calendarVersion === latest.calendarVersion) return latest;
  const key = `${municipalityId}@${calendarVersion}`;
  const known =
    cache.get(key) ?? withCalendar(latest, await loadCalendar(tx, municipalityId, calendarVersion));
  cache.set(key, known);
  return known;
}

/** The directory with another version of the calendar. */
export function withCalendar(
  directory: MunicipalityDirectory,
  { version, changes }: CalendarContent,
): MunicipalityDirectory {
  return { ...directory, calendarVersion: version, calendarChanges: changes };
}

/** The calendar of one institution. */
export function calendarIn(directory: MunicipalityDirectory, institutionId: string): WorkingCalendar {
  const { calendar, calendarOf } = sharedSetting(directory);
  return calendarOf[institutionId] ?? calendar;
}

/** Calendar in which mails to an institution's staff are timed. */
export function hoursOf(context: DossierContext) {
  return (institutionId: string) => ({
    calendar: calendarFor(context.setting, institutionId),
    hours: context.setting.workingHours,
  });
}

/** When a digest that is due goes out: at once between 7.30 and the end of working hours, else the next morning. */
export function digestMomentOf(context: DossierContext, institutionId: string, now: Instant): Instant {
  const { calendar, hours } = hoursOf(context)(institutionId);
  return nextWorkingMoment(calendar, { from: DIGEST_TIME, until: hours.until }, now);
}

/** The first of each kind serves; a dossier's own home institution comes before another of its kind. */
function servingInstitutions(
  directory: MunicipalityDirectory,
  homeInstitutionId: string,
): Readonly<Partial<Record<InstitutionKind, string>>> {
  const serving: Partial<Record<InstitutionKind, string>> = {};
  for (const { id, kind } of directory.institutions) {
    if (serving[kind] === undefined || id === homeInstitutionId) serving[kind] = id;
  }
  return serving;
}

type SharedSetting = Omit<DossierSetting, 'homeInstitutionId' | 'classTeacherId' | 'serving'>;

const sharedSettings = new WeakMap<MunicipalityDirectory, SharedSetting>();

/** What is the same for all dossiers of a municipality: worked out once for each directory. */
function sharedSetting(directory: MunicipalityDirectory): SharedSetting {
  const known = sharedSettings.get(directory);
  if (known !== undefined) return known;
  const shared = {
    municipality: municipalitySettingOf(directory.municipality.id, directory.setting),
    institutions: institutionFacts(directory),
    institutionOfPerson: Object.fromEntries(
      directory.holders.map(({ personId, institutionId }) => [personId, institutionId]),
    ),
    ...calendarsOf(directory),
    workingHours: directory.workingHours,
  };
  sharedSettings.set(directory, shared);
  return shared;
}

function institutionFacts(directory: MunicipalityDirectory): DossierSetting['institutions'] {
  const staffed = new Set(directory.holders.map(({ institutionId }) => institutionId));
  return Object.fromEntries(
    directory.institutions.map(({ id, kind, municipalityId }) => [
      id,
      { kind, municipalityId, hasActiveUser: staffed.has(id) },
    ]),
  );
}

/** The municipality's calendar, and apart those of institutions that differ about moved working days. */
function calendarsOf(directory: MunicipalityDirectory): Pick<DossierSetting, 'calendar' | 'calendarOf'> {
  const changes = directory.calendarChanges;
  const withMoved = makeCalendar({ movedDaysOn: true, changes });
  const without = directory.institutions.filter(({ movedDaysOn }) => !movedDaysOn);
  if (without.length === 0) return { calendar: withMoved, calendarOf: {} };
  const unmoved: WorkingCalendar = makeCalendar({ movedDaysOn: false, changes });
  return { calendar: withMoved, calendarOf: Object.fromEntries(without.map(({ id }) => [id, unmoved])) };
}
