import { expect, it } from 'vitest';
import { crashPoints } from '../../application/crash-points.ts';
import { waysOfCommandAndDelivery, waysOfTheClock } from './crash-ways.ts';
import { dieAtCrashPoints } from './die-at-crash-points.ts';

it('every crash point has a way that leads to it (issue 3, section 6)', () => {
  const ways = [...waysOfCommandAndDelivery, ...waysOfTheClock];
  expect(new Set(ways.map(({ point }) => point))).toEqual(new Set(crashPoints));
});

dieAtCrashPoints(waysOfCommandAndDelivery);
