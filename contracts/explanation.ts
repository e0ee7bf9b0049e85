/** Why a duty is due when it is, as data: the interface makes a sentence of it, other programs read it. */
import { z } from 'zod';
import type { NonWorkingReason, NonWorkingRun } from '../domain/calendar/index.ts';
import type { Basis, Explanation } from '../domain/duty/explanation.ts';
import { exactly } from './exactly.ts';
import { bilingual, day, id, instant } from './values.ts';

const notWorkedBecause = z.enum(['weekend', 'holiday', 'movedFree']);

export const nonWorkingReason = exactly<NonWorkingReason>()(
  z.strictObject({ kind: notWorkedBecause, name: bilingual }).meta({ id: 'NonWorkingReason' }),
);

const nonWorkingRun = exactly<NonWorkingRun>()(
  z
    .strictObject({ from: day, until: day, kind: notWorkedBecause, name: bilingual })
    .meta({ id: 'NonWorkingRun', description: 'Neighbouring days that are not worked for the same reason.' }),
);

const shift = z
  .strictObject({ last: day, reason: nonWorkingReason, landing: z.enum(['next', 'previous']) })
  .meta({ id: 'Shift', description: 'A last day that was no working day, and which way it went.' });

const skipped = z.array(nonWorkingRun).describe('Days that did not count.');
const worked = z.array(day).describe('Saturdays and Sundays that counted.');
const raised = z.boolean().describe('The day would have lain before the start and was put on it.');

export const basis: z.ZodType<Basis, Basis> = exactly<Basis>()(
  z
    .discriminatedUnion('kind', [
      z.strictObject({
        kind: z.literal('term'),
        amount: z.int(),
        unit: z.enum(['workingDay', 'day', 'week', 'month']),
        skipped,
        worked,
        shift: shift.nullable(),
        ceiling: nonWorkingReason.nullable(),
        raised,
        due: day,
      }),
      z.strictObject({
        kind: z.literal('hours'),
        amount: z.int(),
        since: instant,
        until: instant,
        due: day,
      }),
      z.strictObject({ kind: z.literal('sameDay'), due: day }),
      z.strictObject({ kind: z.literal('immediate'), due: day }),
      z.strictObject({
        kind: z.literal('agreed'),
        field: z.string(),
        day,
        shift: shift.nullable(),
        raised,
        due: day,
      }),
      z.strictObject({
        kind: z.literal('otherwise'),
        field: z.string().describe('Held no day, so another rule applied.'),
        get instead(): z.ZodType<Basis, Basis> {
          return basis;
        },
        due: day.nullable(),
      }),
      z.strictObject({
        kind: z.literal('before'),
        field: z.string(),
        day,
        amount: z.int(),
        unit: z.enum(['workingDay', 'day']),
        skipped,
        worked,
        raised,
        due: day,
      }),
      z.strictObject({ kind: z.literal('fixedDate'), due: day }),
      z.strictObject({ kind: z.literal('endOfPeriod'), field: z.string(), raised, due: day }),
      z.strictObject({
        kind: z.literal('earliestOf'),
        get chosen(): z.ZodType<Basis, Basis> {
          return basis;
        },
        others: z.array(day),
        due: day,
      }),
      z.strictObject({ kind: z.literal('notTimed'), field: z.string().nullable(), due: z.null() }),
    ])
    .meta({ id: 'Basis', description: 'How the original due day came about.' }),
);

const postponement = {
  newDueOn: day,
  reasonCode: z.string(),
  by: id,
  recordedAt: instant,
};

export const postponementLink = z
  .strictObject({ ...postponement, eventId: id })
  .meta({ id: 'PostponementLink' });

export const termForce = z.enum(['law', 'must', 'recommended', 'agreed', 'default']).meta({
  id: 'TermForce',
  description: 'How binding a term is. Only `law` may be called a term set by law.',
});

export const explanation = exactly<Explanation>()(
  z
    .strictObject({
      from: day,
      basis,
      postponements: z.array(z.strictObject(postponement)),
      ground: z.strictObject({ force: termForce.nullable(), source: z.string() }).nullable(),
      kept: day
        .exactOptional()
        .describe('A changed calendar would have made the day earlier, and it stayed: this day.'),
    })
    .meta({ id: 'Explanation', description: 'Why the due moment is what it is.' }),
);
