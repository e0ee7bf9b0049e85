/** Facts that any dossier may hold (duties page, section 9, “Any dossier”). */
import { code, count, day, dutyRef, dutyRefs, flag, id, label, maybe, shape } from '../event-field.ts';

export const anyDossierVocabulary = {
  'fact.withdrawn': shape({ eventId: id, reasonCode: label }),
  'duty.postponed': shape({ dutyKey: dutyRef, reasonCode: label, newDueOn: day }),
  'duty.waived': shape({ dutyKey: dutyRef, reasonCode: code('notNeeded', 'notPossible') }),
  'duty.reopened': shape({ dutyKey: dutyRef, reasonCode: label }),
  'duty.escalated': shape({
    dutyKey: dutyRef,
    step: count,
    toInstitutionId: maybe(id),
    decidedBy: maybe(id),
  }),
  'duty.takenOver': shape({ dutyKeys: dutyRefs }),
  'mailReply.received': shape({ dutyKey: dutyRef }),
  'mailReply.confirmed': shape({ dutyKey: dutyRef, isAnswer: flag }),
  'person.excluded': shape({ personId: id, groundCode: label }),
  'person.readmitted': shape({ personId: id, groundCode: label }),
  // The product's own: the duties that moved; with `keptDueOn` those that would be earlier and stay on that day.
  'calendar.changed': shape({ version: label, dutyKeys: maybe(dutyRefs), keptDueOn: maybe(day) }),
  'concern.closed': shape({ reasonCode: label }),
  'case.reopened': shape({ reasonCode: label }),
  'mail.refused': shape({ personId: id, institutionId: maybe(id) }),
  'address.corrected': shape({ personId: id }),
} as const;
