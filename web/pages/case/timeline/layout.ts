/**
 * The timeline drawn to scale, in pixels: what stands where. Pure; words and colours are the component's
 * (design, “The case timeline”).
 */

/** Days as `2026-11-21`. */
type Day = string;

export type BarToPlace = {
  readonly key: string;
  readonly row: string;
  readonly start: Day;
  /** The first due day and each one it was put off to; none: without a term. */
  readonly dues: readonly Day[];
  /** The last due day has passed, and that may be said. */
  readonly late: boolean;
  /** Stretches in which the side that waits held the ball; the last day is not included. */
  readonly turns: readonly { readonly from: Day; readonly until: Day | null }[];
  readonly word: string;
};

export type DotToPlace = {
  readonly key: string;
  readonly row: string;
  readonly day: Day;
  readonly word: string;
};

export type ArrowToPlace = {
  readonly key: string;
  readonly from: string;
  readonly to: string;
  readonly day: Day;
};

export type TimelineToPlace = {
  readonly today: Day;
  /** The row that stands first. */
  readonly firstRow: string;
  readonly bars: readonly BarToPlace[];
  readonly dots: readonly DotToPlace[];
  readonly arrows: readonly ArrowToPlace[];
  /** Days that are not worked. */
  readonly free: readonly Day[];
  /** Pixels that there are; a long case takes more. */
  readonly width: number;
};

type Stretch = { readonly x: number; readonly width: number };

export type PlacedBar = {
  readonly key: string;
  readonly y: number;
  readonly word: string;
  /** From the start to the due day, one piece more for every time it was put off; each stands a step lower. */
  readonly pieces: readonly (Stretch & { readonly y: number })[];
  /** From the due day until now. */
  readonly late: (Stretch & { readonly y: number }) | null;
  readonly turns: readonly Stretch[];
  readonly openEnded: boolean;
};

export type PlacedDot = {
  readonly key: string;
  readonly x: number;
  readonly y: number;
  /** Null where there was no room for it. */
  readonly word: string | null;
};

export type PlacedTimeline = {
  readonly from: Day;
  readonly until: Day;
  readonly width: number;
  readonly height: number;
  readonly todayX: number;
  readonly rows: readonly { readonly name: string; readonly y: number; readonly height: number }[];
  readonly bars: readonly PlacedBar[];
  readonly dots: readonly PlacedDot[];
  readonly arrows: readonly {
    readonly key: string;
    readonly x: number;
    readonly y1: number;
    readonly y2: number;
  }[];
  readonly shades: readonly Stretch[];
  readonly ticks: readonly { readonly day: Day; readonly x: number; readonly month: boolean }[];
};

export const barHeight = 9;
export const headHeight = 24;
const stepHeight = 4;
const barLane = 32;
const dotLane = 19;
const rowPadding = 7;
const mostDotLanes = 6;
const pixelsPerLetter = 6.1;
const leastPerDay = 7;
const mostPerDay = 30;
/** Days before the first thing and after the last one. */
const margin = 3;
/** Pixels for the word beside the line of today, in any language. */
const roomOfToday = 48;
const dayMs = 86_400_000;

/** Where everything stands. Rows: whoever owes or did something, the first one given, then by first appearance. */
export function placeTimeline(input: TimelineToPlace): PlacedTimeline {
  const { today, bars, dots, arrows, free } = input;
  const days = [
    today,
    ...dots.map(({ day }) => day),
    ...bars.flatMap(({ start, dues }) => [start, ...dues]),
    ...arrows.map(({ day }) => day),
  ].toSorted();
  const from = plusDays(days[0] ?? today, -margin);
  const until = plusDays(days.at(-1) ?? today, margin);
  const count = daysFrom(from, until) + 1;
  const perDay = Math.min(mostPerDay, Math.max(leastPerDay, input.width / count));
  const xOf = (day: Day) => daysFrom(from, day) * perDay;
  const todayX = xOf(today) + perDay / 2;

  const rows: { name: string; y: number; height: number }[] = [];
  const placedBars: PlacedBar[] = [];
  const placedDots: PlacedDot[] = [];
  let y = headHeight;
  let right = Math.max(count * perDay, todayX + roomOfToday);
  for (const name of rowNames(input)) {
    const top = y + rowPadding;
    const ofRow = inLanes(
      dots.filter(({ row }) => row === name).toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)),
      ({ day, word }) => ({ x: xOf(day) + perDay / 2 - 5, width: 16 + lettersWide(word) }),
      mostDotLanes,
    );
    for (const { item, lane, fits } of ofRow.placed) {
      const x = xOf(item.day) + perDay / 2;
      if (fits) right = Math.max(right, x + 12 + lettersWide(item.word));
      placedDots.push({
        key: item.key,
        x,
        y: top + lane * dotLane + dotLane / 2,
        word: fits ? item.word : null,
      });
    }
    const barTop = top + ofRow.lanes * dotLane;
    const owed = inLanes(
      bars.filter(({ row }) => row === name).toSorted((a, b) => (a.start < b.start ? -1 : 1)),
      (bar) => {
        const x = xOf(bar.start);
        const end = Math.max(xOf(endOf(bar, today)) + perDay, x + lettersWide(bar.word));
        return { x, width: end - x + 8 };
      },
      Number.POSITIVE_INFINITY,
    );
    for (const { item, lane } of owed.placed) {
      right = Math.max(right, xOf(item.start) + lettersWide(item.word));
      placedBars.push(placeBar(item, barTop + lane * barLane, { xOf, perDay, today }));
    }
    const height = rowPadding * 2 + Math.max(dotLane, ofRow.lanes * dotLane + owed.lanes * barLane);
    rows.push({ name, y, height });
    y += height;
  }
  const middleOf = (name: string) => {
    const row = rows.find((one) => one.name === name);
    return row === undefined ? headHeight : row.y + row.height / 2;
  };
  return {
    from,
    until,
    width: Math.ceil(right),
    height: y,
    todayX,
    rows,
    bars: placedBars,
    dots: placedDots,
    arrows: arrows.map((arrow) => ({
      key: arrow.key,
      x: xOf(arrow.day) + perDay / 2,
      y1: middleOf(arrow.from),
      y2: middleOf(arrow.to),
    })),
    shades: runsOf(free.filter((day) => day >= from && day <= until).toSorted()).map((run) => ({
      x: xOf(run.from),
      width: run.days * perDay,
    })),
    ticks: ticksOf(from, count, perDay).map((tick) => ({ ...tick, x: xOf(tick.day) })),
  };
}

type Scale = {
  readonly xOf: (day: Day) => number;
  readonly perDay: number;
  readonly today: Day;
};

/** Days count whole: a bar ends where its last day ends. */
function placeBar(bar: BarToPlace, top: number, { xOf, perDay, today }: Scale): PlacedBar {
  const y = top + 15;
  const ends = bar.dues.length === 0 ? [endOf(bar, today)] : bar.dues;
  const pieces = ends.map((end, index) => {
    const before = index === 0 ? undefined : ends[index - 1];
    const x = before === undefined ? xOf(bar.start) : xOf(before) + perDay;
    return { x, y: y + index * stepHeight, width: Math.max(0, xOf(end) + perDay - x) };
  });
  const last = bar.dues.at(-1);
  const lateX = last === undefined ? 0 : xOf(last) + perDay;
  return {
    key: bar.key,
    y,
    word: bar.word,
    pieces: pieces.map((piece, index) =>
      index === 0 ? { ...piece, width: Math.max(piece.width, 3) } : piece,
    ),
    late:
      last === undefined || !bar.late || last >= today
        ? null
        : { x: lateX, y: y + (ends.length - 1) * stepHeight, width: xOf(today) + perDay / 2 - lateX },
    turns: bar.turns.map(({ from, until }) => {
      const x = xOf(from < bar.start ? bar.start : from);
      return { x, width: Math.max(2, xOf(until ?? today) + (until === null ? perDay / 2 : 0) - x) };
    }),
    openEnded: last === undefined,
  };
}

function endOf({ dues, start, late }: BarToPlace, today: Day): Day {
  const last = dues.at(-1);
  if (last === undefined) return start > today ? start : today;
  return late && last < today ? today : last;
}

function rowNames({ firstRow, bars, dots, arrows }: TimelineToPlace): readonly string[] {
  const seen = [
    ...bars.map(({ row, start }) => ({ row, day: start })),
    ...dots.map(({ row, day }) => ({ row, day })),
    ...arrows.flatMap(({ from, to, day }) => [
      { row: from, day },
      { row: to, day },
    ]),
  ].toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  const names = new Set(seen.map(({ row }) => row));
  return [...(names.has(firstRow) ? [firstRow] : []), ...[...names].filter((name) => name !== firstRow)];
}

type InLane<T> = { readonly item: T; readonly lane: number; readonly fits: boolean };

/** Each into the first lane where nothing is in the way; into the last one without its word where all are full. */
function inLanes<T>(
  items: readonly T[],
  place: (item: T) => Stretch,
  most: number,
): { readonly placed: readonly InLane<T>[]; readonly lanes: number } {
  const ends: number[] = [];
  const placed = items.map((item) => {
    const { x, width } = place(item);
    const free = ends.findIndex((end) => end <= x);
    if (free === -1 && ends.length >= most) return { item, lane: most - 1, fits: false };
    const lane = free === -1 ? ends.length : free;
    ends[lane] = x + width;
    return { item, lane, fits: true };
  });
  return { placed, lanes: ends.length };
}

function lettersWide(word: string): number {
  return word.length * pixelsPerLetter;
}

/** Months always, Mondays where there is room for their dates. */
function ticksOf(from: Day, count: number, perDay: number) {
  const days = Array.from({ length: count }, (_, index) => plusDays(from, index));
  return days.flatMap((day) => {
    const month = day.endsWith('-01');
    const monday = new Date(`${day}T00:00:00Z`).getUTCDay() === 1;
    const dated = Number(day.slice(8));
    const last = new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 0)).getUTCDate();
    const nearMonth = (dated - 1) * perDay < 76 || (last - dated + 1) * perDay < 54;
    return month || (monday && perDay >= 8 && !nearMonth) ? [{ day, month }] : [];
  });
}

/** Neighbouring days together. */
function runsOf(days: readonly Day[]): readonly { readonly from: Day; readonly days: number }[] {
  const runs: { from: Day; days: number }[] = [];
  for (const day of days) {
    const last = runs.at(-1);
    if (last !== undefined && plusDays(last.from, last.days) === day) last.days += 1;
    else runs.push({ from: day, days: 1 });
  }
  return runs;
}

/** Calendar days from one to the other. */
export function daysFrom(from: Day, until: Day): number {
  return Math.round((Date.parse(`${until}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMs);
}

export function plusDays(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}
