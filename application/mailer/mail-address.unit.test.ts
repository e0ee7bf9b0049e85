import { describe, expect, it } from 'vitest';
import { isMailAddress, messageIdFor, oneLine } from './mail-address.ts';

describe('isMailAddress', () => {
  it.each([
    'anna.kalnina@skola.test',
    'a@b.lv',
    "o'neil+pienakumi@sub.xn--skola-7za.lv",
    `${'a'.repeat(64)}@skola.lv`,
    'birojs_2@1-vsk.saldus.lv',
  ])('takes %s', (address) => {
    expect(isMailAddress(address)).toBe(true);
  });

  it.each([
    '',
    '@',
    'anna',
    'anna@',
    '@skola.lv',
    'anna@skola',
    'anna@@skola.lv',
    'anna@skola..lv',
    'anna@.skola.lv',
    'anna@-skola.lv',
    'anna@skola.lv.',
    '.anna@skola.lv',
    'anna.@skola.lv',
    'an..na@skola.lv',
    ' anna@skola.lv',
    'anna@skola.lv ',
    'anna@skola.lv\n',
    'anna@skola.lv\r\nRCPT TO:<evil@evil.test>',
    'anna@skola.lv,evil@evil.test',
    'anna@skola.lv;evil@evil.test',
    'Anna <anna@skola.lv>',
    '<anna@skola.lv>',
    '"anna@skola.lv" <evil@evil.test>',
    '"anna"@skola.lv',
    'anna(x)@skola.lv',
    'visi: anna@skola.lv;',
    'anna＠skola.lv',
    'ānna@skola.lv',
    'anna@škola.lv',
    'anna@[127.0.0.1]',
    'anna@skola.lv\u2028',
    'anna\u0000@skola.lv',
    `${'a'.repeat(65)}@skola.lv`,
    `a@${'b.'.repeat(130)}lv`,
    `a@${'b'.repeat(64)}.lv`,
  ])('refuses %j', (address) => {
    expect(isMailAddress(address)).toBe(false);
  });
});

describe('messageIdFor', () => {
  it('is made of the row and the domain of the sender, so that every attempt has the same', () => {
    expect(messageIdFor('0193-ab', 'terminsargs@pasvaldiba.lv')).toBe('<0193-ab@pasvaldiba.lv>');
  });

  it('throws where that gives none', () => {
    expect(() => messageIdFor('a\r\nb', 'x@y.lv')).toThrow(TypeError);
    expect(() => messageIdFor('', 'x@y.lv')).toThrow(TypeError);
  });
});

describe('oneLine', () => {
  it('keeps letters and turns every line end and invisible character into one space', () => {
    expect(oneLine(' Šķēle\r\nBcc: x\u2028\u202eā\ud800 ', 100)).toBe('Šķēle Bcc: x ā');
    expect(oneLine('ab😀', 3)).toBe('ab');
  });
});
