/** The vocabulary of facts with its words: what a form needs to record a fact, and a list to show one. */
import { z } from 'zod';
import { recordingActs } from '../domain/access/act-of-fact.ts';
import { eventTypes } from './event.ts';
import { answerList, bilingual } from './values.ts';

const factType = z.enum(eventTypes).describe('A type of facts, as facts carry it.');

const codeWords = z
  .strictObject({ code: z.string().describe('What is stored and sent.'), label: bilingual })
  .meta({ id: 'CodeWords' });

const whose = z
  .enum([
    'person',
    'parent',
    'institution',
    'learner',
    'dossier',
    'referral',
    'plan',
    'meeting',
    'event',
    'new',
    'plain',
  ])
  .describe(
    'What an id names: a member of staff, a contact of the learner, an institution, a learner, a dossier; a referral, plan or meeting of an earlier fact; an earlier fact itself; `new`: the client makes a fresh one, unless the dossier has a fact of `from`; `plain`: anything else.',
  );

const origin = z
  .strictObject({
    type: factType,
    field: z.string().exactOptional().describe('Where it stands in that fact; absent: the fact’s own id.'),
  })
  .meta({ id: 'IdOrigin' });

const factField = z
  .strictObject({
    name: z.string(),
    kind: z.enum([
      'id',
      'ids',
      'day',
      'moment',
      'flag',
      'count',
      'label',
      'labels',
      'dutyRef',
      'dutyRefs',
      'code',
      'codes',
    ]),
    optional: z.boolean(),
    label: bilingual,
    codes: answerList(codeWords).exactOptional().describe('Of `code` and `codes`: the whole list.'),
    whose: whose.exactOptional().describe('Of `id` and `ids`.'),
    from: answerList(origin).exactOptional().describe('Facts of the same dossier that offer the id.'),
    suggestions: answerList(codeWords)
      .exactOptional()
      .describe('Of `label` and `labels`: codes often used; the list is open.'),
  })
  .meta({ id: 'FactField' });

const factTypeView = z
  .strictObject({
    type: factType,
    title: bilingual.describe('What happened, for the history.'),
    act: bilingual.describe('What one does, for a button.'),
    ordinary: z.boolean().describe('Often recorded by hand.'),
    byHand: z.boolean().describe('False where only the product itself records it.'),
    right: z
      .enum(recordingActs)
      .describe(
        'What one does by recording it, as `acts` of a dossier name it. Whoever owes a duty may record what settles it without.',
      ),
    dated: z.string().exactOptional().describe('The field that holds the real day or moment of the fact.'),
    fields: answerList(factField),
  })
  .meta({ id: 'FactType' });

const factGroup = z
  .strictObject({
    id: z.string(),
    title: bilingual,
    types: answerList(factTypeView).describe('The ordinary ones first.'),
  })
  .meta({ id: 'FactGroup' });

export const factVocabulary = z
  .strictObject({
    ordinary: answerList(factType).describe('The ordinary types, in the order of their use.'),
    groups: answerList(factGroup),
  })
  .meta({ id: 'FactVocabulary' });

export type FactVocabulary = z.output<typeof factVocabulary>;
