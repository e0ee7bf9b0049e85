import { expect, it } from 'vitest';
import { inTurn } from './in-turn.ts';

it('work in turn: the next begins when the one before has ended, well or not', async () => {
  const turn = inTurn();
  const said: string[] = [];
  const work = (name: string, fails = false) =>
    turn(async () => {
      said.push(`${name} begins`);
      await Promise.resolve();
      said.push(`${name} ends`);
      if (fails) throw new Error(name);
      return name;
    });
  const all = await Promise.allSettled([work('a'), work('b', true), work('c')]);
  expect(said).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
  expect(all.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
});
