/** The plain text: everything the HTML says, readable in any mail program and aloud. */
import type { NoticeModel, NoticeRow } from './notice-model.ts';
import { plainLine } from './plain-line.ts';

/** Lines end in LF, the text with one. */
export function noticeText(model: NoticeModel): string {
  const blocks: string[][] = [
    ...(model.training === null ? [] : [[`${model.training.mark}. ${model.training.note}`]]),
    [model.headline, model.addressed],
    ...(model.danger === null
      ? []
      : [[...(model.danger.title === null ? [] : [model.danger.title]), model.danger.text]]),
    ...model.rows.map((row, index) => rowLines(row, index + 1)),
    ...(model.more === null ? [] : [[`${model.more.words}: ${model.more.url}`]]),
    [
      '--',
      model.whyMail,
      ...model.reasons,
      `${model.settings.words} ${model.settings.url}`,
      ...model.closing,
    ],
  ];
  return `${blocks.map((lines) => lines.map(cleanLine).join('\n')).join('\n\n')}\n`;
}

function rowLines(row: NoticeRow, number: number): string[] {
  const due = row.lateness === null ? row.due : `${row.due} – ${row.lateness.words}`;
  return [
    `${number}. ${row.title} – ${row.caseWords}`,
    `   ${due}`,
    ...(row.state === null ? [] : [`   ${row.state}.`]),
    `   ${row.owedBy}. ${row.owedTo}.`,
    ...(row.why === '' ? [] : [`   ${row.why}`]),
    `   ${row.url}`,
  ];
}

function cleanLine(line: string): string {
  const indent = /^ */.exec(line)?.[0] ?? '';
  return indent + plainLine(line);
}
