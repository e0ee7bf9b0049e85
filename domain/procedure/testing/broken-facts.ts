/** Procedures with one fault in a fact, a condition, or how a later fact finds its duty. */
import type { EventType } from '../../dossier/event.ts';
import type { Condition, DutyDefinition } from '../duty-definition.ts';
import type { Procedure } from '../procedure.ts';
import type { Broken } from './broken.ts';
import { withDuty, withStep } from './sound-procedure.ts';

const notAFact = 'referral.eaten' as EventType;

/** A duty that any fact may start, so that only its start can be wrong. */
function startedBy(startsWhen: DutyDefinition['startsWhen']): Procedure {
  return withDuty({
    startsWhen,
    owedBy: { party: 'actor' },
    settledBy: { by: { fact: 'case.closed' } },
  });
}

function startingWith(condition: Condition, fact: EventType = 'referral.sent'): Procedure {
  return startedBy({ each: [{ fact, where: [condition] }] });
}

function settledBy(settled: DutyDefinition['settledBy']): Procedure {
  return withDuty({ settledBy: settled });
}

const at = 'duties[0].startsWhen.each[0]';
const settled = 'duties[0].settledBy';

export const brokenFacts: readonly Broken[] = [
  ['start by an unknown fact', startedBy({ each: [{ fact: notAFact }] }), 'unknownFact', `${at}.fact`],
  [
    'fulfilment by an unknown fact',
    settledBy({ by: { fact: notAFact } }),
    'unknownFact',
    `${settled}.by.fact`,
  ],
  [
    'nested fulfilment by an unknown fact',
    settledBy({ allOf: [{ by: { fact: 'case.closed' } }, { anyOf: [{ by: { fact: notAFact } }] }] }),
    'unknownFact',
    `${settled}.allOf[1].anyOf[0].by.fact`,
  ],
  [
    'end by an unknown fact',
    withDuty({ endedBy: [{ by: { fact: notAFact } }] }),
    'unknownFact',
    'duties[0].endedBy[0].by.fact',
  ],
  [
    'postponement by an unknown fact',
    withDuty({ postponedBy: [{ by: { fact: notAFact }, match: [] }] }),
    'unknownFact',
    'duties[0].postponedBy[0].by.fact',
  ],
  [
    'postponement by a fact that names no new day',
    withDuty({ postponedBy: [{ by: { fact: 'reply.sent' }, match: [] }] }),
    'unknownField',
    'duties[0].postponedBy[0].by.fact',
  ],
  [
    'transition by an unknown fact',
    withStep({
      next: [{ to: ['school'], choose: 'one', when: [{ fact: notAFact }], condition: { lv: 'x', en: 'x' } }],
    }),
    'unknownFact',
    'steps[0].next[0].when[0].fact',
  ],
  ['no start at all', startedBy({ all: [] }), 'emptyList', 'duties[0].startsWhen.all'],
  ['no fulfilment at all', settledBy({ anyOf: [] }), 'emptyList', `${settled}.anyOf`],
];

export const brokenConditions: readonly Broken[] = [
  ['unknown field', startingWith({ field: 'mood', is: 'bad' }), 'unknownField', `${at}.where[0].field`],
  [
    'inherited name as field',
    startingWith({ field: 'constructor', present: true }),
    'unknownField',
    `${at}.where[0].field`,
  ],
  ['unknown code', startingWith({ field: 'kindCode', is: 'postcard' }), 'unknownCode', `${at}.where[0].is`],
  [
    'unknown code among several',
    startingWith({ field: 'kindCode', oneOf: ['letter', 'postcard'] }),
    'unknownCode',
    `${at}.where[0].oneOf[1]`,
  ],
  [
    'unknown code under a not',
    startingWith({ not: { field: 'kindCode', is: 'postcard' } }),
    'unknownCode',
    `${at}.where[0].not.is`,
  ],
  ['no codes', startingWith({ field: 'kindCode', oneOf: [] }), 'emptyList', `${at}.where[0].oneOf`],
  ['text for a flag', startingWith({ field: 'answerWanted', is: 'yes' }), 'wrongKind', `${at}.where[0].is`],
  [
    'list compared as a whole',
    startingWith({ field: 'checklistItemCodes', is: '1' }),
    'wrongKind',
    `${at}.where[0].field`,
  ],
  [
    'element of what is no list',
    startingWith({ field: 'kindCode', includes: 'letter' }),
    'wrongKind',
    `${at}.where[0].field`,
  ],
  [
    'unknown code as element',
    startingWith({ field: 'stepNos', includes: '10' }, 'bullying.talkHeld'),
    'unknownCode',
    `${at}.where[0].includes`,
  ],
  [
    'a period of an unknown duty',
    startingWith({ field: 'dutyId', is: 'sing' }, 'period.started'),
    'unknownDuty',
    `${at}.where[0].is`,
  ],
  [
    'a text that names no duty at all',
    startingWith({ field: 'dutyKey', is: true }, 'duty.waived'),
    'wrongKind',
    `${at}.where[0].is`,
  ],
  [
    'unknown kind of receiver',
    startingWith({ receiverKind: ['bank' as 'school'] }),
    'unknownCode',
    `${at}.where[0].receiverKind[0]`,
  ],
  [
    'receiver of a fact that has none',
    startingWith({ receiverKind: ['school'] }, 'risk.noticed'),
    'unknownField',
    `${at}.where[0]`,
  ],
  [
    'unknown kind of actor',
    startingWith({ actorKind: ['bank' as 'school'] }),
    'unknownCode',
    `${at}.where[0].actorKind[0]`,
  ],
  [
    'unknown kind of referral',
    startingWith({ referralKind: ['postcard'] }),
    'unknownCode',
    `${at}.where[0].referralKind[0]`,
  ],
  [
    'referral of a fact that names none',
    startingWith({ referralFlag: 'answerWanted', is: true }, 'risk.noticed'),
    'unknownField',
    `${at}.where[0]`,
  ],
];

export const brokenCorrelations: readonly Broken[] = [
  [
    'field that the later fact lacks',
    settledBy({ by: { fact: 'referral.acknowledged' }, match: [{ field: 'complaintId', equals: 'factId' }] }),
    'unknownField',
    `${settled}.match[0].field`,
  ],
  [
    'field that the start lacks',
    settledBy({
      by: { fact: 'referral.acknowledged' },
      match: [{ field: 'referralId', equals: { field: 'complaintId' } }],
    }),
    'unknownField',
    `${settled}.match[0].equals.field`,
  ],
  [
    'fields of different kinds',
    settledBy({
      by: { fact: 'referral.acknowledged' },
      match: [{ field: 'referralId', equals: { field: 'regNo' } }],
    }),
    'wrongKind',
    `${settled}.match[0].equals.field`,
  ],
  [
    'a day that should be a fact’s id',
    settledBy({ by: { fact: 'reply.sent' }, match: [{ field: 'sentOn', equals: 'factId' }] }),
    'wrongKind',
    `${settled}.match[0].field`,
  ],
  [
    'a list that should be equal',
    settledBy({
      by: { fact: 'notice.sent' },
      match: [{ field: 'receiverIds', equals: { field: 'receiverId' } }],
    }),
    'wrongKind',
    `${settled}.match[0].field`,
  ],
  [
    'an element where duties do not start by element',
    settledBy({ by: { fact: 'referral.acknowledged' }, match: [{ field: 'referralId', equals: 'element' }] }),
    'noElement',
    `${settled}.match[0].equals`,
  ],
  [
    'elements of a field that the start lacks',
    settledBy({ perElement: 'learnerIds', by: { fact: 'learner.enrolled' }, elementField: 'learnerId' }),
    'unknownField',
    `${settled}.perElement`,
  ],
  [
    'elements of what is no list',
    settledBy({ perElement: 'receiverId', by: { fact: 'learner.enrolled' }, elementField: 'learnerId' }),
    'wrongKind',
    `${settled}.perElement`,
  ],
  [
    'receivers in a field that does not exist',
    settledBy({ reaching: ['school'], by: { fact: 'institution.informed' }, field: 'receiverId' }),
    'unknownField',
    `${settled}.field`,
  ],
  [
    'receivers in a field that holds no ids',
    settledBy({ reaching: ['school'], by: { fact: 'institution.informed' }, field: 'subjectCode' }),
    'wrongKind',
    `${settled}.field`,
  ],
  [
    'one duty for each element of no list',
    withDuty({ startsWhen: { each: [{ fact: 'referral.sent' }], perId: 'receiverId' } }),
    'wrongKind',
    'duties[0].startsWhen.perId',
  ],
  [
    'one duty for each element, of one start only',
    startedBy({
      each: [{ fact: 'group.infoRequested' }, { fact: 'meeting.held' }],
      perId: 'askedInstitutionIds',
    }),
    'unknownField',
    'duties[0].startsWhen.perId',
  ],
];
