/** Procedures with one fault in their steps, thresholds, ids, sources or texts. */
import type { Broken } from './broken.ts';
import {
  soundDuty,
  soundProcedure,
  soundStep,
  soundThreshold,
  withDuty,
  withStep,
  withThreshold,
} from './sound-procedure.ts';

export const brokenGraph: readonly Broken[] = [
  [
    'step with an unknown duty',
    withStep({ duties: ['acknowledge', 'sing'] }),
    'unknownDuty',
    'steps[0].duties[1]',
  ],
  [
    'threshold that starts an unknown duty',
    withThreshold({ starts: 'sing' }),
    'unknownDuty',
    'thresholds[0].starts',
  ],
  [
    'way to an unknown step',
    withStep({ next: [{ to: ['moon'], choose: 'one', when: [], condition: { lv: 'x', en: 'x' } }] }),
    'unknownStep',
    'steps[0].next[0].to[0]',
  ],
  [
    'way to nowhere',
    withStep({ next: [{ to: [], choose: 'one', when: [], condition: { lv: 'x', en: 'x' } }] }),
    'emptyList',
    'steps[0].next[0].to',
  ],
  ['step that nobody reaches', withStep({}, { ...soundStep, id: 'island' }), 'unreachableStep', 'steps[1]'],
  ['duty twice', { ...soundProcedure, duties: [soundDuty, soundDuty] }, 'duplicateId', 'duties[1].id'],
  ['step twice', withStep({}, { ...soundStep, anyTime: true }), 'duplicateId', 'steps[1].id'],
  [
    'threshold twice on the same day',
    withThreshold({}, { ...soundThreshold, from: '2027-01-01' }),
    'duplicateId',
    'thresholds[1].id',
  ],
  ['id with a colon, which parts keys', withStep({ id: 'a:b' }), 'malformedId', 'steps[0].id'],
  ['threshold of nothing', withThreshold({ amount: 0 }), 'badAmount', 'thresholds[0].amount'],
  ['threshold from no day', withThreshold({ from: '2011-02-30' }), 'badDay', 'thresholds[0].from'],
  [
    'threshold that ends before it begins',
    withThreshold({ until: '2010-01-01' }),
    'badDay',
    'thresholds[0].until',
  ],
  ['rung of no days', { ...soundProcedure, escalation: { head: 0 } }, 'badAmount', 'escalation.head'],
  [
    'rung before the one below',
    { ...soundProcedure, escalation: { head: 4, propose: 3 } },
    'rungOrder',
    'escalation.propose',
  ],
];

export const brokenTexts: readonly Broken[] = [
  ['duty without source', withDuty({ sources: [] }), 'missingSource', 'duties[0].sources'],
  ['step without source', withStep({ sources: [] }), 'missingSource', 'steps[0].sources'],
  ['procedure without source', { ...soundProcedure, sources: [] }, 'missingSource', 'sources'],
  ['source without place', withDuty({ sources: ['K 4.2', 'K'] }), 'malformedSource', 'duties[0].sources[1]'],
  [
    'source of an unknown document',
    withThreshold({ sources: ['Z 4.2'] }),
    'malformedSource',
    'thresholds[0].sources[0]',
  ],
  ['hearsay', withDuty({ sources: ['somebody said so'] }), 'malformedSource', 'duties[0].sources[0]'],
  [
    'title in one language',
    withDuty({ title: { lv: 'Apstiprināt', en: ' ' } }),
    'emptyTitle',
    'duties[0].title.en',
  ],
  ['step without title', withStep({ title: { lv: '', en: 'School' } }), 'emptyTitle', 'steps[0].title.lv'],
  ['procedure without title', { ...soundProcedure, title: { lv: '', en: 'x' } }, 'emptyTitle', 'title.lv'],
  ['note in one language', withDuty({ note: { lv: 'Piezīme', en: '' } }), 'emptyText', 'duties[0].note.en'],
  [
    'way without condition',
    withStep({ next: [{ to: ['school'], choose: 'one', when: [], condition: { lv: 'x', en: '' } }] }),
    'emptyText',
    'steps[0].next[0].condition.en',
  ],
];
