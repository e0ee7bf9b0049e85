import { expect, it } from 'vitest';
import { base64Of } from './base64.ts';

it('the bytes of a file come out as they went in', () => {
  const bytes = Uint8Array.from({ length: 20_001 }, (_, index) => index % 256);
  expect([...Buffer.from(base64Of(bytes), 'base64')]).toEqual([...bytes]);
  expect(base64Of(new Uint8Array())).toBe('');
});
