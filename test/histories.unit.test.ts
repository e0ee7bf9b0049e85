import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { z } from 'zod';

const folder = fileURLToPath(new URL('./histories', import.meta.url));
const recordings = readdirSync(folder).filter((name) => name.endsWith('.json'));

const moment = z.object({ seconds: z.number(), nanos: z.number() });
const label = z.string().regex(/^[a-z-]+ · [a-z ]+( \d{4}-\d{2}-\d{2})?$/);

/** All that may lie in a payload: nothing is in words but the kinds and steps of a label. */
const allowed = z.union([
  z.uuid(),
  z.null(),
  z.enum(['anchorChains', 'verifyChains', 'forgetWrites']),
  label,
  z.strictObject({
    finished: z.boolean(),
    timers: z.array(
      z.strictObject({
        key: z.string().regex(/^[a-z-]+(:[0-9a-f-]{36})?$/),
        label,
        at: z.iso.datetime(),
        realDelayMs: z.number(),
      }),
    ),
    mailsDue: z.boolean(),
  }),
  // What the SDK itself notes about a local activity.
  z.strictObject({
    seq: z.number(),
    attempt: z.number(),
    activity_id: z.string().regex(/^\d+$/),
    activity_type: z.enum(['loadTimeline', 'takeSteps']),
    complete_time: moment,
    backoff: z.null(),
    original_schedule_time: moment,
  }),
]);

type Found = { readonly payloads: unknown[]; readonly messages: string[]; readonly stacks: unknown[] };

function collect(value: unknown, found: Found): Found {
  if (typeof value !== 'object' || value === null) return found;
  const { metadata, data, message, stackTrace } = value as Record<string, unknown>;
  if (metadata !== undefined) payload(metadata as Record<string, string>, data as string, found);
  if (typeof message === 'string') found.messages.push(message);
  if (stackTrace !== undefined) found.stacks.push(stackTrace);
  for (const inner of Object.values(value)) collect(inner, found);
  return found;
}

function payload(metadata: Record<string, string>, data: string, found: Found): void {
  const encoding = Buffer.from(metadata['encoding'] ?? '', 'base64').toString('utf8');
  if (encoding === 'binary/null') return;
  expect(encoding).toBe('json/plain');
  found.payloads.push(JSON.parse(Buffer.from(data, 'base64').toString('utf8')));
}

it.each(recordings)('%s holds ids, kinds, moments and labels only (architecture 1.4)', (name) => {
  const text = readFileSync(path.join(folder, name), 'utf8');
  const { payloads, messages, stacks } = collect(JSON.parse(text), {
    payloads: [],
    messages: [],
    stacks: [],
  });
  expect(payloads.length).toBeGreaterThan(/^(sentinel|house-keeping)/.test(name) ? -1 : 3);
  for (const one of payloads)
    expect(allowed.safeParse(one), JSON.stringify(one)).toMatchObject({ success: true });
  for (const one of messages) expect(one).toMatch(/^(Error [A-Z]+|Activity task failed|Workflow cancelled)$/);
  expect(stacks).toEqual([]);
  for (const [, identity] of text.matchAll(/"identity": "(.*)"/g)) expect(identity).toBe('recorder');
});
