/** Facts that any dossier may hold (duties page, section 9, “Any dossier”). */
import { code, count, day, flag, id, label, labels, maybe, shape } from '../event-field.ts';

export const anyDossierVocabulary = {
  'fact.withdrawn': shape({ eventId: id, reasonCode: label }),
  'duty.postponed': shape({ dutyKey: label, reasonCode: label, newDueOn: day }),
  'duty.waived': shape({ dutyKey: label, reasonCode: code('notNeeded', 'notPossible') }),
  'duty.reopened': shape({ dutyKey: label, reasonCode: label }),
  'duty.escalated': shape({
    dutyKey: label,
    step: count,
    toInstitutionId: maybe(id),
    decidedBy: maybe(id),
  }),
  'duty.takenOver': shape({ dutyKeys: labels }),
  'mailReply.received': shape({ dutyKey: label }),
  'mailReply.confirmed': shape({ dutyKey: label, isAnswer: flag }),
  'person.excluded': shape({ personId: id, groundCode: label }),
  'person.readmitted': shape({ personId: id, groundCode: label }),
  'calendar.changed': shape({ version: label, dutyKeys: labels }),
  'concern.closed': shape({ reasonCode: label }),
  'case.reopened': shape({ reasonCode: label }),
  'mail.refused': shape({ personId: id, institutionId: maybe(id) }),
  'address.corrected': shape({ personId: id }),
} as const;
