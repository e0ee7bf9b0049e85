/** Drafts on the wire: what was typed and not yet sent. */
import { z } from 'zod';
import { answerList, id, instant, longestAddressPart } from './values.ts';

/** Longest draft, in characters: a text of a fact with its form around it. */
const longestDraft = 40_000;

export const draftForm = z
  .string({ error: 'notALabel' })
  .regex(/^[A-Za-z0-9.:_-]+$/, { error: 'notALabel' })
  .max(longestAddressPart, { error: 'tooLong' })
  .meta({ id: 'DraftForm', description: 'Which form it belongs to; codes and ids only, never words.' });

const content = z
  .string({ error: 'notText' })
  .min(1, { error: 'emptyText' })
  .max(longestDraft, { error: 'tooLong' })
  .describe('In the client’s own form. Stored encrypted, for the person alone, for a month.');

export const draftToKeep = z
  .strictObject({ content, dossierId: id.exactOptional().describe('About which dossier; it goes with it.') })
  .meta({ id: 'DraftToKeep' });

export const draftKept = z.strictObject({ updatedAt: instant }).meta({ id: 'DraftKept' });

export const draftAnswer = z
  .strictObject({
    draft: z.strictObject({ content: z.string(), updatedAt: instant }).nullable(),
  })
  .meta({ id: 'Draft', description: 'Null where nothing is kept for the form.' });
export type DraftAnswer = z.infer<typeof draftAnswer>;

export const writersAnswer = z
  .strictObject({ writers: answerList(z.strictObject({ displayName: z.string() })) })
  .meta({
    id: 'Writers',
    description: 'Colleagues who changed a draft about the dossier within five minutes.',
  });
export type WritersAnswer = z.infer<typeof writersAnswer>;
