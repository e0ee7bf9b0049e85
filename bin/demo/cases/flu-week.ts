/**
 * A flu week: nine of one class have missed more than 10 days of the month (K table 1 L695–704). The class register's
 * totals were recorded; what they propose waits for a person, in one line of the class (rules of conduct 16).
 */
import { caseOf, type DemoCase, did } from '../case-data.ts';

const learners = [
  ['Agate', 'Brūvere', 13],
  ['Edvīns', 'Cīrulis', 11],
  ['Gabriela', 'Dzilna', 12],
  ['Henriks', 'Fogelis', 11],
  ['Justīne', 'Irbe', 14],
  ['Kaspars', 'Lagzda', 11],
  ['Melānija', 'Norde', 12],
  ['Oto', 'Pērkons', 11],
  ['Una', 'Sniedze', 12],
] as const;

export const fluWeek: readonly DemoCase[] = learners.map(([firstName, lastName, count], index) =>
  caseOf(
    'concern',
    `flu-week-${index + 1}`,
    '5.c',
    [firstName, lastName],
    [],
    [
      did('absence.thresholdReached', '-1wd 15:10', 'sanita-liepkalne', {
        ruleCode: 'days-in-month',
        count,
        unitCode: 'day',
      }),
    ],
  ),
);
