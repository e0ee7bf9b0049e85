/** Builds facts, settings and procedures for specs in given/when/then form. */
import { DEFAULT_WORKING_HOURS, makeCalendar } from '../calendar/index.ts';
import type { DossierEvent, EventData, EventType } from '../dossier/event.ts';
import type { DossierSetting } from '../duty/setting.ts';
import type { DutyDefinition } from '../procedure/duty-definition.ts';
import type { Procedure } from '../procedure/procedure.ts';
import { type Instant, instant } from '../time.ts';

export const school = 'school-1';
export const socialService = 'social-service';
export const teacher = 'teacher-1';

export const setting: DossierSetting = {
  municipality: {
    id: 'municipality-1',
    startDate: null,
    switchedOn: [],
    switchedOff: [],
    adoptedTerms: {},
    escalation: null,
    replyCeilingMonths: 4,
  },
  homeInstitutionId: school,
  classTeacherId: teacher,
  serving: {
    school,
    socialService,
    orphansCourt: 'orphans-court',
    statePolice: 'state-police',
    municipalPolice: 'municipal-police',
    educationBoard: 'education-board',
    cooperationGroup: 'cooperation-group',
    municipality: 'council',
    administrativeCommission: 'commission',
    childProtectionCentre: 'bac',
  },
  institutions: {
    [school]: { kind: 'school', municipalityId: 'municipality-1', hasActiveUser: true },
    [socialService]: { kind: 'socialService', municipalityId: 'municipality-1', hasActiveUser: true },
    'orphans-court': { kind: 'orphansCourt', municipalityId: 'municipality-1', hasActiveUser: true },
    'state-police': { kind: 'statePolice', municipalityId: 'municipality-1', hasActiveUser: false },
    'municipal-police': { kind: 'municipalPolice', municipalityId: 'municipality-1', hasActiveUser: true },
    'education-board': { kind: 'educationBoard', municipalityId: 'municipality-1', hasActiveUser: true },
    'cooperation-group': { kind: 'cooperationGroup', municipalityId: 'municipality-1', hasActiveUser: true },
    council: { kind: 'municipality', municipalityId: 'municipality-1', hasActiveUser: true },
    commission: { kind: 'administrativeCommission', municipalityId: 'municipality-1', hasActiveUser: true },
    bac: { kind: 'childProtectionCentre', municipalityId: 'state', hasActiveUser: false },
  },
  institutionOfPerson: { [teacher]: school },
  calendar: makeCalendar(),
  calendarOf: {},
  workingHours: DEFAULT_WORKING_HOURS,
};

type FactOptions = {
  readonly id?: string;
  readonly by?: string;
  readonly institution?: string;
  readonly recordedAt?: string;
  readonly acute?: boolean;
  readonly settles?: readonly string[];
};

/** A fact that happened at `at` (Riga winter time may be written with its offset) and was recorded then, if not said otherwise. */
export function fact<T extends EventType>(
  type: T,
  at: string,
  data: EventData<T>,
  options: FactOptions = {},
): DossierEvent {
  const occurredAt = toInstant(at);
  const { recordedAt, id, by, institution, ...rest } = options;
  return {
    id: id ?? `${type}@${occurredAt}`,
    seq: 1,
    type,
    occurredAt,
    recordedAt: recordedAt === undefined ? occurredAt : toInstant(recordedAt),
    by: by ?? teacher,
    institution: institution ?? school,
    ...rest,
    data,
  } as DossierEvent;
}

/** `2026-11-20T10:00+02:00` and the like, as an instant. */
export function toInstant(text: string): Instant {
  return instant(new Date(text).toISOString());
}

/** A procedure of just these rows. */
export function procedureOf(...duties: readonly DutyDefinition[]): Procedure {
  return {
    id: 'spec',
    version: '1',
    title: { lv: 'Paraugs', en: 'Spec' },
    runsOn: 'both',
    duties,
    steps: [],
    thresholds: [],
    escalation: { head: 1, waitingSide: 3, propose: 5 },
    sources: ['K 4.2'],
  };
}
