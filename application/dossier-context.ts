/** What the core needs besides facts, for one dossier: procedure, setting, people. Loaded in the same transaction. */
import { type CalendarContent, loadCalendar } from '../db/repositories/calendars.ts';
import { loadDirectory, type MunicipalityDirectory } from '../db/repositories/directory.ts';
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
import { municipalitySettingOf } from './municipality-setting.ts';

export type DossierContext = {
  readonly procedure: Procedure;
  readonly setting: DossierSetting;
  readonly staff: StaffDirectory;
  readonly directory: MunicipalityDirectory;
};

/** Without a version of the calendar: in the one that holds. */
type ContextOf = Pick<
  DossierRecord,
  'municipalityId' | 'homeInstitutionId' | 'classTeacherId' | 'procedureId'
> &
  Partial<Pick<DossierRecord, 'calendarVersion'>>;

/** Directories by municipality, so that a set of dossiers loads each once; lives as long as one transaction. */
export type DirectoryCache = Map<string, MunicipalityDirectory>;

/** Throws where the dossier's procedure is not shipped: that is a fault of the installation. */
export async function loadContext(
  tx: Transaction,
  dossier: ContextOf,
  now: Instant,
  cache: DirectoryCache = new Map(),
): Promise<DossierContext> {
  return contextIn(await directoryFor(tx, dossier, now, cache), dossier);
}

/** As `loadContext`, in a directory that was loaded. */
export function contextIn(directory: MunicipalityDirectory, dossier: ContextOf): DossierContext {
  const serving = servingInstitutions(directory, dossier.homeInstitutionId);
  return {
    procedure: procedureOf(dossier),
    directory,
    staff: { holders: directory.holders, serving, onLeave: { leave: directory.leave, at: directory.at } },
    setting: {
      ...sharedSetting(directory),
      homeInstitutionId: dossier.homeInstitutionId,
      classTeacherId: dossier.classTeacherId,
      serving,
    },
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

/** As `directoryFor`, where it was loaded. */
export function directoryIn(
  cache: DirectoryCache,
  { municipalityId, calendarVersion }: ContextOf,
): MunicipalityDirectory | undefined {
  return cache.get(`${municipalityId}@${calendarVersion}`) ?? cache.get(municipalityId);
}

/** The directory with another version of the calendar. */
export function withCalendar(
  directory: MunicipalityDirectory,
  { version, changes }: CalendarContent,
): MunicipalityDirectory {
  return { ...directory, calendarVersion: version, calendarChanges: changes };
}

/** A municipality's directory, loaded once per cache. */
export async function cachedDirectory(
  tx: Transaction,
  municipalityId: string,
  now: Instant,
  cache: DirectoryCache,
): Promise<MunicipalityDirectory> {
  const directory = cache.get(municipalityId) ?? (await loadDirectory(tx, municipalityId, now));
  cache.set(municipalityId, directory);
  return directory;
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
