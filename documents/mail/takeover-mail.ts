/** One mail about what one takes over from somebody, or is relieved of: counts and case numbers, no child (rules of conduct 19). */
import type { MailLanguage } from './notice-input.ts';
import type { RenderedMail } from './notice-mail.ts';
import { WORDS } from './notice-words.ts';
import { escapeHtml, plainLine } from './plain-line.ts';

export type TakeoverPart = {
  readonly as: 'takesOver' | 'relieved';
  /** A class has another teacher; somebody is on leave, who is not written to. */
  readonly because: 'class' | 'leave';
  /** Who had it before, or has it now. */
  readonly other: string;
  readonly institution: string;
  readonly caseNumbers: readonly string[];
  readonly openDuties: number;
};

export type TakeoverMailInput = {
  readonly language: MailLanguage;
  readonly name: string;
  readonly publicUrl: string;
  readonly training: boolean;
  /** At least one. */
  readonly parts: readonly TakeoverPart[];
};

/** Numbers that are listed; of the others it says how many there are. */
const mostNumbers = 40;

/** Pure; escapes everything. */
export function renderTakeoverMail(input: TakeoverMailInput): RenderedMail {
  const { language, training } = input;
  const words = WORDS[language];
  const subject = subjectOf(input);
  const greeting = `${language === 'lv' ? 'Labdien' : 'Hello'}, ${plainLine(input.name)}!`;
  const blocks = input.parts.map((part) => linesOf(part, language).map(plainLine));
  const link = {
    text: language === 'lv' ? 'Mani pienākumi' : 'My duties',
    url: new URL('/', input.publicUrl).href,
  };
  const closing = [words.noName, words.automatic];
  return {
    subject: training ? `${words.training}: ${subject}` : subject,
    text: [
      ...(training ? [`${words.training}. ${words.trainingNote}`, ''] : []),
      greeting,
      '',
      ...blocks.flatMap((lines) => [...lines, '']),
      `${link.text}: ${link.url}`,
      '',
      '--',
      ...closing,
      '',
    ].join('\n'),
    html: html(language, subject, [
      ...(training ? [`<strong>${words.training}</strong>. ${escapeHtml(words.trainingNote)}`] : []),
      escapeHtml(greeting),
      ...blocks.map((lines) => lines.map(escapeHtml).join('<br>')),
      `<a href="${escapeHtml(link.url)}">${link.text}</a>`,
      ...closing.map(escapeHtml),
    ]),
  };
}

function subjectOf({ parts, language }: TakeoverMailInput): string {
  const taken = parts.filter((part) => part.as === 'takesOver');
  const count = (of: readonly TakeoverPart[]) => of.reduce((sum, { openDuties }) => sum + openDuties, 0);
  if (language === 'lv')
    return taken.length > 0
      ? `Jūs pārņemat darbu, atvērti pienākumi: ${count(taken)}`
      : `Jūsu darbu pārņem cits, atvērti pienākumi: ${count(parts)}`;
  return taken.length > 0
    ? `You take over, open duties: ${count(taken)}`
    : `Your work is taken over, open duties: ${count(parts)}`;
}

function linesOf(part: TakeoverPart, language: MailLanguage): readonly string[] {
  const lv = language === 'lv';
  const numbers = part.caseNumbers.slice(0, mostNumbers).join(', ');
  const more = part.caseNumbers.length - mostNumbers;
  const rest = more > 0 ? (lv ? ` un vēl ${more}` : ` and ${more} more`) : '';
  return [
    saying(part, language),
    `${lv ? 'Gadījumi' : 'Cases'}: ${part.caseNumbers.length} (${numbers}${rest}). ${
      lv ? 'Atvērti pienākumi' : 'Open duties'
    }: ${part.openDuties}.`,
  ];
}

function saying({ as, because, other, institution }: TakeoverPart, language: MailLanguage): string {
  const who = `${other} (${institution})`;
  if (language === 'lv') {
    if (as === 'takesOver')
      return because === 'class'
        ? `Klasi turpmāk audzināt Jūs. Līdz šim to darīja: ${who}.`
        : `Prombūtnes laikā Jūs aizstājat: ${who}.`;
    return `Klasi turpmāk audzina: ${who}. Šie pienākumi vairs nav Jūsu.`;
  }
  if (as === 'takesOver')
    return because === 'class'
      ? `You are the class teacher from now on. Until now it was ${who}.`
      : `You stand in during the leave of ${who}.`;
  return `The class teacher from now on is ${who}. These duties are no longer yours.`;
}

const font = "font-family:'Segoe UI',system-ui,-apple-system,Roboto,'Helvetica Neue',Arial,sans-serif;";

/** `paragraphs` are HTML. */
function html(language: MailLanguage, title: string, paragraphs: readonly string[]): string {
  const body = paragraphs.map(
    (one) => `<p style="margin:0 0 14px;${font}font-size:16px;line-height:24px;">${one}</p>`,
  );
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)}</title>
</head>
<body style="margin:0;padding:24px;max-width:600px;">
${body.join('\n')}
</body>
</html>
`;
}
