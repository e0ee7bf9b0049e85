/** A story calls things by names; the product wants UUIDs, and gives facts ids of its own. */
import { createHash } from 'node:crypto';
import type { FactToRecord } from '../../application/application.ts';
import type { ResolvedFact } from '../../contracts/resolve-story.ts';
import { shapeOf } from '../../domain/dossier/event.ts';
import type { FieldKind } from '../../domain/dossier/event-field.ts';

/** Namespace of the ids; any fixed UUID does. */
const namespace = Buffer.from('0d5ce3a16f5b4c7c9b1f5d2c8a4e7b60', 'hex');

/** The UUID of a name (RFC 9562, version 5): the same name always gives the same id. */
export function storyId(name: string): string {
  const hash = createHash('sha1').update(namespace).update(name, 'utf8').digest();
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  const hex = hash.toString('hex', 0, 16);
  const cuts = [0, 8, 12, 16, 20, 32] as const;
  return cuts
    .slice(1)
    .map((end, index) => hex.slice(cuts[index], end))
    .join('-');
}

/** Ids of the facts recorded so far by the `ref` that the story gives them, and of those that followed at once. */
export type RecordedIds = Map<string, string>;

/** Remembers what a write made of a fact; the product may have let another one follow (`<ref>-followed`). */
export function rememberFact(recorded: RecordedIds, ref: string, eventIds: readonly string[]): void {
  const [own, followed] = eventIds;
  if (own !== undefined) recorded.set(ref, own);
  if (followed !== undefined) recorded.set(`${ref}-followed`, followed);
}

/** The fact as the product takes it: names of earlier facts become their ids, all other names UUIDs of their own. */
export function factToRecord({ fact }: ResolvedFact, recorded: RecordedIds): FactToRecord {
  const idOf = (name: string) => recorded.get(name) ?? storyId(name);
  const keyOf = (dutyRef: string) => dutyKey(dutyRef, idOf);
  const { fields } = shapeOf(fact.type);
  const data = Object.fromEntries(
    Object.entries(fact.data).map(([name, value]) => [name, translated(value, fields[name]?.kind)]),
  );
  return {
    ...fact,
    data,
    ...(fact.settles === undefined ? {} : { settles: fact.settles.map(keyOf) }),
  };

  function translated(value: unknown, kind: FieldKind | undefined): unknown {
    const names = (translate: (text: string) => string): unknown =>
      Array.isArray(value)
        ? value.map((one) => (typeof one === 'string' ? translate(one) : one))
        : typeof value === 'string'
          ? translate(value)
          : value;
    if (kind === 'id' || kind === 'ids') return names(idOf);
    if (kind === 'dutyRef' || kind === 'dutyRefs') return names(keyOf);
    return value;
  }
}

/** `reply:letter` names the letter; `report-danger@S` is a row of the duties page and stays. */
function dutyKey(dutyRef: string, idOf: (name: string) => string): string {
  const colon = dutyRef.indexOf(':');
  return colon < 0 ? dutyRef : `${dutyRef.slice(0, colon + 1)}${idOf(dutyRef.slice(colon + 1))}`;
}
