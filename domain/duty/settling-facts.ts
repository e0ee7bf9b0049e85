/** Which facts would settle a duty, with what is known of them already: the one button beside it. */
import { type EventType, fieldOf } from '../dossier/event.ts';
import type { Fields } from '../dossier/event-field.ts';
import { eventVocabulary } from '../dossier/vocabulary/index.ts';
import type { Correlation, FactPattern, Fulfilment } from '../procedure/duty-definition.ts';
import type { SettlingFact } from './duty.ts';
import type { Start } from './match.ts';

/**
 * In the order of the definition, each once. Where one fact for each of several is wanted, the first of them stands in
 * the data; the person chooses another where that one has been.
 */
export function settlingFacts(fulfilment: Fulfilment, start: Start): readonly SettlingFact[] {
  const found = gather(fulfilment, start);
  const seen = new Set<string>();
  return found.filter((one) => {
    const key = JSON.stringify(one);
    return !seen.has(key) && seen.add(key);
  });
}

function gather(fulfilment: Fulfilment, start: Start): readonly SettlingFact[] {
  if ('allOf' in fulfilment) return fulfilment.allOf.flatMap((one) => gather(one, start));
  if ('anyOf' in fulfilment) return fulfilment.anyOf.flatMap((one) => gather(one, start));
  if ('reaching' in fulfilment) return [{ type: fulfilment.by.fact, data: {} }];
  const { by, match = [] } = fulfilment;
  // The start lacks what the fact would have to name: no fact can settle it this way.
  if (match.some(({ equals }) => valueOf(equals, start) === undefined)) return [];
  if ('perElement' in fulfilment) {
    const [element] = listOf(fieldOf(start.fact.event, fulfilment.perElement));
    const data = { ...dataOf(by, match, start), ...valued(by.fact, fulfilment.elementField, element) };
    return [{ type: by.fact, data }];
  }
  const { part } = fulfilment;
  return [{ type: by.fact, data: dataOf(by, match, start), ...(part === undefined ? {} : { part }) }];
}

/** What the pattern asks for outright, and what ties the fact to the start. */
function dataOf(by: FactPattern, match: readonly Correlation[], start: Start): SettlingFact['data'] {
  const asked = (by.where ?? []).map((condition): SettlingFact['data'] => {
    if (!('field' in condition)) return {};
    if ('is' in condition) return { [condition.field]: condition.is };
    return 'includes' in condition ? { [condition.field]: [condition.includes] } : {};
  });
  const tied = match.map(({ field, equals }) => valued(by.fact, field, valueOf(equals, start)));
  return Object.assign({}, ...asked, ...tied) as SettlingFact['data'];
}

function valueOf(equals: Correlation['equals'], start: Start): unknown {
  if (equals === 'factId') return start.fact.event.id;
  return equals === 'element' ? start.element : fieldOf(start.fact.event, equals.field);
}

/** The value in the form of the fact's field: a single id where it holds one, a list where it holds several. */
function valued(type: EventType, field: string, value: unknown): SettlingFact['data'] {
  if (value === undefined || value === null) return {};
  const fields: Fields = eventVocabulary[type].fields;
  const several = fields[field]?.kind.endsWith('s') === true;
  return { [field]: (several && !Array.isArray(value) ? [value] : value) as SettlingFact['data'][string] };
}

function listOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
}
