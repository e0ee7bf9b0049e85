/**
 * A procedure to copy: two duties, two steps. Copy the folder, rename it to the procedure's id, change what is
 * yours, add the procedure to `../index.ts`, and write down every row a second time in its spec.
 */
import type { DutyDefinition } from '../../domain/procedure/duty-definition.ts';
import { family, institution, role } from '../../domain/procedure/party.ts';
import type { Procedure } from '../../domain/procedure/procedure.ts';
import { factWith, months, same, workingDays } from '../building-blocks.ts';

const duties: readonly DutyDefinition[] = [
  {
    // The id on the duties page. Keys of running duties begin with it, so it never changes once shipped.
    id: 'example-talk',
    // Short, verb first, in the source's own terms.
    title: { lv: 'Aicināt vecākus uz sarunu', en: 'Invite the parents to a talk' },
    // `on`: in the starter set. `offered`: a municipality switches it on.
    offer: 'on',
    // Each risk identified starts one duty.
    startsWhen: { each: [{ fact: 'risk.identified' }] },
    owedBy: role('classTeacher'),
    owedTo: [family('parents')],
    due: workingDays(5),
    // No source states the five days: the act is a demand of the source, its term a default, which stays quiet
    // until a municipality adopts it.
    force: { act: 'must', term: 'default' },
    // Any first talk of this dossier settles it; nothing more is needed to tell which.
    settledBy: { by: factWith('talk.held', 'kindCode', 'first') },
    sources: ['K table 3.2'],
  },
  {
    id: 'example-reply',
    title: { lv: 'Atbildēt izglītības iestādei', en: 'Answer the school' },
    offer: 'on',
    // `receiverKind` looks up who the referral went to.
    startsWhen: { each: [{ fact: 'referral.received', where: [{ receiverKind: ['socialService'] }] }] },
    owedBy: institution('referralReceiver'),
    owedTo: [institution('referralSender')],
    due: months(1),
    force: { act: 'recommended', term: 'recommended' },
    // Several referrals run at once: only the answer to this one settles it.
    settledBy: { by: { fact: 'reply.sent' }, match: same('referralId') },
    postponedBy: [{ by: { fact: 'reply.postponed' }, match: same('referralId') }],
    note: {
      lv: 'Avots mēnesi tikai iesaka.',
      en: 'The source only recommends the month.',
    },
    sources: ['K 4.3 L1931'],
  },
];

export const exampleProcedure: Procedure = {
  id: 'example',
  // Grows with every change; a case keeps the version it began with.
  version: '1',
  title: { lv: 'Paraugs', en: 'Example' },
  runsOn: 'case',
  duties,
  steps: [
    {
      id: 'school',
      title: { lv: 'Izglītības iestāde', en: 'School' },
      level: 1,
      ledBy: role('classTeacher'),
      takesPart: [family('both')],
      duties: ['example-talk'],
      next: [
        {
          to: ['social-service'],
          choose: 'one',
          when: [{ fact: 'referral.sent' }],
          condition: { lv: 'Ar sarunu nepietiek', en: 'The talk is not enough' },
        },
      ],
      sources: ['K 4.2 table 4'],
    },
    {
      id: 'social-service',
      title: { lv: 'Sociālais dienests', en: 'Social service' },
      level: 2,
      ledBy: institution('socialService'),
      takesPart: [institution('school')],
      duties: ['example-reply'],
      next: [],
      sources: ['K 4.3'],
    },
  ],
  thresholds: [],
  // Working days after the due moment; `{}` where nobody is told beyond the two sides.
  escalation: { head: 1, waitingSide: 3, propose: 5 },
  sources: ['K 4.2', 'K 4.3'],
};
