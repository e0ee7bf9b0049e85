import { expect, it } from 'vitest';
import { agentWords } from './agent-words.ts';

it('a browser is called as people call it', () => {
  expect(agentWords('Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0')).toBe(
    'Firefox, Windows',
  );
  expect(
    agentWords(
      'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/156.0 Mobile Safari/537.36 Edg/156.0',
    ),
  ).toBe('Edge, Android');
  expect(agentWords('curl/8')).toBe('curl/8');
});
