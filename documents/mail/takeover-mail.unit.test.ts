import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostileText } from '../../test/support/hostile-text.ts';
import { renderTakeoverMail, type TakeoverMailInput, type TakeoverPart } from './takeover-mail.ts';

const part: TakeoverPart = {
  as: 'takesOver',
  because: 'class',
  other: 'Anita Kalniņa',
  institution: 'Ozolkalna vidusskola',
  caseNumbers: ['2026-0001', '2026-0007'],
  openDuties: 5,
};
const input: TakeoverMailInput = {
  language: 'lv',
  name: 'Mārtiņš Ozers',
  publicUrl: 'https://terminsargs.example',
  training: false,
  parts: [part],
};

describe('a mail about what one takes over', () => {
  it('says from whom, how many, and which cases by number; no child (R 19)', () => {
    expect(renderTakeoverMail(input)).toMatchObject({
      subject: 'Jūs pārņemat darbu, atvērti pienākumi: 5',
      text: `Labdien, Mārtiņš Ozers!

Klasi turpmāk audzināt Jūs. Līdz šim to darīja: Anita Kalniņa (Ozolkalna vidusskola).
Gadījumi: 2 (2026-0001, 2026-0007). Atvērti pienākumi: 5.

Mani pienākumi: https://terminsargs.example/

--
Vēstulēs bērnu vārdu nav; tie redzami tikai pēc ienākšanas sistēmā.
Termiņsargs šo vēstuli nosūtīja automātiski.
`,
    });
  });

  it.each([
    ['takesOver', 'leave', 'Prombūtnes laikā Jūs aizstājat: Anita Kalniņa'],
    ['relieved', 'class', 'Klasi turpmāk audzina: Anita Kalniņa'],
  ] as const)('%s because of a %s', (as, because, words) => {
    expect(renderTakeoverMail({ ...input, parts: [{ ...part, as, because }] }).text).toContain(words);
  });

  it('several parts are one mail; its subject counts what is taken over', () => {
    const other = { ...part, as: 'relieved', openDuties: 2, other: 'Sanita Liepkalne' } as const;
    const { subject, text } = renderTakeoverMail({ ...input, parts: [part, other] });
    expect(subject).toContain('pienākumi: 5');
    expect(text).toContain('Sanita Liepkalne');
  });

  it('is there in English, and marked in a training municipality (R 28)', () => {
    const mail = renderTakeoverMail({ ...input, language: 'en', training: true });
    expect(mail.subject).toBe('MĀCĪBAS (TRAINING): You take over, open duties: 5');
    expect(mail.text).toContain('You are the class teacher from now on.');
    expect(mail.html).toContain('<strong>MĀCĪBAS (TRAINING)</strong>');
  });

  it('a long list of numbers is cut, and says how many more there are', () => {
    const caseNumbers = Array.from({ length: 43 }, (_, index) => `2026-${1000 + index}`);
    const { text } = renderTakeoverMail({ ...input, parts: [{ ...part, caseNumbers }] });
    expect(text).toContain('Gadījumi: 43 (2026-1000,');
    expect(text).toContain('2026-1039 un vēl 3).');
  });

  it('names break out of neither text nor HTML', () => {
    fc.assert(
      fc.property(hostileText(), hostileText(), (name, other) => {
        const { text, html } = renderTakeoverMail({ ...input, name, parts: [{ ...part, other }] });
        expect(text.split('\n')).toHaveLength(11);
        expect(html.match(/<(?!\/?(?:p|a|br|strong|html|head|meta|title|body)\b|!doctype)/g)).toBeNull();
      }),
    );
  });
});
