/** Mails of sign-in: an invitation, a new password. One person, one link, which works once. */
import type { MailLanguage } from './notice-input.ts';
import type { RenderedMail } from './notice-mail.ts';
import { escapeHtml, plainLine } from './plain-line.ts';

export type SignInMailInput = {
  readonly purpose: 'invitation' | 'reset';
  readonly language: MailLanguage;
  readonly name: string;
  /** Who invites; null for a new password. */
  readonly institution: string | null;
  readonly link: string;
  /** Mails of a training database say so. */
  readonly training: boolean;
};

type Words = {
  readonly subject: string;
  readonly greeting: string;
  readonly lines: readonly string[];
  readonly action: string;
  readonly after: string;
};

/** Pure; escapes everything. */
export function renderSignInMail(input: SignInMailInput): RenderedMail {
  const words = wordsOf(input);
  const subject = input.training ? `${mark(input.language)}: ${words.subject}` : words.subject;
  return { subject, html: html(input, words), text: text(input, words) };
}

function mark(language: MailLanguage): string {
  return language === 'lv' ? 'MĀCĪBAS' : 'TRAINING';
}

function wordsOf({ purpose, language, name, institution }: SignInMailInput): Words {
  const who = plainLine(name);
  const where = plainLine(institution ?? '');
  if (language === 'lv') {
    const greeting = `Labdien, ${who}!`;
    return purpose === 'invitation'
      ? {
          subject: 'Uzaicinājums lietot Termiņsargu',
          greeting,
          lines: [
            `${where} aicina Jūs lietot Termiņsargu – sistēmu, kas seko līdzi bērnu atbalsta termiņiem.`,
            'Atveriet saiti un izvēlieties paroli. Saite der vienu reizi, septiņas dienas.',
          ],
          action: 'Pieņemt uzaicinājumu',
          after:
            'Ja uzaicinājumu negaidījāt, jautājiet savas iestādes administratoram. Saiti nevienam nepārsūtiet.',
        }
      : {
          subject: 'Jauna parole Termiņsargā',
          greeting,
          lines: [
            'Kāds, iespējams, Jūs, lūdza nomainīt Jūsu paroli.',
            'Atveriet saiti un izvēlieties jaunu paroli. Saite der vienu reizi, vienu stundu.',
          ],
          action: 'Izvēlēties paroli',
          after: 'Ja to nelūdzāt, nekas nav jādara: parole paliek līdzšinējā. Saiti nevienam nepārsūtiet.',
        };
  }
  const greeting = `Dear ${who},`;
  return purpose === 'invitation'
    ? {
        subject: 'Invitation to Termiņsargs',
        greeting,
        lines: [
          `${where} invites you to Termiņsargs, which keeps the deadlines of support for children.`,
          'Open the link and choose a password. The link works once, for seven days.',
        ],
        action: 'Accept the invitation',
        after:
          'If you did not expect this, ask the administrator of your institution. Forward the link to nobody.',
      }
    : {
        subject: 'A new password for Termiņsargs',
        greeting,
        lines: [
          'Somebody, perhaps you, asked to change your password.',
          'Open the link and choose a new password. The link works once, for one hour.',
        ],
        action: 'Choose a password',
        after: 'If you did not ask, there is nothing to do: your password stays. Forward the link to nobody.',
      };
}

function text({ training, language, link }: SignInMailInput, words: Words): string {
  return [
    ...(training ? [`${mark(language)}.`, ''] : []),
    words.greeting,
    '',
    ...words.lines,
    '',
    `${words.action}:`,
    link,
    '',
    words.after,
    '',
    'Termiņsargs',
    '',
  ].join('\n');
}

const font = "font-family:'Segoe UI',system-ui,-apple-system,Roboto,'Helvetica Neue',Arial,sans-serif;";

function html({ training, language, link }: SignInMailInput, words: Words): string {
  const paragraph = (line: string) =>
    `<p style="margin:0 0 14px;${font}font-size:16px;line-height:24px;">${escapeHtml(line)}</p>`;
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(words.subject)}</title>
</head>
<body style="margin:0;padding:24px;max-width:600px;">
${training ? `<p style="margin:0 0 14px;${font}font-size:14px;"><strong>${mark(language)}</strong></p>\n` : ''}${paragraph(words.greeting)}
${words.lines.map(paragraph).join('\n')}
<p style="margin:0 0 18px;"><a href="${escapeHtml(link)}" style="display:inline-block;padding:12px 18px;border:1px solid #0b5d5b;border-radius:6px;background:#0b5d5b;color:#ffffff;text-decoration:none;${font}font-size:16px;">${escapeHtml(words.action)}</a></p>
${paragraph(words.after)}
<p style="margin:0;${font}font-size:14px;">Termiņsargs</p>
</body>
</html>
`;
}
