import { waysOfTheClock } from './crash-ways.ts';
import { dieAtCrashPoints } from './die-at-crash-points.ts';

dieAtCrashPoints(waysOfTheClock);
