/** Thresholds of `national-2025`. Only the legal ones start a duty by themselves (rules of conduct 16). */
import type { Threshold } from '../../domain/procedure/procedure.ts';

/** The ids, which `absence.thresholdReached` carries as its `ruleCode`. */
export const thresholdIds = {
  unexcusedLessons: 'unexcused-lessons',
  preschoolStudyDays: 'preschool-study-days',
  daysInMonth: 'days-in-month',
  contactAttempts: 'contact-attempts',
} as const;

/** Cabinet Regulation 89 of 1 February 2011; the recommendations appeared in 2025. */
const regulation89 = '2011-02-01';
const recommendations = '2025-01-01';

export const thresholds: readonly Threshold[] = [
  {
    id: thresholdIds.unexcusedLessons,
    title: {
      lv: 'Neattaisnoti kavētas 20 mācību stundas semestrī',
      en: '20 lessons missed without excuse in a semester',
    },
    unit: 'lesson',
    per: 'semester',
    operator: '>=',
    amount: 20,
    schoolKind: 'school',
    legal: true,
    starts: 'absence-assessment',
    from: regulation89,
    sources: ['K table 10 L3195–3205', 'K annex 2 L5738', 'Cabinet Reg. 89'],
  },
  {
    id: thresholdIds.preschoolStudyDays,
    title: {
      lv: 'Neattaisnoti kavētas vairāk nekā trīs mācību dienas pirmsskolā',
      en: 'More than three study days missed without excuse in preschool',
    },
    unit: 'studyDay',
    per: 'semester',
    operator: '>',
    amount: 3,
    schoolKind: 'preschool',
    legal: true,
    starts: 'absence-assessment',
    from: regulation89,
    sources: ['K annex 2 L5738', 'Cabinet Reg. 89'],
  },
  {
    id: thresholdIds.daysInMonth,
    title: {
      lv: 'Vairāk nekā 10 kavētas dienas kalendārā mēnesī',
      en: 'More than 10 days missed in a calendar month',
    },
    unit: 'day',
    per: 'month',
    operator: '>',
    amount: 10,
    schoolKind: 'any',
    legal: false,
    starts: 'absence-support-team',
    from: recommendations,
    sources: ['K table 1 L695–704'],
  },
  {
    id: thresholdIds.contactAttempts,
    title: {
      lv: 'Trīs neveiksmīgi mēģinājumi sazināties ar vecākiem',
      en: 'Three failed attempts to contact the parents',
    },
    unit: 'attempt',
    per: 'row',
    operator: '>=',
    amount: 3,
    schoolKind: 'any',
    legal: false,
    starts: 'unreachable-parents',
    from: recommendations,
    sources: ['K 4.2 L1648', 'R 16'],
  },
];
