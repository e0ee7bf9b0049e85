/** Wall time in Latvia, wherever the browser stands. Only for forms: days and terms are counted by the API. */

const riga = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Riga',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

export type WallTime = {
  /** `2026-11-21` */
  readonly day: string;
  /** `09:30` */
  readonly time: string;
};

/** What the clock on the wall shows at a moment. */
export function wallTimeOf(moment: Date): WallTime {
  const [day = '', time = ''] = riga.format(moment).split(' ');
  return { day, time: time.slice(0, 5) };
}

/** The moment at which the clock shows this, as the API writes moments. An hour that is skipped in spring is the next. */
export function momentOf({ day, time }: WallTime): string {
  const asUtc = Date.parse(`${day}T${time}:00.000Z`);
  const first = asUtc - offsetAt(asUtc);
  return new Date(asUtc - offsetAt(first)).toISOString();
}

/** Milliseconds by which the wall is ahead of UTC. */
function offsetAt(milliseconds: number): number {
  const shown = riga.format(new Date(milliseconds)).replace(' ', 'T');
  return Date.parse(`${shown}.000Z`) - Math.floor(milliseconds / 1000) * 1000;
}
