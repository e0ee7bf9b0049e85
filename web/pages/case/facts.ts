/** The facts of a case as its page needs them. Pure. */
import type { FactField, FactType, FactVocabulary, RecordedFact } from '../../requests/dossiers.ts';

export type TypesByName = ReadonlyMap<string, FactType>;

export function typesByName({ groups }: FactVocabulary): TypesByName {
  return new Map(groups.flatMap(({ types }) => types.map((type) => [type.type as string, type] as const)));
}

/** A value of a fact's data by the name of its field. */
export function valueIn({ event }: RecordedFact, name: string): unknown {
  return ({ ...event.data } as Readonly<Record<string, unknown>>)[name];
}

/** Which facts were withdrawn, by which fact; a withdrawal that was withdrawn itself does not count. */
export function withdrawals(facts: readonly RecordedFact[]): ReadonlyMap<string, RecordedFact> {
  const found = new Map<string, RecordedFact>();
  // A withdrawal is always entered after what it withdraws: from the last one back, each is settled when it is met.
  for (const fact of facts.toReversed()) {
    if (fact.event.type !== 'fact.withdrawn' || found.has(fact.event.id)) continue;
    found.set(fact.event.data.eventId, fact);
  }
  return found;
}

/** Facts that hold. */
export function holding(facts: readonly RecordedFact[]): readonly RecordedFact[] {
  const gone = withdrawals(facts);
  return facts.filter(({ event }) => event.type !== 'fact.withdrawn' && !gone.has(event.id));
}

/** The real day or moment of a fact: of the field that it is dated by, else when it was said to happen. */
export function happenedAt(fact: RecordedFact, type: FactType | undefined): string {
  const dated = type?.dated === undefined ? undefined : valueIn(fact, type.dated);
  return typeof dated === 'string' ? dated : fact.event.occurredAt;
}

/** How values of data are said; null where there is nothing for a person to read. */
export type Sayings = {
  readonly text: (words: { readonly lv: string; readonly en: string }) => string;
  readonly day: (day: string) => string;
  readonly moment: (moment: string) => string;
  readonly flag: (value: boolean) => string;
  /** Of a person, an institution, a contact. */
  readonly name: (id: string) => string | null;
  readonly duty: (key: string) => string | null;
};

/** What a fact carries, line by line: the field in words and its value. The field it is dated by is left out. */
export function linesOf(
  fact: RecordedFact,
  type: FactType | undefined,
  say: Sayings,
): readonly { readonly label: string; readonly text: string }[] {
  return (type?.fields ?? []).flatMap((field) => {
    if (field.name === type?.dated) return [];
    const value = valueIn(fact, field.name);
    if (value === undefined) return [];
    const all: readonly unknown[] = Array.isArray(value) ? value : [value];
    const texts = all.flatMap((one) => saidOf(field, one, say) ?? []);
    return texts.length === 0 ? [] : [{ label: say.text(field.label), text: texts.join(', ') }];
  });
}

function saidOf(field: FactField, value: unknown, say: Sayings): string | null {
  const text = String(value);
  switch (field.kind) {
    case 'code':
    case 'codes':
    case 'label':
    case 'labels': {
      const known = [...(field.codes ?? []), ...(field.suggestions ?? [])].find(({ code }) => code === text);
      return known === undefined ? text : say.text(known.label);
    }
    case 'day':
      return say.day(text);
    case 'moment':
      return say.moment(text);
    case 'flag':
      return say.flag(value === true);
    case 'count':
      return text;
    case 'dutyRef':
    case 'dutyRefs':
      return say.duty(text);
    case 'id':
    case 'ids':
      return say.name(text);
  }
}
