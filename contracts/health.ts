/** Whether the process lives, and whether it can serve. */
import { z } from 'zod';

export const health = z.strictObject({ status: z.literal('ok') }).meta({ id: 'Health' });

export const readiness = z
  .strictObject({
    database: z.literal(true),
    temporal: z
      .boolean()
      .describe('False: facts are still recorded, reminders wait until it is back or the sweep takes over.'),
    chains: z
      .enum(['whole', 'broken', 'unchecked'])
      .describe(
        'What the last nightly verification of all facts found; unchecked after three days without one.',
      ),
  })
  .meta({ id: 'Readiness' });
