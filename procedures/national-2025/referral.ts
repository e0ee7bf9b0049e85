/** Referral and handover (duties page, section 2.5), rows of `national-2025`. */
import type { DutyDefinition } from '../../domain/procedure/duty-definition.ts';
import { institution, role } from '../../domain/procedure/party.ts';

export const referralDuties: readonly DutyDefinition[] = [
  {
    id: 'acknowledge-handover',
    title: {
      lv: 'Apstiprināt gadījuma pārņemšanu',
      en: 'Acknowledge the handover',
    },
    offer: 'on',
    startsWhen: {
      each: [{ fact: 'referral.sent', where: [{ field: 'kindCode', is: 'handover' }] }],
    },
    owedBy: institution('referralReceiver'),
    owedTo: [role('caseManager')],
    due: { kind: 'term', amount: 5, unit: 'workingDay', landing: 'next' },
    force: { act: 'recommended', term: 'recommended' },
    settledBy: {
      by: { fact: 'referral.acknowledged' },
      match: [{ field: 'referralId', equals: { field: 'referralId' } }],
    },
    sources: ['K 4.2 L1351'],
  },
];
