/** Ids from outside must be UUIDs, as all of ours are; the core takes any opaque id and does not say. */
import { shapeOf } from '../../domain/dossier/event.ts';
import type { ApplicationRefusal, FactToRecord } from '../application.ts';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export function isUuid(text: string): boolean {
  return uuid.test(text);
}

/** The first id in the facts' data that can be none of ours. */
export function foreignId(facts: readonly FactToRecord[]): ApplicationRefusal | null {
  for (const [index, fact] of facts.entries()) {
    const { fields } = shapeOf(fact.type);
    for (const [name, value] of Object.entries(fact.data)) {
      const kind = fields[name]?.kind;
      const ids = kind === 'id' ? [value] : kind === 'ids' && Array.isArray(value) ? value : [];
      if (ids.some((id) => typeof id !== 'string' || !isUuid(id))) {
        return {
          refused: 'factInvalid',
          path: `facts[${index}].data.${name}`,
          detail: { problem: 'notAnId' },
        };
      }
    }
  }
  return null;
}
