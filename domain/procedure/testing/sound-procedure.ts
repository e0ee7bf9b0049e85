/** A small procedure without a fault, and a way to put one fault into it. */
import type { DutyDefinition } from '../duty-definition.ts';
import { institution, role } from '../party.ts';
import type { Procedure, ProcedureStep, Threshold } from '../procedure.ts';

export const soundDuty: DutyDefinition = {
  id: 'acknowledge',
  title: { lv: 'Apstiprināt', en: 'Acknowledge' },
  offer: 'on',
  startsWhen: { each: [{ fact: 'referral.sent', where: [{ field: 'kindCode', is: 'handover' }] }] },
  owedBy: institution('referralReceiver'),
  owedTo: [role('caseManager')],
  due: { kind: 'term', amount: 5, unit: 'workingDay', landing: 'next' },
  force: { act: 'recommended', term: 'recommended' },
  settledBy: {
    by: { fact: 'referral.acknowledged' },
    match: [{ field: 'referralId', equals: { field: 'referralId' } }],
  },
  sources: ['K 4.2 L1351'],
};

export const soundStep: ProcedureStep = {
  id: 'school',
  title: { lv: 'Skola', en: 'School' },
  level: 1,
  ledBy: role('caseManager'),
  takesPart: [],
  duties: ['acknowledge'],
  next: [],
  sources: ['K 4.2'],
};

export const soundThreshold: Threshold = {
  id: 'lessons',
  title: { lv: 'Kavētas stundas', en: 'Lessons missed' },
  unit: 'lesson',
  per: 'semester',
  operator: '>=',
  amount: 20,
  schoolKind: 'school',
  legal: true,
  starts: 'acknowledge',
  from: '2011-02-01',
  sources: ['Cabinet Reg. 89'],
};

export const soundProcedure: Procedure = {
  id: 'sound',
  version: '1',
  title: { lv: 'Paraugs', en: 'Sample' },
  runsOn: 'case',
  duties: [soundDuty],
  steps: [soundStep],
  thresholds: [soundThreshold],
  escalation: { head: 1, waitingSide: 3, propose: 5 },
  sources: ['K 4.2'],
};

/** The sound procedure with its one duty changed. */
export function withDuty(change: Partial<DutyDefinition>): Procedure {
  return { ...soundProcedure, duties: [{ ...soundDuty, ...change }] };
}

/** The sound procedure with its one step changed, and others after it. */
export function withStep(change: Partial<ProcedureStep>, ...others: readonly ProcedureStep[]): Procedure {
  return { ...soundProcedure, steps: [{ ...soundStep, ...change }, ...others] };
}

/** The sound procedure with its one threshold changed, and others after it. */
export function withThreshold(change: Partial<Threshold>, ...others: readonly Threshold[]): Procedure {
  return { ...soundProcedure, thresholds: [{ ...soundThreshold, ...change }, ...others] };
}
