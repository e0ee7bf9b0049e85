import { describe, expect, it } from 'vitest';
import { openDossier } from './dossier.ts';
import { fieldErrorCodes, fieldErrorOf, fieldErrorsOf, pathText } from './field-error.ts';

function errorsOf(input: unknown) {
  const { error } = openDossier.safeParse(input);
  return error === undefined ? [] : fieldErrorsOf(error, input, 'lv');
}

const opening = {
  kind: 'concern',
  schoolId: 'school-1',
  procedureId: 'national-2025',
  facts: [{ type: 'risk.noticed', data: { riskCode: 'motivation' } }],
};

describe('fieldErrorsOf', () => {
  it('points into lists and objects, and says it in Latvian', () => {
    expect(errorsOf(opening)).toEqual([]);
    expect(errorsOf({ ...opening, facts: [...opening.facts, { type: 'risk.noticed', data: {} }] })).toEqual([
      { path: 'facts[1].data.riskCode', code: 'missing', message: 'Šis lauks ir obligāts.' },
    ]);
  });

  it('tells a missing field from one of a wrong kind, and names the choices there are', () => {
    expect(errorsOf({ ...opening, kind: 'file' })).toEqual([
      { path: 'kind', code: 'notInList', message: 'Šādas izvēles nav.', allowed: ['concern', 'case'] },
    ]);
    const { kind: _kind, ...rest } = opening;
    expect(errorsOf(rest).map(({ path, code }) => ({ path, code }))).toEqual([
      { path: 'kind', code: 'missing' },
    ]);
    expect(errorsOf({ ...opening, facts: {} }).map(({ path, code }) => ({ path, code }))).toEqual([
      { path: 'facts', code: 'notAList' },
    ]);
    expect(
      errorsOf({ ...opening, learner: { firstName: 1 } }).map(({ path, code }) => ({ path, code })),
    ).toEqual([
      { path: 'learner.firstName', code: 'notText' },
      { path: 'learner.lastName', code: 'missing' },
      { path: 'learner.className', code: 'missing' },
    ]);
  });

  it('never repeats the value that was sent, which may be a name', () => {
    const told = JSON.stringify(errorsOf({ ...opening, schoolId: 'Anna Bērziņa', learner: 'Anna Bērziņa' }));
    expect(told).not.toContain('Anna');
  });

  it('has words in both languages for every code', () => {
    for (const code of fieldErrorCodes) {
      expect(fieldErrorOf('lv', 'x', code).message).toMatch(/\.$/);
      expect(fieldErrorOf('en', 'x', code).message).toMatch(/\.$/);
    }
  });
});

describe('pathText', () => {
  it('writes a path as people read it', () => {
    expect(pathText(['facts', 0, 'data', 'receiverIds', 2])).toBe('facts[0].data.receiverIds[2]');
    expect(pathText([])).toBe('');
  });
});
