/** Facts of health, change of school and the path after the 9th grade (duties page, section 9). */
import { code, datedShape, day, flag, id, label, maybe, shape } from '../event-field.ts';

export const healthVocabulary = {
  'health.infoRequested': datedShape('requestedOn', { requestedOn: maybe(day) }),
  'health.changed': datedShape('changedOn', { changedOn: maybe(day) }),
  'health.infoGiven': datedShape('givenOn', { givenOn: maybe(day), registeredBy: maybe(id) }),
  'health.markDecided': shape({ mark: flag, validFrom: maybe(day), validTo: maybe(day) }),
  'health.markEnded': shape({ validTo: maybe(day) }),
  'health.markUpdated': shape({ actionCode: code('renewed', 'deleted'), validTo: maybe(day) }),
  'transfer.arrived': datedShape('arrivedOn', { formerSchoolId: maybe(id), arrivedOn: maybe(day) }),
  'transfer.viisChecked': shape({ markFound: flag, formerSchoolId: maybe(id) }),
  'transfer.infoRequested': datedShape('sentOn', {
    formerSchoolId: id,
    sentOn: maybe(day),
    receivedOn: maybe(day),
  }),
  'transfer.infoReceived': datedShape('receivedOn', { receivedOn: maybe(day) }),
  'transfer.infoFiled': shape({ newMarkValidTo: maybe(day) }),
  'extern.applied': datedShape('receivedOn', { receivedOn: maybe(day), vocationalSchoolId: maybe(id) }),
  'extern.ordered': datedShape('orderedOn', { orderNo: maybe(label), orderedOn: maybe(day) }),
  'extern.admitted': datedShape('admittedOn', { admittedOn: maybe(day), vocationalSchoolId: maybe(id) }),
  'extern.planMade': shape({ planId: maybe(id) }),
  'extern.examSet': shape({ subjectCode: label, examOn: day }),
  'extern.examPassed': shape({ subjectCode: label, certificateNo: maybe(label) }),
} as const;
