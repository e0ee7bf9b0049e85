/** Facts of contact with parents, and of what a person submits (duties page, section 9). */
import { code, datedShape, day, flag, id, label, maybe, moment, shape } from '../event-field.ts';
import { contactChannel } from './codes.ts';

export const parentsVocabulary = {
  'parents.unreachableConfirmed': datedShape('confirmedOn', {
    confirmedOn: maybe(day),
    groundCode: maybe(code('attemptsFailed', 'noAnswerInDays', 'invitationIgnored')),
    riskCode: maybe(code('welfare', 'results', 'rights')),
  }),
  'contact.attempted': datedShape('attemptedAt', {
    channelCode: contactChannel,
    attemptedAt: maybe(moment),
    resultCode: maybe(code('reached', 'noAnswer', 'messageLeft', 'notDelivered', 'refused')),
    parentId: maybe(id),
  }),
  'parents.invited': shape({
    official: maybe(flag),
    inviteFor: maybe(day),
    cameCode: maybe(code('came', 'notCome', 'unknown')),
  }),
  'parents.reached': datedShape('reachedOn', { reachedOn: maybe(day) }),
  'submission.received': datedShape('receivedOn', { submissionId: id, receivedOn: maybe(day) }),
  'submission.prolonged': shape({
    submissionId: id,
    newDueOn: day,
    noticeOn: maybe(day),
    reasonCode: maybe(label),
  }),
  'submission.answered': datedShape('answeredOn', { submissionId: id, answeredOn: maybe(day) }),
} as const;
