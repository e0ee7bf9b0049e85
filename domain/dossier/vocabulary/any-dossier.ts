/** Facts that any dossier may hold (duties page, section 9, “Any dossier”). */
import {
  code,
  count,
  datedShape,
  day,
  dutyRef,
  dutyRefs,
  flag,
  id,
  label,
  maybe,
  moment,
  shape,
} from '../event-field.ts';

export const anyDossierVocabulary = {
  'fact.withdrawn': shape({ eventId: id, reasonCode: label }),
  'duty.postponed': shape({ dutyKey: dutyRef, reasonCode: label, newDueOn: day }),
  'duty.waived': shape({ dutyKey: dutyRef, reasonCode: code('notNeeded', 'notPossible', 'doneBefore') }),
  'duty.reopened': shape({ dutyKey: dutyRef, reasonCode: label }),
  'duty.escalated': shape({
    dutyKey: dutyRef,
    step: count,
    toInstitutionId: maybe(id),
    decidedBy: maybe(id),
  }),
  'duty.takenOver': shape({ dutyKeys: dutyRefs }),
  /** `fromPersonId`: to whom the mail that was answered had gone; who really wrote, nobody can say. */
  'mailReply.received': shape({ dutyKey: dutyRef, fromPersonId: maybe(id) }),
  /** `replyId` names the fact of the reply; without it the last one received is meant. */
  'mailReply.confirmed': shape({ dutyKey: dutyRef, isAnswer: flag, replyId: maybe(id) }),
  /** “Vai kāds ir saņēmis atbildi?”, one press for all on the case (rules of conduct 14). */
  'answer.asked': shape({ dutyKey: dutyRef }),
  /** A call to the head of the institution that owes (rules of conduct 14). */
  'receiver.called': datedShape('calledAt', {
    dutyKey: dutyRef,
    calledAt: maybe(moment),
    resultCode: code('reached', 'noAnswer', 'messageLeft'),
    toPersonId: maybe(id),
  }),
  /** Something about a duty is not as it is recorded, says somebody who sees no more than the duty (rules of conduct 27). */
  'correction.asked': shape({
    dutyKey: dutyRef,
    whatCode: code('answeredElsewhere', 'wrongReceiver', 'wrongDate', 'noActiveUser', 'notNeeded', 'other'),
  }),
  'correction.answered': shape({ requestId: id, outcomeCode: code('mended', 'declined') }),
  /** The owing side's own account, in its words, for print beside the other side's (rules of conduct 14). */
  'account.added': shape({ dutyKey: dutyRef }),
  'person.excluded': shape({ personId: id, groundCode: label }),
  'person.readmitted': shape({ personId: id, groundCode: label }),
  // The product's own: the duties that moved; with `keptDueOn` those that would be earlier and stay on that day.
  'calendar.changed': shape({ version: label, dutyKeys: maybe(dutyRefs), keptDueOn: maybe(day) }),
  'concern.closed': shape({ reasonCode: label }),
  'case.reopened': shape({ reasonCode: label }),
  'mail.refused': shape({ personId: id, institutionId: maybe(id) }),
  /** Somebody without a ground looked in an emergency; the reason stands in the words. */
  'access.takenInEmergency': shape({ groundCode: label, untilAt: moment }),
  'access.reviewed': shape({ accessId: id, outcomeCode: code('justified', 'notJustified') }),
  'address.corrected': shape({ personId: id }),
} as const;
