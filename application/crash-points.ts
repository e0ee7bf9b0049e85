/**
 * Places after a side effect at which a process may be made to die, so that tests can prove that nothing is lost
 * or doubled there. Armed by a setting that only a training database accepts; otherwise a call does nothing.
 */
export const crashPoints = [
  'command-before-commit',
  'command-after-commit',
  'command-after-signal',
  'steps-before-commit',
  'steps-after-commit',
  'mail-claimed-before-commit',
  'mail-claimed-after-commit',
  'mail-before-connect',
  'mail-after-answer-before-mark',
  'mail-marked',
  'sweep-after-steps',
  'sweep-after-pokes',
  'reconcile-after-zeroing',
  'calendar-before-commit',
  'calendar-after-commit',
  'directory-before-commit',
  'directory-after-commit',
] as const;
export type CrashPoint = (typeof crashPoints)[number];

let armed: CrashPoint | null = null;

/**
 * Makes this process kill itself, as if by SIGKILL, the first time it comes to `point`; nothing for `undefined`.
 * Throws where the database is no training one.
 */
export function armCrashPoint(point: CrashPoint | undefined, training: boolean): void {
  if (point === undefined) return;
  if (!training) throw new Error('crash points are for training databases only');
  armed = point;
}

/** Dies here if this point is armed. */
export function crashPoint(point: CrashPoint): void {
  if (armed === point) process.kill(process.pid, 'SIGKILL');
}
