import { expect, it } from 'vitest';
import { tourSteps } from './tour-steps.ts';

it.each([
  ['class teacher', 'school', ['classTeacher', 'teacher'], 'newEntry'],
  ['case manager', 'school', ['socialPedagogue'], 'case'],
  ['principal', 'school', ['principal'], 'school'],
  ['administrator', 'educationBoard', ['specialist', 'administrator'], 'setUp'],
  ['an institution’s member', 'socialService', ['socialWorker'], 'inbox'],
] as const)(
  'the tour of a %s is short, and ends with danger and help (issue 5, screen 10)',
  (_, kind, roles, own) => {
    const steps = tourSteps({ kind, roles: [...roles] });
    expect(steps).toContain(own);
    expect(steps.slice(-2)).toEqual(['danger', 'help']);
    expect(steps.length).toBeGreaterThanOrEqual(3);
    expect(steps.length).toBeLessThanOrEqual(5);
  },
);
