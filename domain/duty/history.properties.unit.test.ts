import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { national2025 } from '../../procedures/national-2025/index.ts';
import { accessRows } from '../access/access-rows.ts';
import { nextWorkingMoment, plusOneWorkingDay } from '../calendar/index.ts';
import { checkFact } from '../dossier/check-fact.ts';
import { decide, type FactInput } from '../dossier/decide.ts';
import type { DossierEvent } from '../dossier/event.ts';
import { afterAll, histories, plainFact, plainFacts, settings, staff } from '../testing/history.ts';
import { addDays, addMinutes, dayOf, daysBetween, endOfDay, maxOf } from '../time.ts';
import { ballAt } from './ball.ts';
import { computeDossier, computeDuties } from './compute-duties.ts';
import type { Duty, Step } from './duty.ts';
import { institutionIdOf } from './parties.ts';
import { planNotices } from './plan-notices.ts';
import { recipientsOf } from './recipients.ts';
import { calendarFor, type DossierSetting } from './setting.ts';
import { daysLate, isRecordedLater, statusAt } from './status.ts';
import { type StepContext, stepsOf } from './steps.ts';

type History = { readonly setting: DossierSetting; readonly events: readonly DossierEvent[] };

const anyHistory: fc.Arbitrary<History> = settings(national2025).chain((setting) =>
  histories(national2025, setting).map((events) => ({ setting, events })),
);

const contextOf = (setting: DossierSetting): StepContext => ({
  setting,
  escalation: national2025.escalation,
  manager: {
    party: 'person',
    role: 'caseManager',
    institutionId: setting.homeInstitutionId,
    personId: setting.classTeacherId,
  },
});

const dutiesOf = ({ events, setting }: History) => computeDuties(national2025, events, setting);

const lateNames: ReadonlySet<string> = new Set(['late', 'head', 'waitingSide', 'propose', 'plannedPassed']);

const byKey = (duties: readonly Duty[]) => new Map(duties.map((duty) => [duty.key, duty]));

/** What was known at each moment of recording, in order. */
function asItGrew(events: readonly DossierEvent[]): readonly (readonly DossierEvent[])[] {
  const moments = [...new Set(events.map(({ recordedAt }) => recordedAt))].sort();
  return moments.map((until) => events.filter(({ recordedAt }) => recordedAt <= until));
}

describe('any history of facts', () => {
  it('the generator makes well-formed facts only', () => {
    fc.assert(
      fc.property(anyHistory, ({ events }) => {
        for (const { type, data } of events) expect(checkFact(type, data)).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  it('gives the same duties in any order of entering (issue section 3)', () => {
    fc.assert(
      fc.property(
        anyHistory.chain((history) =>
          fc
            .shuffledSubarray([...history.events], { minLength: history.events.length })
            .map((shuffled) => ({ history, shuffled })),
        ),
        ({ history, shuffled }) => {
          const renumbered = shuffled.map((event, rank) => ({ ...event, seq: rank + 1 }));
          expect(dutiesOf({ ...history, events: renumbered })).toEqual(dutiesOf(history));
        },
      ),
      { numRuns: 150 },
    );
  });

  it('plain facts entered in another order differ in nothing but when they were known', () => {
    const ordered: ReadonlySet<string> = new Set([
      'reply.postponed',
      'submission.prolonged',
      'case.reopened',
    ]);
    fc.assert(
      fc.property(plainFacts(national2025), settings(national2025), (facts, setting) => {
        const events = facts.filter(({ type }) => !ordered.has(type));
        const last = events.reduce((latest, { recordedAt }) => maxOf(latest, recordedAt), afterAll);
        const reversed = events.map((event, rank) => ({ ...event, recordedAt: addMinutes(last, -rank) }));
        const timeless = (duty: Duty) => {
          const { knownAt: _, settled, ...rest } = duty;
          return { ...rest, settled: settled === null ? null : { ...settled, recordedAt: '' } };
        };
        expect(dutiesOf({ events: reversed, setting }).map(timeless)).toEqual(
          dutiesOf({ events, setting }).map(timeless),
        );
      }),
      { numRuns: 150 },
    );
  });

  it('no due moment lies before its trigger, and the due day is the day that ends then or holds it', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        for (const { due, startedAt, startedDay } of dutiesOf(history)) {
          if (due === null) continue;
          expect(due.at > startedAt).toBe(true);
          expect(due.day >= startedDay).toBe(true);
          expect(due.at <= endOfDay(due.day)).toBe(true);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('keys are unique, and a fact that is entered late takes none away', () => {
    const renaming: ReadonlySet<string> = new Set(['case.opened', 'referral.sent', 'case.reopened']);
    fc.assert(
      fc.property(anyHistory, plainFact(national2025, 'late-entry'), ({ events, setting }, added) => {
        fc.pre(!renaming.has(added.type));
        const before = dutiesOf({ events, setting }).map(({ key }) => key);
        const recorded = { ...added, recordedAt: afterAll };
        const after = new Set(dutiesOf({ events: [...events, recorded], setting }).map(({ key }) => key));
        expect(new Set(before).size).toBe(before.length);
        expect(before.filter((key) => !after.has(key))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('as facts are added no generation and no knownAt goes back, and what opens again is a new generation', () => {
    fc.assert(
      fc.property(anyHistory, ({ events, setting }) => {
        let before: ReadonlyMap<string, Duty> = new Map();
        for (const known of asItGrew(events)) {
          const after = byKey(dutiesOf({ events: known, setting }));
          for (const [key, duty] of after) {
            const earlier = before.get(key);
            if (earlier === undefined) continue;
            expect(duty.generation).toBeGreaterThanOrEqual(earlier.generation);
            expect(duty.knownAt >= earlier.knownAt).toBe(true);
            if (earlier.settled !== null && duty.settled === null) {
              expect(duty.generation).toBeGreaterThan(earlier.generation);
            }
          }
          before = after;
        }
      }),
      { numRuns: 100 },
    );
  });

  it('duties are JSON: written and read they are the same', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        const duties = dutiesOf(history);
        expect(JSON.parse(JSON.stringify(duties))).toStrictEqual(duties);
      }),
      { numRuns: 100 },
    );
  });

  it('days booked to both sides add up to the calendar days (R 12)', () => {
    fc.assert(
      fc.property(anyHistory, fc.nat(400), (history, after) => {
        for (const duty of dutiesOf(history)) {
          const at = endOfDay(addDays(duty.startedDay, after));
          const { owingDays, waitingDays } = ballAt(duty, at);
          const until = duty.settled === null || duty.settled.day > dayOf(at) ? dayOf(at) : duty.settled.day;
          expect(owingDays + waitingDays).toBe(Math.max(0, daysBetween(duty.startedDay, until)));
          expect(Math.min(owingDays, waitingDays)).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe('steps of any history', () => {
  it('nobody hears of lateness before one working day after the duty was known, danger excepted (R 11)', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        const context = contextOf(history.setting);
        for (const duty of dutiesOf(history)) {
          if (duty.danger) continue;
          const calendar = calendarFor(history.setting, institutionIdOf(duty.owedBy));
          const grace = plusOneWorkingDay(calendar, duty.knownAt);
          const steps = stepsOf(duty, context, afterAll).filter(({ name }) => lateNames.has(name));
          for (const step of steps) expect(step.at >= grace).toBe(true);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('no step comes before its duty was known', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        for (const duty of dutiesOf(history)) {
          for (const step of stepsOf(duty, contextOf(history.setting), afterAll)) {
            if (step.name !== 'settled') expect(step.at >= duty.knownAt).toBe(true);
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  it('name and number are unique within a generation', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        for (const duty of dutiesOf(history)) {
          const ids = stepsOf(duty, contextOf(history.setting), afterAll).map(
            ({ name, n }) => `${name} ${n}`,
          );
          expect(new Set(ids).size).toBe(ids.length);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('asking with a later horizon keeps every earlier step', () => {
    fc.assert(
      fc.property(anyHistory, fc.nat(300), (history, more) => {
        for (const duty of dutiesOf(history)) {
          const context = contextOf(history.setting);
          const horizon = endOfDay(duty.startedDay);
          const later = stepsOf(duty, context, endOfDay(addDays(duty.startedDay, more)));
          const find = (step: Step) => later.find(({ name, n }) => name === step.name && n === step.n);
          for (const step of stepsOf(duty, context, horizon)) expect(find(step)).toEqual(step);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('settled duties tell at most their outcome, imported ones nothing (R 15)', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        for (const duty of dutiesOf(history)) {
          const names = stepsOf(duty, contextOf(history.setting), afterAll).map(({ name }) => name);
          if (duty.takenOver) expect(names).toEqual([]);
          const outcome = ['settled', 'draftWithdrawn'];
          if (duty.settled !== null) expect(names.filter((name) => !outcome.includes(name))).toEqual([]);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('an excluded person is never told, and a first or late step reaches somebody (R 3, R 19)', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        const { duties, state } = computeDossier(national2025, history.events, history.setting);
        for (const duty of duties) {
          for (const step of stepsOf(duty, contextOf(history.setting), afterAll)) {
            const told = recipientsOf(step.tell, staff, state.excludedPersonIds).map(
              ({ personId }) => personId,
            );
            expect(told.filter((id) => state.excludedPersonIds.includes(id))).toEqual([]);
            if (step.name === 'late' || step.name === 'first') {
              expect({ kind: duty.kind, tell: step.tell, told }).not.toMatchObject({ told: [] });
            }
          }
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('fulfilment settles exactly its duty', () => {
  const naming = [
    ['referral.acknowledged', 'referralId'],
    ['reply.sent', 'referralId'],
    ['reply.reported', 'referralId'],
    ['evaluation.completed', 'referralId'],
    ['feedback.given', 'referralId'],
    ['consultation.held', 'consultationId'],
    ['complaint.assessed', 'complaintId'],
    ['group.actionDone', 'actionId'],
    ['submission.answered', 'submissionId'],
    ['danger.receiptConfirmed', 'reportId'],
    ['officialInfo.answered', 'requestId'],
  ] as const;

  it('a fact that names what it answers changes no other settlement', () => {
    fc.assert(
      fc.property(
        anyHistory,
        fc.constantFrom(...naming),
        fc.constantFrom('x1', 'x2', 'e1', 'e2', 'e3'),
        ({ events, setting }, [type, field], subject) => {
          const outcomes = {
            'referral.acknowledged': { outcomeCode: 'declined' },
            'evaluation.completed': { outcomeCode: 'notNeeded' },
            'complaint.assessed': { outcomeCode: 'closed' },
            'officialInfo.answered': { outcomeCode: 'answer' },
          }[type as string];
          const answer = {
            id: 'answer',
            seq: 99,
            type,
            occurredAt: afterAll,
            recordedAt: afterAll,
            by: 'p4',
            institution: 'social-service',
            data: { [field]: subject, ...outcomes },
          } as unknown as DossierEvent;
          const after = byKey(dutiesOf({ events: [...events, answer], setting }));
          for (const duty of dutiesOf({ events, setting })) {
            if (JSON.stringify(after.get(duty.key)?.settled) === JSON.stringify(duty.settled)) continue;
            const starts = events.filter(({ id }) => duty.startedBy.includes(id));
            const named = starts.some(
              ({ id, data }) => id === subject || (data as Record<string, unknown>)[field] === subject,
            );
            expect(named).toBe(true);
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('nothing in the core throws on any generated history', () => {
  it('duties, steps, status, ball, access, recipients, notices', () => {
    fc.assert(
      fc.property(anyHistory, fc.nat(600), (history, after) => {
        const { setting, events } = history;
        const computed = computeDossier(national2025, events, setting);
        accessRows({ ...computed, setting });
        for (const duty of computed.duties) {
          const at = endOfDay(addDays(duty.startedDay, after - 100));
          statusAt(duty, at);
          daysLate(duty, at);
          isRecordedLater(duty);
          ballAt(duty, at);
          const taken = stepsOf(duty, contextOf(setting), at).map((step) => ({
            dutyKey: duty.key,
            generation: duty.generation,
            step,
          }));
          const notices = planNotices(taken, {
            recipients: ({ tell }) => recipientsOf(tell, staff, computed.state.excludedPersonIds),
            hoursOf: () => ({ calendar: setting.calendar, hours: setting.workingHours }),
            now: at,
          });
          const working = (moment: typeof at) =>
            nextWorkingMoment(setting.calendar, setting.workingHours, moment);
          for (const { sendAt, urgency } of notices) {
            if (urgency === 'own' && sendAt !== null) expect(working(sendAt)).toBe(sendAt);
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it('decide takes or refuses each fact, numbers what it takes, and never refuses danger by a rule of order (R 5)', () => {
    fc.assert(
      fc.property(anyHistory, ({ events, setting }) => {
        let known: readonly DossierEvent[] = [];
        for (const event of [...events].sort((a, b) => (a.recordedAt < b.recordedAt ? -1 : 1))) {
          const { id, type, occurredAt, acute, data } = event;
          const input = {
            id,
            type,
            occurredAt,
            ...(acute === undefined ? {} : { acute }),
            data,
          } as FactInput;
          const command = {
            facts: [input],
            by: event.by,
            institution: event.institution,
            freshIds: [`f-${id}`],
          };
          const decision = decide(
            { procedure: national2025, setting, events: known },
            command,
            event.recordedAt,
          );
          if ('refused' in decision) {
            if (type.startsWith('danger.'))
              expect(['factInvalid', 'factInFuture']).toContain(decision.refused);
            continue;
          }
          expect(decision.events.map(({ seq }) => seq)).toEqual(
            decision.events.map((_, rank) => known.length + rank + 1),
          );
          known = [...known, ...decision.events];
        }
      }),
      { numRuns: 60 },
    );
  });
});
