import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type BarToPlace,
  type PlacedTimeline,
  placeTimeline,
  plusDays,
  type TimelineToPlace,
} from './layout.ts';

const nothing: TimelineToPlace = {
  today: '2026-11-20',
  firstRow: 'Skola',
  bars: [],
  dots: [],
  arrows: [],
  free: [],
  width: 1000,
};

const reply: BarToPlace = {
  key: 'reply',
  row: 'Dienests',
  start: '2026-11-02',
  dues: ['2026-11-16'],
  late: true,
  turns: [],
  word: 'Atbilde',
};

function perDay({ ticks, rows }: PlacedTimeline): number {
  const months = ticks.filter(({ month }) => month);
  expect(rows.length).toBeGreaterThan(0);
  const [one, other] = months;
  if (one === undefined || other === undefined) throw new Error('No two months');
  return (other.x - one.x) / ((Date.parse(other.day) - Date.parse(one.day)) / 86_400_000);
}

describe('the timeline (design, “The case timeline”)', () => {
  it('is to scale: a day is as wide everywhere, and a bar as long as its days', () => {
    const placed = placeTimeline({
      ...nothing,
      bars: [{ ...reply, start: '2026-09-15', dues: ['2026-10-14'], late: false }],
    });
    const [bar] = placed.bars;
    expect(bar?.pieces[0]?.width).toBeCloseTo(30 * perDay(placed), 5);
  });

  it('what is late goes on from the due day until today', () => {
    const [bar] = placeTimeline({ ...nothing, bars: [reply] }).bars;
    const [piece] = bar?.pieces ?? [];
    if (piece === undefined || bar === undefined || bar.late === null) throw new Error('Not late');
    expect(bar.late.x).toBeCloseTo(piece.x + piece.width, 5);
    expect(bar.late.x + bar.late.width).toBeCloseTo(placeTimeline({ ...nothing, bars: [reply] }).todayX, 5);
    const quiet = placeTimeline({ ...nothing, bars: [{ ...reply, late: false }] }).bars[0];
    expect(quiet?.late).toBeNull();
  });

  it('a postponement is a step: the next piece begins where the last one ends, and lower', () => {
    const [bar] = placeTimeline({
      ...nothing,
      bars: [{ ...reply, dues: ['2026-11-16', '2026-11-24', '2026-12-01'], late: false }],
    }).bars;
    const pieces = bar?.pieces ?? [];
    expect(pieces).toHaveLength(3);
    pieces.slice(1).forEach((piece, index) => {
      const before = pieces[index];
      if (before === undefined) throw new Error('No piece before');
      expect(piece.x).toBeCloseTo(before.x + before.width, 5);
      expect(piece.y).toBeGreaterThan(before.y);
    });
  });

  it('rows: who is asked first, then whoever appears; an arrow goes from row to row', () => {
    const placed = placeTimeline({
      ...nothing,
      bars: [reply],
      dots: [{ key: 'sent', row: 'Skola', day: '2026-11-02', word: 'Nosūtīts' }],
      arrows: [{ key: 'up', from: 'Dienests', to: 'Pārvalde', day: '2026-11-18' }],
    });
    expect(placed.rows.map(({ name }) => name)).toEqual(['Skola', 'Dienests', 'Pārvalde']);
    const [arrow] = placed.arrows;
    expect((arrow?.y2 ?? 0) - (arrow?.y1 ?? 0)).toBeGreaterThan(0);
  });

  it('free days that follow each other are one shade', () => {
    const placed = placeTimeline({
      ...nothing,
      dots: [{ key: 'a', row: 'Skola', day: '2026-11-10', word: 'A' }],
      free: ['2026-11-18', '2026-11-14', '2026-11-15', '2025-01-01'],
    });
    expect(placed.shades).toHaveLength(2);
  });

  it('words of one row never lie upon each other, and everything is inside', () => {
    const day = fc.integer({ min: 0, max: 90 }).map((days) => plusDays('2026-09-01', days));
    const dot = fc.record({ day, word: fc.string({ minLength: 1, maxLength: 24 }) });
    fc.assert(
      fc.property(fc.array(dot, { maxLength: 40 }), (dots) => {
        const placed = placeTimeline({
          ...nothing,
          dots: dots.map((one, index) => ({ ...one, key: String(index), row: 'Skola' })),
        });
        const said = placed.dots.filter(({ word }) => word !== null);
        for (const one of said) {
          for (const other of said) {
            if (one === other || one.y !== other.y || one.x > other.x) continue;
            expect(one.x + (one.word?.length ?? 0) * 6).toBeLessThanOrEqual(other.x);
          }
        }
        for (const { x, y } of placed.dots) {
          expect(x).toBeGreaterThan(0);
          expect(x).toBeLessThanOrEqual(placed.width);
          expect(y).toBeLessThanOrEqual(placed.height);
        }
      }),
    );
  });
});
