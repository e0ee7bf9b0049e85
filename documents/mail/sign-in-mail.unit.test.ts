import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accountChanges } from '../../db/schema/auth.ts';
import { instant } from '../../domain/time.ts';
import { hostileText } from '../../test/support/hostile-text.ts';
import { type LinkMailInput, renderSignInMail } from './sign-in-mail.ts';

const input: LinkMailInput = {
  purpose: 'invitation',
  language: 'lv',
  name: 'Anita Kalniņa',
  institution: 'Ozolkalna vidusskola',
  link: 'https://terminsargs.example/sign-in/invitation#token',
  training: false,
};

describe('a mail of sign-in', () => {
  it('says who invites, to what, for how long, and to whom not to give the link', () => {
    expect(renderSignInMail(input).text).toMatchInlineSnapshot(`
      "Labdien, Anita Kalniņa!

      Ozolkalna vidusskola aicina Jūs lietot Termiņsargu – sistēmu, kas seko līdzi bērnu atbalsta termiņiem.
      Atveriet saiti un izvēlieties paroli. Saite der vienu reizi, septiņas dienas.

      Pieņemt uzaicinājumu:
      https://terminsargs.example/sign-in/invitation#token

      Ja uzaicinājumu negaidījāt, jautājiet savas iestādes administratoram. Saiti nevienam nepārsūtiet.

      Termiņsargs
      "
    `);
  });

  it('about a new password says that nothing happens by itself', () => {
    expect(renderSignInMail({ ...input, purpose: 'reset', institution: null }).text).toMatchInlineSnapshot(`
      "Labdien, Anita Kalniņa!

      Kāds, iespējams, Jūs, lūdza nomainīt Jūsu paroli.
      Atveriet saiti un izvēlieties jaunu paroli. Saite der vienu reizi, vienu stundu.

      Izvēlēties paroli:
      https://terminsargs.example/sign-in/invitation#token

      Ja to nelūdzāt, nekas nav jādara: parole paliek līdzšinējā. Saiti nevienam nepārsūtiet.

      Termiņsargs
      "
    `);
  });

  it('that tells of a change says which, when in Riga, and whom to call; in both languages, without a link', () => {
    const subjects = new Set<string>();
    for (const told of accountChanges) {
      for (const language of ['lv', 'en'] as const) {
        const { subject, text, html } = renderSignInMail({
          purpose: 'notice',
          told,
          at: instant('2026-06-30T21:30:00.000Z'),
          language,
          name: 'Anita Kalniņa',
          training: false,
        });
        subjects.add(subject);
        expect(text).toContain(
          language === 'lv' ? 'Kad: 01.07.2026. plkst. 0.30.' : '2026-07-01, 0:30 in Riga',
        );
        expect(text).toMatch(language === 'lv' ? /zvaniet/ : /call/);
        expect(text + html).not.toMatch(/https?:|href|null|undefined/);
      }
    }
    expect(subjects.size).toBe(accountChanges.length * 2);
  });

  it('shown to an administrator of a training municipality holds no link (rule 28)', () => {
    const { text, html } = renderSignInMail({ ...input, link: null, training: true });
    expect(text).toContain('[Saite šeit nav redzama: to atver atsevišķi.]');
    expect(text + html).not.toMatch(/https?:|href/);
  });

  it('is there in English, and marked where it comes from a training database (rule 28)', () => {
    const mail = renderSignInMail({ ...input, language: 'en', training: true });
    expect(mail.subject).toBe('TRAINING: Invitation to Termiņsargs');
    expect(mail.text.startsWith('TRAINING.\n')).toBe(true);
    expect(mail.html).toContain('<strong>TRAINING</strong>');
  });

  it('names of people and institutions break out of neither text nor HTML', () => {
    fc.assert(
      fc.property(hostileText(), hostileText(), (name, institution) => {
        const { subject, text, html } = renderSignInMail({ ...input, name, institution });
        const plain = renderSignInMail({ ...input, name: 'x', institution: 'x' });
        expect(subject).toBe(plain.subject);
        expect(text.split('\n')).toHaveLength(plain.text.split('\n').length);
        expect(html.match(/<[a-z/!]/g)).toEqual(plain.html.match(/<[a-z/!]/g));
      }),
    );
  });
});
