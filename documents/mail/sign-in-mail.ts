/** Mails of sign-in: an invitation, a new password, each with a link that works once; a notice, with none. */
import type { Instant } from '../../domain/time.ts';
import { type AccountChange, accountNoticeWords } from './account-notice-words.ts';
import type { MailLanguage } from './notice-input.ts';
import type { RenderedMail } from './notice-mail.ts';
import { escapeHtml, plainLine } from './plain-line.ts';

type ToSomebody = {
  readonly language: MailLanguage;
  readonly name: string;
  /** Mails of training say so. */
  readonly training: boolean;
};

export type LinkMailInput = ToSomebody & {
  readonly purpose: 'invitation' | 'reset';
  /** Who invites; null for a new password. */
  readonly institution: string | null;
  /** Null where the mail is shown to somebody without it. */
  readonly link: string | null;
};

export type AccountNoticeInput = ToSomebody & {
  readonly purpose: 'notice';
  readonly told: AccountChange;
  readonly at: Instant;
};

export type SignInMailInput = LinkMailInput | AccountNoticeInput;

type Words = {
  readonly subject: string;
  readonly greeting: string;
  readonly lines: readonly string[];
  /** Null where there is no link. */
  readonly action: { readonly words: string; readonly link: string | null } | null;
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

function wordsOf(input: SignInMailInput): Words {
  const who = plainLine(input.name);
  const greeting = input.language === 'lv' ? `Labdien, ${who}!` : `Dear ${who},`;
  if (input.purpose === 'notice')
    return { greeting, action: null, ...accountNoticeWords(input.told, input.at, input.language) };
  const { action, ...words } = linkWords(input);
  return { greeting, ...words, action: { words: action, link: input.link } };
}

function linkWords({
  purpose,
  language,
  institution,
}: LinkMailInput): Omit<Words, 'greeting' | 'action'> & { readonly action: string } {
  const where = plainLine(institution ?? '');
  if (language === 'lv') {
    return purpose === 'invitation'
      ? {
          subject: 'Uzaicinājums lietot Termiņsargu',
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
          lines: [
            'Kāds, iespējams, Jūs, lūdza nomainīt Jūsu paroli.',
            'Atveriet saiti un izvēlieties jaunu paroli. Saite der vienu reizi, vienu stundu.',
          ],
          action: 'Izvēlēties paroli',
          after: 'Ja to nelūdzāt, nekas nav jādara: parole paliek līdzšinējā. Saiti nevienam nepārsūtiet.',
        };
  }
  return purpose === 'invitation'
    ? {
        subject: 'Invitation to Termiņsargs',
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
        lines: [
          'Somebody, perhaps you, asked to change your password.',
          'Open the link and choose a new password. The link works once, for one hour.',
        ],
        action: 'Choose a password',
        after: 'If you did not ask, there is nothing to do: your password stays. Forward the link to nobody.',
      };
}

/** In the place of a link that the reader opens by an act of its own. */
const hidden: Readonly<Record<MailLanguage, string>> = {
  lv: '[Saite šeit nav redzama: to atver atsevišķi.]',
  en: '[The link is not shown here: it is opened separately.]',
};

function text({ training, language }: SignInMailInput, words: Words): string {
  const { action } = words;
  return [
    ...(training ? [`${mark(language)}.`, ''] : []),
    words.greeting,
    '',
    ...words.lines,
    '',
    ...(action === null ? [] : [`${action.words}:`, action.link ?? hidden[language], '']),
    words.after,
    '',
    'Termiņsargs',
    '',
  ].join('\n');
}

const font = "font-family:'Segoe UI',system-ui,-apple-system,Roboto,'Helvetica Neue',Arial,sans-serif;";

function html({ training, language }: SignInMailInput, words: Words): string {
  const { action } = words;
  const button =
    action?.link == null
      ? ''
      : `<p style="margin:0 0 18px;"><a href="${escapeHtml(action.link)}" style="display:inline-block;padding:12px 18px;border:1px solid #0b5d5b;border-radius:6px;background:#0b5d5b;color:#ffffff;text-decoration:none;${font}font-size:16px;">${escapeHtml(action.words)}</a></p>\n`;
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
${button}${paragraph(words.after)}
<p style="margin:0;${font}font-size:14px;">Termiņsargs</p>
</body>
</html>
`;
}
