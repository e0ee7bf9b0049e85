import { describe, expect, it } from 'vitest';
import { developmentTokenOf, developmentTokens } from './development-tokens.ts';

const one = '0199f8a6-2b1c-5c3a-9a51-3d8f7c1f2e10';
const both = '0199f8a6-2b1c-5c3a-9a51-3d8f7c1f2e11';
const nobody = '0199f8a6-2b1c-5c3a-9a51-3d8f7c1f2e12';
const work: Readonly<Record<string, readonly string[]>> = {
  [one]: ['school', 'school'],
  [both]: ['school', 'council'],
};

const tokens = developmentTokens({
  training: async () => true,
  institutionsOf: async (personId) => work[personId] ?? [],
});

describe('development tokens', () => {
  it.each([
    [one, null, 'school'],
    [one, 'school', 'school'],
    [one, 'council', null],
    [both, null, null],
    [both, 'council', 'council'],
    [both, 'orphans-court', null],
    [nobody, null, null],
    [nobody, 'school', null],
  ])('of %s acting for %s give the institution %s', async (personId, actingFor, institutionId) => {
    const actor = await tokens(developmentTokenOf(personId), actingFor);
    expect(actor).toEqual(institutionId === null ? null : { personId, institutionId });
  });

  it.each(['', 'dev-', one, `dev-${one.toUpperCase()}`, `dev-${one}x`, `dev-${one}\n`])(
    '%j is none, and nobody is asked',
    async (token) => {
      const asked = developmentTokens({
        training: () => Promise.reject(new Error('asked')),
        institutionsOf: () => Promise.reject(new Error('asked')),
      });
      expect(await asked(token, null)).toBeNull();
    },
  );

  it('are worth nothing on a database with real people, until it is marked as a training one', async () => {
    let training = false;
    const late = developmentTokens({
      training: async () => training,
      institutionsOf: async (personId) => work[personId] ?? [],
    });
    expect(await late(developmentTokenOf(one), null)).toBeNull();
    training = true;
    expect(await late(developmentTokenOf(one), null)).not.toBeNull();
  });
});
