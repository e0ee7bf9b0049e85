/** Parents and contacts (duties page, section 2.10): rows of `national-2025`. */
import type { DutyDefinition } from '../../domain/procedure/duty-definition.ts';
import { family, institution, role } from '../../domain/procedure/party.ts';
import { months, same, workingDays } from '../building-blocks.ts';

export const parentDuties: readonly DutyDefinition[] = [
  {
    id: 'unreachable-parents',
    title: {
      lv: 'Vērsties sociālajā dienestā vai bāriņtiesā, jo vecāki nav sasniedzami',
      en: 'Turn to the social service or the orphan’s court: the parents cannot be reached',
    },
    offer: 'on',
    startsWhen: {
      each: [{ fact: 'parents.unreachableConfirmed', where: [{ field: 'riskCode', present: true }] }],
    },
    owedBy: role('classTeacher'),
    owedTo: [institution('socialService'), institution('orphansCourt')],
    due: workingDays(3),
    force: { act: 'recommended', term: 'default' },
    settledBy: {
      anyOf: [
        { by: { fact: 'referral.sent', where: [{ receiverKind: ['socialService', 'orphansCourt'] }] } },
        { by: { fact: 'parents.reached' } },
      ],
    },
    proposed: true,
    note: {
      lv: 'Sistēma to ierosina pēc trešā neveiksmīgā mēģinājuma vai ja trīs dienas nav atbildes (skaitļi ir šīs sistēmas; avotā “pēc vairākiem mēģinājumiem”) un ir risks labklājībai vai mācību rezultātiem. Sociālajam dienestam – labklājības riski, hroniska neiesaiste; bāriņtiesai – apdraudētas izglītojamā tiesības.',
      en: 'Proposed after the third failed attempt, or when there is no answer in three days (the figures are this system’s; the source says “after several attempts”), and there is a risk to welfare or results. The social service: welfare, chronic non-involvement; the orphan’s court: the learner’s rights at risk.',
    },
    sources: ['K 4.2 L1648', 'R 16'],
  },
  {
    id: 'parent-submission',
    title: { lv: 'Atbildēt uz personas iesniegumu', en: 'Answer a person’s submission' },
    offer: 'offered',
    startsWhen: { each: [{ fact: 'submission.received' }] },
    owedBy: institution('actor'),
    owedTo: [family('parents')],
    due: months(1),
    force: { act: 'law', term: 'law' },
    settledBy: { by: { fact: 'submission.answered' }, match: same('submissionId') },
    postponedBy: [{ by: { fact: 'submission.prolonged' }, match: same('submissionId') }],
    note: {
      lv: 'Iesniegumu likums: viena mēneša laikā no saņemšanas; ar paziņojumu var pagarināt, kopā ne ilgāk par četriem mēnešiem. Starp iestādēm tas neattiecas.',
      en: 'Law on submissions: one month from receipt; it may be prolonged with notice, four months at most in all. It does not apply between institutions.',
    },
    sources: ['R 9', 'law on submissions'],
  },
];
