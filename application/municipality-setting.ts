/** A municipality's choices with what holds where it has chosen nothing. */
import { z } from 'zod';
import { dueRule } from '../contracts/procedure-file.ts';
import type { MunicipalitySetting } from '../domain/duty/setting.ts';
import { type CalendarDay, isCalendarDay } from '../domain/time.ts';

const day = z.custom<CalendarDay>(isCalendarDay);

const stored = z.object({
  startDate: day.nullable().default(null),
  switchedOn: z.array(z.string()).default([]),
  switchedOff: z.array(z.string()).default([]),
  adoptedTerms: z
    .record(z.string(), z.object({ documentNo: z.string(), from: day, due: dueRule.exactOptional() }))
    .default({}),
  escalation: z
    .strictObject({
      head: z.int().positive().exactOptional(),
      waitingSide: z.int().positive().exactOptional(),
      propose: z.int().positive().exactOptional(),
    })
    .nullable()
    .default(null),
  /** Ours: as long as the law gives a person's submission at most (rules of conduct 9). */
  replyCeilingMonths: z.int().positive().default(4),
  schoolYears: z
    .array(
      z.object({
        starts: day,
        ends: day,
        breaks: z.array(
          z.object({ name: z.object({ lv: z.string(), en: z.string() }), from: day, until: day }),
        ),
      }),
    )
    .default([]),
});

/** Throws a ZodError where the database holds something else than a setting. */
export function municipalitySettingOf(id: string, value: unknown): MunicipalitySetting {
  return { id, ...stored.parse(value ?? {}) };
}
