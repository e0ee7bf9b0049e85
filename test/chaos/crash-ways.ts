/** The ways that lead to each crash point, in two halves: they wait most of their time, and so run side by side. */
import type { Way } from './die-at-crash-points.ts';

export const waysOfCommandAndDelivery: readonly Way[] = [
  { point: 'command-before-commit', by: 'command' },
  { point: 'command-after-commit', by: 'command' },
  { point: 'command-after-signal', by: 'command' },
  { point: 'mail-claimed-before-commit', by: 'delivery' },
  { point: 'mail-claimed-after-commit', by: 'delivery' },
  { point: 'mail-before-connect', by: 'delivery' },
  { point: 'mail-after-answer-before-mark', by: 'delivery' },
  { point: 'mail-marked', by: 'delivery' },
];

export const waysOfTheClock: readonly Way[] = [
  { point: 'steps-before-commit', by: 'timer' },
  { point: 'steps-before-commit', by: 'sweep' },
  { point: 'steps-after-commit', by: 'timer' },
  { point: 'steps-after-commit', by: 'sweep' },
  { point: 'sweep-after-steps', by: 'sweep' },
  { point: 'sweep-after-pokes', by: 'sweep' },
  { point: 'reconcile-after-zeroing', by: 'sweep' },
  { point: 'calendar-before-commit', by: 'sweep' },
  { point: 'calendar-after-commit', by: 'sweep' },
  { point: 'directory-before-commit', by: 'sweep' },
  { point: 'directory-after-commit', by: 'sweep' },
];
