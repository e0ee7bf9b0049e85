import type { FactToAsk } from './record-fact.tsx';

/** The longest part of an address that the API takes, in characters. */
const longest = 200;

/** Under which name a form keeps its draft. Accepting is no declining: what is known of the fact is a part of it. */
export function draftNameOf({
  dossierId,
  type,
  known = {},
  corrects,
}: Pick<FactToAsk, 'dossierId' | 'type' | 'known' | 'corrects'>): string {
  const told = Object.values(known).filter((value) => typeof value === 'string');
  return ['fact', dossierId, type, ...(corrects === undefined ? [] : [corrects.event.id]), ...told]
    .join(':')
    .replaceAll(/[^A-Za-z0-9.:_-]/g, '_')
    .slice(0, longest);
}
