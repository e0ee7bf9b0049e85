/** Facts of an institution's school year (duties page, section 9, “Calendar”). */
import { code, count, datedShape, day, dutyRef, flag, id, ids, label, maybe, shape } from '../event-field.ts';

export const calendarDutiesVocabulary = {
  'schoolYear.started': datedShape('startsOn', {
    schoolYear: label,
    startsOn: maybe(day),
    endsOn: maybe(day),
    /** A vocational school has a later day for `viis-enrolment`. */
    schoolTypeCode: maybe(code('general', 'vocational', 'preschool')),
  }),
  'period.started': datedShape('from', { dutyId: dutyRef, periodCode: label, from: day, to: day }),
  'calendarDuty.done': datedShape('doneOn', {
    dutyId: dutyRef,
    periodCode: label,
    doneOn: maybe(day),
    resultCode: maybe(label),
  }),
  'learner.enrolled': datedShape('startedOn', {
    learnerId: id,
    schoolId: maybe(id),
    startedOn: maybe(day),
    midYear: maybe(flag),
    ikvdListId: maybe(id),
  }),
  'viis.entered': datedShape('enteredOn', {
    learnerId: id,
    schoolId: maybe(id),
    enteredOn: maybe(day),
  }),
  'ikvdList.received': datedShape('receivedOn', {
    listDate: maybe(day),
    learnerIds: ids,
    receivedOn: maybe(day),
  }),
  'ikvdReport.published': datedShape('publishedOn', { year: label, publishedOn: maybe(day) }),
  'rules.issued': shape({ schoolYear: label, orderNo: maybe(label) }),
  'procedure.adopted': datedShape('adoptedOn', {
    procedureId: label,
    documentNo: maybe(label),
    adoptedOn: maybe(day),
  }),
  /** Without amount, unit and landing the shipped term is adopted as it is (rules of conduct 7). */
  'term.adopted': shape({
    dutyId: dutyRef,
    amount: maybe(count),
    unitCode: maybe(code('hour', 'workingDay', 'day', 'week', 'month')),
    landingCode: maybe(code('next', 'previous', 'asIs')),
    documentNo: label,
    fromDate: maybe(day),
  }),
  'programme.approved': datedShape('approvedOn', {
    programmeId: maybe(id),
    approvedOn: maybe(day),
    extraFunding: maybe(flag),
  }),
} as const;
