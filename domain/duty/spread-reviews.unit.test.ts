import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeCalendar } from '../calendar/index.ts';
import { addDays, atTime, calendarDay } from '../time.ts';
import { daysAtWork, isReview, type ReviewToPlan, reviewsADay, spreadReviews } from './spread-reviews.ts';

const calendar = makeCalendar();
const today = calendarDay('2026-12-07');
const last = addDays(today, 34);
const days = daysAtWork(calendar, [], today, last);

const review = (key: string, dueDay: string, plannedOn: string | null = null): ReviewToPlan => ({
  key,
  dueDay: calendarDay(dueDay),
  plannedOn: plannedOn === null ? null : calendarDay(plannedOn),
});

const anyReviews = fc
  .array(fc.tuple(fc.integer({ min: -5, max: 34 }), fc.boolean(), fc.nat(days.length - 1)), { maxLength: 60 })
  .map((list) =>
    list.map(([ahead, chosen, at], index) =>
      review(`case-${index}`, addDays(today, ahead), chosen ? (days[at] ?? null) : null),
    ),
  );

describe('the week planner (R 26)', () => {
  it('forty reviews due on one day are spread over the twenty working days before it', () => {
    const forty = Array.from({ length: 40 }, (_, index) => review(`case-${index}`, '2027-01-08'));
    const proposed = [...spreadReviews(forty, days, today).values()];
    const counts = [...Map.groupBy(proposed, (day) => day).values()].map((group) => group.length);
    expect(Math.max(...counts)).toBe(reviewsADay);
    expect(counts).toHaveLength(20);
  });

  it('never after the due day, never on a day off, and everything gets a day while there is one', () => {
    fc.assert(
      fc.property(anyReviews, (reviews) => {
        const proposed = spreadReviews(reviews, days, today);
        for (const { key, dueDay, plannedOn } of reviews) {
          if (plannedOn !== null) {
            expect(proposed.has(key)).toBe(false);
            continue;
          }
          const day = proposed.get(key) ?? null;
          if (day === null) expect(days.some((one) => one <= dueDay)).toBe(false);
          else {
            expect(days).toContain(day);
            if (dueDay >= today) expect(day <= dueDay).toBe(true);
          }
        }
      }),
    );
  });

  it('keeps holidays and leave out: the day goes before them, or there is none', () => {
    const away = [
      { from: atTime(calendarDay('2026-12-14'), 0, 0), until: atTime(calendarDay('2026-12-21'), 0, 0) },
    ];
    const working = daysAtWork(calendar, away, today, last);
    expect(working).not.toContain('2026-12-16');
    expect(working).not.toContain('2026-12-24');
    expect(working).toContain('2026-12-21');
    expect(spreadReviews([review('a', '2026-12-18')], working, today).get('a')).toBe('2026-12-11');
    const later = daysAtWork(calendar, [{ from: atTime(today, 0, 0), until: null }], today, last);
    expect(spreadReviews([review('a', '2026-12-18')], later, today).get('a')).toBeNull();
  });

  it('the same tomorrow as today, and after a proposal is accepted', () => {
    fc.assert(
      fc.property(anyReviews, (reviews) => {
        const later = reviews.filter(({ dueDay }) => dueDay > addDays(today, 20));
        const fresh = later.slice(0, 20).map((one) => ({ ...one, plannedOn: null }));
        const proposed = spreadReviews(fresh, days, today);
        expect(spreadReviews(fresh, days.slice(1), addDays(today, 1))).toEqual(
          new Map([...proposed].map(([key, day]) => [key, day === today ? expect.anything() : day])),
        );
        const accepted = fresh.map((one, index) =>
          index % 2 === 0 ? { ...one, plannedOn: proposed.get(one.key) ?? null } : one,
        );
        for (const [key, day] of spreadReviews(accepted, days, today)) expect(day).toBe(proposed.get(key));
      }),
    );
  });

  it('what is overdue comes at once', () => {
    expect(spreadReviews([review('a', '2026-12-01')], days, today).get('a')).toBe(today);
  });

  it('spreads what a review settles, and nothing else', () => {
    const due = { at: atTime(today, 0, 0), day: today };
    expect(isReview({ due, settledBy: [{ type: 'review.held', data: {} }] })).toBe(true);
    expect(isReview({ due, settledBy: [{ type: 'talk.held', data: {} }] })).toBe(false);
    expect(isReview({ due: null, settledBy: [{ type: 'review.held', data: {} }] })).toBe(false);
  });
});
