/** People, institutions and settings of the application without a store: every write is carried out, nothing is kept. */
import type { DirectoryInstitution, Result, WriteMeta } from '../../application/application.ts';
import type { ClassOverviewPart } from '../../application/class-overview.ts';
import type { ImportPart, RunningPart, TakeOverPart } from '../../application/import/imports.ts';
import type { SetUpPart } from '../../application/set-up/set-up.ts';
import type { StaffPart } from '../../application/staff/staff.ts';
import { DEFAULT_WORKING_HOURS } from '../../domain/calendar/index.ts';
import { socialService } from '../../domain/testing/scenario.ts';

export const directoryLine: DirectoryInstitution = {
  id: socialService,
  kind: 'socialService',
  schoolType: null,
  name: 'Sociālais dienests',
  address: 'Pils iela 1, Ozolkalns',
  phone: '+371 6400 0000',
  mail: 'soc@example.lv',
  municipality: { id: 'ozolkalns', name: 'Ozolkalna novads' },
  ownMunicipality: true,
  suggested: null,
  contacts: [{ role: 'head', name: 'Māra Krūmiņa', phone: '+371 6400 0001', mail: null }],
};

type Asked = <T>(act: () => Result<T>) => Promise<Result<T>>;

export function keptByOthers(
  asked: Asked,
): StaffPart & SetUpPart & ImportPart & RunningPart & TakeOverPart & ClassOverviewPart {
  const kept = (_meta: WriteMeta) => asked(() => ({ ok: true, value: { id: 'kept', repeated: false } }));
  const changed = () => asked(() => ({ ok: true, value: { id: 'kept', version: 2, repeated: false } }));
  return {
    addInstitution: (_actor, _input, meta) => kept(meta),
    listKeptInstitutions: () => asked(() => ({ ok: true, value: { institutions: [] } })),
    changeInstitution: () => changed(),
    listStaff: () => asked(() => ({ ok: true, value: { items: [], next: null } })),
    addPerson: (_actor, _input, meta) => kept(meta),
    changePerson: () => changed(),
    giveRole: (_actor, _id, _input, meta) => kept(meta),
    endRole: (_actor, _id, _until, meta) => kept(meta),
    dutiesOfPerson: () => asked(() => ({ ok: true, value: { duties: [] } })),
    switchPersonOff: (_actor, _id, _seen, meta) => kept(meta),
    switchPersonOn: (_actor, _id, meta) => kept(meta),
    readLeave: () => asked(() => ({ ok: true, value: { absences: [], substitutes: [] } })),
    addAbsence: (_actor, _input, meta) => kept(meta),
    addSubstitute: (_actor, _input, meta) => kept(meta),
    endLeave: (_actor, _kind, _id, _until, meta) => kept(meta),
    previewImport: (_actor, { kind }) =>
      asked(() => ({
        ok: true,
        value: {
          kind,
          encoding: 'utf-8',
          delimiter: 'semicolon',
          counts: { created: 0, extended: 0, known: 0, problem: 0 },
          rows: [],
          problems: [],
          hints: [],
        },
      })),
    previewRunning: () => asked(() => ({ ok: true, value: { duties: [] } })),
    openRunning: () =>
      asked(() => ({
        ok: true,
        value: {
          dossierId: 'running',
          caseNumber: '2026-0001',
          version: 2,
          eventIds: [],
          settled: [],
          started: [],
          repeated: false,
        },
      })),
    takeOver: (_actor, { duties }) =>
      asked(() => ({ ok: true, value: { duties: duties.length, dossiers: 1, repeated: false } })),
    classOverview: () => asked(() => ({ ok: true, value: { classes: [] } })),
    decideThresholds: (_actor, { learners }) =>
      asked(() => ({ ok: true, value: { learners: learners.length, repeated: false } })),
    runImport: (_actor, { kind }) =>
      asked(() => ({ ok: true, value: { kind, created: 0, extended: 0, known: 0, repeated: false } })),
    readSetUp: () =>
      asked(() => ({
        ok: true,
        value: {
          version: 0,
          training: false,
          movedDaysOn: true,
          workingHours: DEFAULT_WORKING_HOURS,
          startDate: null,
          switchedOn: [],
          switchedOff: [],
          adoptedTerms: {},
          escalation: null,
          replyCeilingMonths: 4,
          schoolYears: [],
          secondFactor: 'whoMust',
          duties: [],
          ladders: [],
          dossiersBehind: 0,
        },
      })),
    previewSetUp: () =>
      asked(() => ({ ok: true, value: { version: 0, total: 0, withoutSecondFactor: 0, changes: [] } })),
    saveSetUp: (_actor, _draft, { ifVersion }) =>
      asked(() => ({ ok: true, value: { version: ifVersion + 1, dossiersBehind: 0, repeated: false } })),
    listTrainingMails: () => asked(() => ({ ok: true, value: { items: [], next: null } })),
    switchTraining: (_actor, training) => asked(() => ({ ok: true, value: { training, repeated: false } })),
  };
}
