import { describe, expect, it } from 'vitest';
import { procedures } from '../../procedures/index.ts';
import { checkProcedure } from './check-procedure.ts';
import { procedureProblemCodes } from './procedure-problem.ts';
import { brokenConditions, brokenCorrelations, brokenFacts } from './testing/broken-facts.ts';
import { brokenGraph, brokenTexts } from './testing/broken-graphs.ts';
import { brokenSides, brokenTerms } from './testing/broken-terms.ts';
import {
  soundProcedure,
  soundStep,
  soundThreshold,
  withDuty,
  withThreshold,
} from './testing/sound-procedure.ts';

const broken = [
  ...brokenFacts,
  ...brokenConditions,
  ...brokenCorrelations,
  ...brokenTerms,
  ...brokenSides,
  ...brokenGraph,
  ...brokenTexts,
];

describe('checkProcedure', () => {
  it('finds nothing wrong with a sound procedure', () => {
    expect(checkProcedure(soundProcedure)).toEqual([]);
  });

  it.each(broken)('finds, and finds only: %s', (_what, procedure, code, path) => {
    expect(checkProcedure(procedure).map((one) => ({ code: one.code, path: one.path }))).toEqual([
      { code, path },
    ]);
  });

  it('has a broken procedure here for every problem it knows', () => {
    expect(new Set(broken.map(([, , code]) => code))).toEqual(new Set(procedureProblemCodes));
  });

  it('tells several problems at once, each with what stands there', () => {
    const procedure = withDuty({ title: { lv: '', en: '' }, sources: ['K'] });
    expect(checkProcedure(procedure)).toEqual([
      { code: 'emptyTitle', path: 'duties[0].title.lv' },
      { code: 'emptyTitle', path: 'duties[0].title.en' },
      { code: 'malformedSource', path: 'duties[0].sources[0]', found: 'K' },
    ]);
  });

  it('reaches a step through others, through parallel ways, and from one that may begin at any time', () => {
    const way = (...to: string[]) => [
      { to, choose: 'all', when: [], condition: { lv: 'Tālāk', en: 'On' } } as const,
    ];
    const steps = [
      { ...soundStep, next: way('b', 'c') },
      { ...soundStep, id: 'b', next: way('school') },
      { ...soundStep, id: 'c', next: [] },
      { ...soundStep, id: 'danger', anyTime: true, next: way('after') } as const,
      { ...soundStep, id: 'after' },
    ];
    expect(checkProcedure({ ...soundProcedure, steps })).toEqual([]);
  });

  it('lets a threshold change from a day on', () => {
    const procedure = withThreshold(
      { until: '2026-12-31' },
      { ...soundThreshold, amount: 15, from: '2027-01-01' },
    );
    expect(checkProcedure(procedure)).toEqual([]);
  });

  it('lets what is not timed have a default force, so that a municipality may adopt a term (rules 7)', () => {
    const procedure = withDuty({ due: { kind: 'notTimed' }, force: { act: 'law', term: 'default' } });
    expect(checkProcedure(procedure)).toEqual([]);
  });

  it.each([
    'K 4.2 L1351',
    'K table 10 L3195–3205',
    'S 5.6 1)',
    'R 12',
    'law on submissions',
    'Child Protection Law 73',
    'Orphan’s Courts Law 22(1¹)',
    'Cabinet Reg. 89',
    'Cabinet 22.04.2025',
    'architecture 1.7',
  ])('takes the source %s', (source) => {
    expect(checkProcedure(withDuty({ sources: [source] }))).toEqual([]);
  });
});

describe('shipped procedures', () => {
  it.each(Object.entries(procedures))('%s has no problem', (id, procedure) => {
    expect(checkProcedure(procedure)).toEqual([]);
    expect(procedure.id).toBe(id);
  });
});
