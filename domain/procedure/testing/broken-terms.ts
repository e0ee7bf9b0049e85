/** Procedures with one fault in a term, a force, or a side of a duty. */
import type { Broken } from './broken.ts';
import { soundDuty, withDuty, withStep } from './sound-procedure.ts';

export const brokenTerms: readonly Broken[] = [
  [
    'run from a field that does not exist',
    withDuty({ runsFrom: 'foundOn' }),
    'unknownField',
    'duties[0].runsFrom',
  ],
  ['run from what is no day', withDuty({ runsFrom: 'regNo' }), 'notADayField', 'duties[0].runsFrom'],
  [
    'agreed on what is no day',
    withDuty({ due: { kind: 'agreed', field: 'regNo', landing: 'next', otherwise: { kind: 'sameDay' } } }),
    'notADayField',
    'duties[0].due.field',
  ],
  [
    'counted back from what is no day',
    withDuty({ due: { kind: 'before', field: 'receiverId', amount: 3, unit: 'workingDay' } }),
    'notADayField',
    'duties[0].due.field',
  ],
  [
    'period that ends nowhere',
    withDuty({ due: { kind: 'endOfPeriod', field: 'to' } }),
    'unknownField',
    'duties[0].due.field',
  ],
  [
    'nested in the earliest of several',
    withDuty({
      due: {
        kind: 'earliestOf',
        rules: [{ kind: 'sameDay' }, { kind: 'term', amount: 0, unit: 'day', landing: 'next' }],
      },
    }),
    'badAmount',
    'duties[0].due.rules[1].amount',
  ],
  [
    'half a day',
    withDuty({ due: { kind: 'term', amount: 0.5, unit: 'day', landing: 'next' } }),
    'badAmount',
    'duties[0].due.amount',
  ],
  [
    'nothing before a meeting',
    withDuty({ due: { kind: 'before', field: 'sentOn', amount: 0, unit: 'day' } }),
    'badAmount',
    'duties[0].due.amount',
  ],
  [
    'open after nothing',
    withDuty({ opensAfter: { kind: 'term', amount: 0, unit: 'day', landing: 'asIs' } }),
    'badAmount',
    'duties[0].opensAfter.amount',
  ],
  [
    'earliest of nothing',
    withDuty({ due: { kind: 'earliestOf', rules: [] } }),
    'emptyList',
    'duties[0].due.rules',
  ],
  ['30 February', withDuty({ due: { kind: 'fixedDate', month: 2, day: 30 } }), 'badDay', 'duties[0].due'],
  ['13th month', withDuty({ due: { kind: 'fixedDate', month: 13, day: 1 } }), 'badDay', 'duties[0].due'],
  ['danger that lands later', withDuty({ danger: true }), 'dangerLanding', 'duties[0].due.landing'],
  [
    'danger that lands later where acute',
    withDuty({ danger: true, due: { kind: 'sameDay' }, dueIfAcute: soundDuty.due }),
    'dangerLanding',
    'duties[0].dueIfAcute.landing',
  ],
  [
    'danger that lands later in a variant',
    withDuty({
      danger: true,
      due: { kind: 'sameDay' },
      variants: [{ where: [{ field: 'kindCode', is: 'letter' }], due: soundDuty.due }],
    }),
    'dangerLanding',
    'duties[0].variants[0].due.landing',
  ],
  [
    'ceiling that lands later',
    withDuty({ due: { kind: 'term', amount: 1, unit: 'month', landing: 'next', ceiling: true } }),
    'ceilingLanding',
    'duties[0].due.landing',
  ],
  [
    'term without force',
    withDuty({ force: { act: 'law', term: null } }),
    'forceMismatch',
    'duties[0].force.term',
  ],
  ['force without term', withDuty({ due: { kind: 'notTimed' } }), 'forceMismatch', 'duties[0].force.term'],
  [
    'term without force in a variant',
    withDuty({
      due: { kind: 'notTimed' },
      force: { act: 'law', term: null },
      variants: [{ where: [{ field: 'kindCode', is: 'letter' }], due: { kind: 'sameDay' } }],
    }),
    'forceMismatch',
    'duties[0].variants[0].force.term',
  ],
];

export const brokenSides: readonly Broken[] = [
  [
    'unknown role',
    withDuty({ owedBy: { party: 'role', role: 'janitor' as 'head' } }),
    'unknownCode',
    'duties[0].owedBy.role',
  ],
  [
    'unknown institution',
    withDuty({ owedTo: [{ party: 'institution', at: 'bank' as 'school' }] }),
    'unknownCode',
    'duties[0].owedTo[0].at',
  ],
  [
    'unknown register',
    withDuty({ owedTo: [{ party: 'outside', name: 'NASA' as 'VIIS' }] }),
    'unknownCode',
    'duties[0].owedTo[0].name',
  ],
  ['nobody to whom it is owed', withDuty({ owedTo: [] }), 'emptyList', 'duties[0].owedTo'],
  [
    'institution in a field that does not exist',
    withDuty({ follower: { party: 'institution', at: { field: 'institutionId' } } }),
    'unknownField',
    'duties[0].follower.at.field',
  ],
  [
    'institution in a field that holds no id',
    withDuty({ owedBy: { party: 'institution', at: { field: 'regNo' } } }),
    'wrongKind',
    'duties[0].owedBy.at.field',
  ],
  [
    'element of no list',
    withDuty({ owedBy: { party: 'institution', at: { field: 'element' } } }),
    'noElement',
    'duties[0].owedBy.at.field',
  ],
  [
    'side of a referral that the start does not name',
    withDuty({ startsWhen: { each: [{ fact: 'case.opened' }] }, settledBy: { by: { fact: 'case.closed' } } }),
    'unknownField',
    'duties[0].owedBy.at',
  ],
  [
    'side of a step read from a fact',
    withStep({ ledBy: { party: 'institution', at: { field: 'receiverId' } } }),
    'unknownField',
    'steps[0].ledBy.at.field',
  ],
  [
    'unknown side in a variant',
    withDuty({
      variants: [
        {
          where: [{ field: 'kindCode', is: 'letter' }],
          owedBy: { party: 'role', role: 'janitor' as 'head' },
        },
      ],
    }),
    'unknownCode',
    'duties[0].variants[0].owedBy.role',
  ],
  [
    'variant for everything',
    withDuty({ variants: [{ where: [] }] }),
    'emptyList',
    'duties[0].variants[0].where',
  ],
  [
    'variant that can never hold',
    withDuty({ variants: [{ where: [{ field: 'kindCode', is: 'postcard' }] }] }),
    'unknownCode',
    'duties[0].variants[0].where[0].is',
  ],
];
