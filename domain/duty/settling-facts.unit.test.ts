import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { national2025 } from '../../procedures/national-2025/index.ts';
import type { DossierEvent } from '../dossier/event.ts';
import type { Field, Fields } from '../dossier/event-field.ts';
import { arbitraryFact, arbitraryMoment } from '../dossier/testing/arbitrary-fact.ts';
import { eventVocabulary } from '../dossier/vocabulary/index.ts';
import type { Condition, FactPattern, Fulfilment } from '../procedure/duty-definition.ts';
import { asked } from '../testing/referral-story.ts';
import { school, setting, teacher } from '../testing/scenario.ts';
import { play } from '../testing/told-rows.ts';
import { instant } from '../time.ts';
import { computeDuties } from './compute-duties.ts';
import type { Duty, SettlingFact } from './duty.ts';

const { duty } = play(national2025);

const everyRowOn = {
  ...setting,
  municipality: { ...setting.municipality, switchedOn: national2025.duties.map(({ id }) => id) },
};
const definitions = new Map(national2025.duties.map((one) => [one.id, one]));

describe('what would settle a duty', () => {
  it('reply: the answer of the referral that was received, sent or reported (K 4.3)', () => {
    expect(duty('reply', asked).settledBy).toEqual([
      { type: 'reply.sent', data: { referralId: 'r1' } },
      { type: 'reply.reported', data: { referralId: 'r1' } },
    ]);
  });

  it('one of the facts named, with what is known of it filled in, settles: every row, any history', () => {
    const tried = new Set<string>();
    const histories = fc.array(fc.tuple(arbitraryFact, arbitraryMoment), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(histories, (facts) => {
        const events = facts.map(([one, at], index) => recorded(one, `e${index}`, at, index + 1));
        for (const open of computeDuties(national2025, events, everyRowOn)) {
          const first = open.settledBy?.[0];
          const definition = definitions.get(open.kind);
          if (open.settled !== null || first === undefined || definition === undefined) continue;
          const variants = (definition.variants ?? []).map(
            ({ settledBy }) => settledBy ?? definition.settledBy,
          );
          if (![definition.settledBy, ...variants].every(isPlain)) continue;
          tried.add(open.kind);
          const later = recorded(completed(first), 'later', instant('2031-01-01T10:00:00.000Z'), 99, open);
          const after = computeDuties(national2025, [...events, later], everyRowOn);
          const then = after.find(({ key }) => key === open.key);
          expect([open.kind, then?.settled?.how ?? 'open']).not.toEqual([open.kind, 'open']);
        }
      }),
      { numRuns: 300 },
    );
    expect(tried.size).toBeGreaterThan(30);
  });
});

/** One fact is enough, and nothing is asked of it that only its recorder can know. */
function isPlain(fulfilment: Fulfilment): boolean {
  if ('anyOf' in fulfilment) return fulfilment.anyOf.every(isPlain);
  return (
    'by' in fulfilment &&
    !('perElement' in fulfilment) &&
    !('reaching' in fulfilment) &&
    isKnown(fulfilment.by)
  );
}

const isKnown = ({ where = [] }: FactPattern) =>
  where.every(
    (condition: Condition) => 'field' in condition && ('is' in condition || 'includes' in condition),
  );

/** With a value in every field that must not be left out. */
function completed({ type, data }: SettlingFact): { readonly type: string; readonly data: object } {
  const fields: Fields = eventVocabulary[type].fields;
  const missing = Object.entries(fields).filter(
    ([name, { optional }]) => optional !== true && !(name in data),
  );
  return {
    type,
    data: { ...Object.fromEntries(missing.map(([name, one]) => [name, anyValue(one)])), ...data },
  };
}

function anyValue(field: Field): unknown {
  switch (field.kind) {
    case 'code':
      return field.codes[0];
    case 'codes':
      return [field.codes[0]];
    case 'day':
      return '2031-01-01';
    case 'moment':
      return '2031-01-01T10:00:00.000Z';
    case 'flag':
      return true;
    case 'count':
      return 1;
    case 'id':
    case 'label':
    case 'dutyRef':
      return 'some-id';
    case 'ids':
    case 'labels':
    case 'dutyRefs':
      return ['some-id'];
  }
}

function recorded(
  { type, data }: { readonly type: string; readonly data: object },
  id: string,
  at: ReturnType<typeof instant>,
  seq: number,
  settles?: Duty,
): DossierEvent {
  return {
    id,
    seq,
    type,
    occurredAt: at,
    recordedAt: at,
    by: teacher,
    institution: school,
    ...(settles === undefined ? {} : { settles: [settles.key] }),
    data,
  } as unknown as DossierEvent;
}
