/** Texts made of what breaks headers and envelopes, for property tests. */
import * as fc from 'fast-check';

const BREAKERS = [
  '\r\n',
  '\n',
  '\r',
  '\r\n\r\n',
  '\n.\n',
  '\r\n.\r\n',
  ',',
  ';',
  ':',
  '"',
  "'",
  '\\',
  '<',
  '>',
  '(',
  ')',
  '@',
  '＠',
  '\u2028',
  '\u2029',
  '\u0085',
  '\u0000',
  '\u200b',
  '\u202e',
  '\ud800',
  ' ',
  '\t',
  'Bcc: evil@evil.test',
  'RCPT TO:<evil@evil.test>',
  '<evil@evil.test>',
  'evil@evil.test',
  'group: a@evil.test, b@evil.test;',
  '=?utf-8?Q?=0D=0ABcc:_evil=40evil.test?=',
  'Content-Type: text/html',
  'Šķēle',
  'Ā'.repeat(90),
  'x'.repeat(300),
  '😀',
];

/** Up to eight pieces: breakers and ordinary letters in any order. */
export function hostileText(): fc.Arbitrary<string> {
  const piece = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...BREAKERS) },
    fc.string({ maxLength: 8, unit: 'binary' }),
  );
  return fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''));
}
