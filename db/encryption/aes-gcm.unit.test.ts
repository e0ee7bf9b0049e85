import { assert, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  newKey,
  openText,
  type SealedPlace,
  sealText,
  UnreadableError,
  unwrapKey,
  wrapKey,
} from './aes-gcm.ts';

const key = newKey();
const place: SealedPlace = { table: 'event', column: 'words', rowId: '00000000-0000-4000-8000-00000000000a' };

describe('sealed texts (architecture 3, “Personal content apart from facts”)', () => {
  it('any text comes back, and never sealed the same way twice', () => {
    assert(
      property(string({ unit: 'grapheme' }), (text) => {
        const sealed = sealText(key, place, text);
        expect(openText(key, place, sealed)).toBe(text);
        expect(sealText(key, place, text).equals(sealed)).toBe(false);
      }),
    );
  });

  it('open at their own table, column and row only', () => {
    const sealed = sealText(key, place, 'Anna');
    for (const other of [
      { ...place, table: 'learner_profile' },
      { ...place, column: 'name' },
      { ...place, rowId: '00000000-0000-4000-8000-00000000000b' },
    ]) {
      expect(() => openText(key, other, sealed)).toThrow(UnreadableError);
    }
    expect(openText(key, { ...place, rowId: place.rowId.toUpperCase() }, sealed)).toBe('Anna');
  });

  it('do not open with another key, changed in any byte, or cut', () => {
    const sealed = sealText(key, place, 'Anna');
    expect(() => openText(newKey(), place, sealed)).toThrow(UnreadableError);
    for (let index = 0; index < sealed.length; index += 1) {
      const changed = Buffer.from(sealed);
      changed[index] = (changed[index] ?? 0) ^ 1;
      expect(() => openText(key, place, changed), `byte ${index}`).toThrow(UnreadableError);
    }
    for (let length = 0; length < sealed.length; length += 1) {
      expect(() => openText(key, place, sealed.subarray(0, length))).toThrow(UnreadableError);
    }
  });

  it('the error says nothing about the content', () => {
    const sealed = sealText(key, place, 'Anna');
    try {
      openText(newKey(), place, sealed);
      expect.unreachable();
    } catch (error) {
      expect(String(error)).not.toContain('Anna');
    }
  });

  it('a wrapped key opens under its own id and key-encryption key only', () => {
    const kek = { id: 'first', key: newKey() };
    const wrapped = wrapKey(kek, 'aaaa', key);
    expect(unwrapKey(kek, 'AAAA', wrapped).equals(key)).toBe(true);
    expect(() => unwrapKey(kek, 'bbbb', wrapped)).toThrow(UnreadableError);
    expect(() => unwrapKey({ id: 'first', key: newKey() }, 'aaaa', wrapped)).toThrow(UnreadableError);
  });
});
