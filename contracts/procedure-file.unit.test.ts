import { describe, expect, it } from 'vitest';
import { soundProcedure } from '../domain/procedure/testing/sound-procedure.ts';
import { procedures } from '../procedures/index.ts';
import { procedureFile } from './procedure-file.ts';

describe('procedureFile', () => {
  it.each(Object.entries(procedures))('holds the whole of %s', (_id, procedure) => {
    expect(procedureFile.parse(JSON.parse(JSON.stringify(procedure)))).toEqual(procedure);
  });

  it('refuses a key that no procedure has, at any depth', () => {
    const [duty] = soundProcedure.duties;
    expect(procedureFile.safeParse(soundProcedure).success).toBe(true);
    expect(procedureFile.safeParse({ ...soundProcedure, author: 'x' }).success).toBe(false);
    const misspelt = { ...duty, settledby: duty?.settledBy };
    expect(procedureFile.safeParse({ ...soundProcedure, duties: [misspelt] }).success).toBe(false);
    const wrongTerm = { ...duty, due: { kind: 'term', amount: 5, unit: 'fortnight', landing: 'next' } };
    expect(procedureFile.safeParse({ ...soundProcedure, duties: [wrongTerm] }).success).toBe(false);
    const unknownFact = { ...duty, startsWhen: { each: [{ fact: 'referral.eaten' }] } };
    expect(procedureFile.safeParse({ ...soundProcedure, duties: [unknownFact] }).success).toBe(false);
  });
});
