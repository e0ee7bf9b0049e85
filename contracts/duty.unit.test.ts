import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dutyStanding } from '../application/duty-view.ts';
import type { DossierEvent } from '../domain/dossier/event.ts';
import { arbitraryFact, arbitraryMoment } from '../domain/dossier/testing/arbitrary-fact.ts';
import { computeDuties } from '../domain/duty/compute-duties.ts';
import { school, setting, teacher } from '../domain/testing/scenario.ts';
import { instant } from '../domain/time.ts';
import { national2025 } from '../procedures/national-2025/index.ts';
import { duty, dutyView } from './duty.ts';
import { basis } from './explanation.ts';

const everyRowOn = {
  ...setting,
  municipality: {
    ...setting.municipality,
    switchedOn: national2025.duties.map(({ id }) => id),
  },
};

const arbitraryEvents = fc
  .array(fc.tuple(arbitraryFact, arbitraryMoment, fc.boolean()), { maxLength: 12 })
  .map((facts) =>
    facts.map(
      ([{ type, data }, at, acute], index) =>
        ({
          id: `e${index}`,
          seq: index + 1,
          type,
          occurredAt: at,
          recordedAt: at,
          by: teacher,
          institution: school,
          acute,
          data,
        }) as unknown as DossierEvent,
    ),
  );

describe('duty', () => {
  it('is on the wire exactly what the core computes, of every row and any facts', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(arbitraryEvents, (events) => {
        for (const computed of computeDuties(national2025, events, everyRowOn)) {
          seen.add(computed.explanation.basis.kind);
          const sent: unknown = JSON.parse(JSON.stringify(computed));
          expect(duty.parse(sent)).toEqual(computed);
        }
      }),
      { numRuns: 150 },
    );
    expect(seen.size).toBeGreaterThan(3);
  });

  it('is shown with status, ball and words', () => {
    const sentOn = instant('2026-11-02T08:00:00.000Z');
    const event = {
      id: 'e1',
      seq: 1,
      type: 'referral.sent',
      occurredAt: sentOn,
      recordedAt: sentOn,
      by: teacher,
      institution: school,
      data: { referralId: 'r1', receiverId: 'social-service', kindCode: 'handover', channelCode: 'email' },
    } as const;
    const [first] = computeDuties(national2025, [event], setting);
    if (first === undefined) throw new Error('No duty arose');
    const standing = dutyStanding(
      { id: 'd1', caseNumber: '2026/1' },
      first,
      instant('2026-11-20T08:00:00.000Z'),
    );
    const words = { lv: 'sociālais dienests', en: 'social service' };
    const view = {
      ...standing,
      learner: { firstName: 'Anna', initial: 'B', className: '7.a' },
      owedBy: { party: 'institution', words, institutionName: null, personName: null },
      owedTo: [],
      dueWords: { lv: 'rīt', en: 'tomorrow' },
      plannedOn: null,
      undecided: null,
      takenBy: null,
    };
    expect(dutyView.parse(JSON.parse(JSON.stringify(view)))).toEqual(view);
    expect(dutyView.safeParse({ ...view, learnerName: 'x' }).success).toBe(false);
  });
});

describe('basis', () => {
  it('nests: the rule that held in place of another, and the earliest of several', () => {
    const sameDay = { kind: 'sameDay', due: '2026-11-20' };
    const nested = {
      kind: 'earliestOf',
      chosen: { kind: 'otherwise', field: 'dueOn', instead: sameDay, due: '2026-11-20' },
      others: ['2026-12-01'],
      due: '2026-11-20',
    };
    expect(basis.parse(nested)).toEqual(nested);
    expect(basis.safeParse({ ...nested, chosen: { kind: 'guessed', due: '2026-11-20' } }).success).toBe(
      false,
    );
  });
});
