/** Facts of referral, answer, consultation and complaint (duties page, section 9). */
import { code, codes, datedShape, day, flag, id, ids, label, labels, maybe, shape } from '../event-field.ts';

/** How something reached the other side (rules of conduct 13). */
export const channel = code('product', 'eAddress', 'recordSystem', 'email', 'paper', 'phone', 'inPerson');

export const referralVocabulary = {
  'referral.sent': datedShape('sentOn', {
    referralId: id,
    receiverId: id,
    kindCode: code('problemReport', 'letter', 'handover', 'notice', 'request'),
    channelCode: channel,
    sentOn: maybe(day),
    regNo: maybe(label),
    answerWanted: maybe(flag),
    answerFormCode: maybe(label),
    wishedBy: maybe(day),
    checklistItemCodes: maybe(labels),
  }),
  'referral.received': datedShape('receivedOn', {
    referralId: id,
    receivedOn: maybe(day),
    howKnownCode: code('product', 'recordedBySender', 'recordedByReceiver'),
  }),
  'referral.acknowledged': shape({
    referralId: id,
    outcomeCode: code('accepted', 'declined', 'redirected'),
    reasonCode: maybe(label),
    newManagerId: maybe(id),
    redirectedToId: maybe(id),
  }),
} as const;
