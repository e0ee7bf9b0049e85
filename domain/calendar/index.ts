/** What the rest of the core uses of the calendar. */
export * from './bilingual.ts';
export * from './break-hint.ts';
export * from './calendar-difference.ts';
export * from './holidays.ts';
export * from './moved-days.ts';
export * from './school-breaks.ts';
export * from './school-year.ts';
export * from './skipped-days.ts';
export * from './working-calendar.ts';
export * from './working-hours.ts';
