/**
 * Bodies of facts to begin with, one for each type: the union is so wide that bodies drawn at random are hardly ever
 * taken. Half of the drawn ones are these, with known ids.
 */
import { eventTypes } from '../../contracts/event.ts';
import type { EventType } from '../../domain/dossier/event.ts';
import type { Field, Fields } from '../../domain/dossier/event-field.ts';
import { eventVocabulary } from '../../domain/dossier/vocabulary/index.ts';
import { addDays, addMinutes, dayOf, type Instant } from '../../domain/time.ts';
import { fixedId } from './fixed-id.ts';
import { dictionaryOfField, type KnownIds } from './known-ids.ts';

/** By operation. */
export type StartingPoints = Readonly<Record<'recordFacts' | 'openDossier' | 'whatIf', readonly object[]>>;

export function startingPoints(known: KnownIds, now: Instant): StartingPoints {
  const facts = eventTypes.map((type, nth) => ({ type, data: dataOf(type, known, now, nth) }));
  const one = (values: readonly string[], nth: number) => values[nth % values.length];
  return {
    recordFacts: facts.map((fact) => ({ facts: [fact] })),
    openDossier: facts.map((fact, nth) => ({
      kind: nth % 2 === 0 ? 'concern' : 'case',
      schoolId: known.institutions[0],
      procedureId: 'national-2025',
      learnerId: one(known.learners, nth),
      facts: [fact],
    })),
    whatIf: facts.map((fact, nth) => ({
      procedureId: 'national-2025',
      dossierId: one(known.dossiers, nth),
      facts: [fact],
    })),
  };
}

/** Every field filled, so that each is read. */
function dataOf(type: EventType, known: KnownIds, now: Instant, nth: number): object {
  const fields: Fields = eventVocabulary[type].fields;
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, valueOf(name, field, known, now, nth)]),
  );
}

function valueOf(name: string, field: Field, known: KnownIds, now: Instant, nth: number): unknown {
  const one = (values: readonly string[]) => values[nth % values.length] ?? '';
  const dictionary = dictionaryOfField(name);
  const id = () => (dictionary === null ? fixedId(`${name} ${nth}`) : one(known[dictionary]));
  switch (field.kind) {
    case 'id':
      return id();
    case 'ids':
      return [id()];
    case 'dutyRef':
      return one(known.dutyKeys);
    case 'dutyRefs':
      return [one(known.dutyKeys)];
    case 'code':
      return one(field.codes);
    case 'codes':
      return [one(field.codes)];
    case 'label':
      return 'A-1';
    case 'labels':
      return ['A-1'];
    case 'flag':
      return nth % 2 === 0;
    case 'count':
      return nth % 25;
    case 'day':
      return addDays(dayOf(now), /(until|due|next|by)/i.test(name) ? 14 : -1);
    case 'moment':
      return addMinutes(now, /(until|starts|due|next)/i.test(name) ? 1_440 : -60);
  }
}
