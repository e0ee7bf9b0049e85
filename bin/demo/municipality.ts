/** An invented municipality with what a case needs: schools, services, boards. Nothing here exists but the state bodies. */
import { DEFAULT_WORKING_HOURS, type WorkingHours } from '../../domain/calendar/index.ts';
import type { MunicipalitySetting } from '../../domain/duty/setting.ts';
import type { InstitutionKind } from '../../domain/procedure/party.ts';
import { calendarDay } from '../../domain/time.ts';

export type DemoInstitution = {
  readonly id: string;
  readonly kind: InstitutionKind;
  readonly name: string;
  /** As a receiver is confirmed (rules of conduct 17); null where it need not be known. */
  readonly address: string | null;
  /** Null where the product sends no mail: nobody there has an account. */
  readonly mail: string | null;
};

/** One of each kind that serves a case, and two schools. State police and the centre have no user. */
export const demoInstitutions = [
  {
    id: 'ozolkalna-vidusskola',
    kind: 'school',
    name: 'Ozolkalna vidusskola',
    address: 'Skolas iela 5, Ozolkalns',
    mail: 'skola@ozolkalna-vidusskola.example',
  },
  {
    id: 'rudzulejas-pamatskola',
    kind: 'school',
    name: 'Rudzulejas pamatskola',
    address: 'Rudzu iela 2, Rudzulejas',
    mail: 'skola@rudzulejas-pamatskola.example',
  },
  {
    id: 'socialais-dienests',
    kind: 'socialService',
    name: 'Ozolkalna novada Sociālais dienests',
    address: 'Liepu iela 12, Ozolkalns',
    mail: 'socialais.dienests@ozolkalns.example',
  },
  {
    id: 'barintiesa',
    kind: 'orphansCourt',
    name: 'Ozolkalna novada bāriņtiesa',
    address: 'Liepu iela 14, Ozolkalns',
    mail: 'barintiesa@ozolkalns.example',
  },
  {
    id: 'pasvaldibas-policija',
    kind: 'municipalPolice',
    name: 'Ozolkalna novada pašvaldības policija',
    address: 'Stacijas iela 3, Ozolkalns',
    mail: 'policija@ozolkalns.example',
  },
  {
    id: 'valsts-policija',
    kind: 'statePolice',
    name: 'Valsts policijas Ozolkalna iecirknis',
    address: null,
    mail: null,
  },
  {
    id: 'izglitibas-parvalde',
    kind: 'educationBoard',
    name: 'Ozolkalna novada Izglītības pārvalde',
    address: 'Tirgus laukums 1, Ozolkalns',
    mail: 'izglitiba@ozolkalns.example',
  },
  {
    id: 'sadarbibas-grupa',
    kind: 'cooperationGroup',
    name: 'Ozolkalna novada starpinstitucionālā sadarbības grupa',
    address: 'Tirgus laukums 1, Ozolkalns',
    mail: 'sadarbibas.grupa@ozolkalns.example',
  },
  {
    id: 'administrativa-komisija',
    kind: 'administrativeCommission',
    name: 'Ozolkalna novada Administratīvā komisija',
    address: 'Tirgus laukums 1, Ozolkalns',
    mail: 'komisija@ozolkalns.example',
  },
  {
    id: 'pasvaldiba',
    kind: 'municipality',
    name: 'Ozolkalna novada pašvaldība',
    address: 'Tirgus laukums 1, Ozolkalns',
    mail: 'pasvaldiba@ozolkalns.example',
  },
  {
    id: 'dome',
    kind: 'founder',
    name: 'Ozolkalna novada dome',
    address: 'Tirgus laukums 1, Ozolkalns',
    mail: 'dome@ozolkalns.example',
  },
  { id: 'bac', kind: 'childProtectionCentre', name: 'Bērnu aizsardzības centrs', address: null, mail: null },
] as const satisfies readonly DemoInstitution[];

export type DemoInstitutionId = (typeof demoInstitutions)[number]['id'];

export type DemoMunicipality = {
  readonly id: string;
  readonly name: string;
  readonly movedDaysOn: boolean;
  readonly workingHours: WorkingHours;
  readonly setting: Omit<MunicipalitySetting, 'id'>;
  readonly institutions: readonly DemoInstitution[];
};

/** Rows on offer that the demo switches on: acts of law and “must” first (rules of conduct 7). */
const switchedOn: readonly string[] = [
  'inform-manager',
  're-observe',
  'sd-notify',
  'consult-inform',
  'data-breach',
  'bullying-stop',
  'commission-docs',
  'group-manager',
  'group-minutes',
  'health-mark',
  'transfer-check',
  'transfer-request',
  'transfer-answer',
  'transfer-file',
  'parent-submission',
  'absence-rules',
  'authorised-persons',
];

export const demoMunicipality: DemoMunicipality = {
  id: 'ozolkalna-novads',
  name: 'Ozolkalna novads',
  movedDaysOn: true,
  workingHours: DEFAULT_WORKING_HOURS,
  setting: {
    startDate: null,
    switchedOn,
    switchedOff: [],
    // One default term adopted, so that the demo shows what adopting changes (rules of conduct 7).
    adoptedTerms: { 'convene-group': { documentNo: '1-9/25', from: calendarDay('2025-01-01') } },
    escalation: null,
    replyCeilingMonths: 4,
  },
  institutions: demoInstitutions,
};
