import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { calendarDay, instant } from '../domain/time.ts';
import { boardCsv } from './board-csv.ts';
import { boardParts } from './board-sheets.ts';
import type { BoardView } from './board-view.ts';
import { boardXlsx } from './board-xlsx.ts';

const institution = { id: 'i', name: '=cmd Sociālais dienests' };
const title = { lv: 'Atbildēt', en: 'Reply' };
const table = {
  institutions: [{ institution, kinds: [{ kind: 'reply', title, figures: null }] }],
  totals: [{ kind: 'reply', title, late: null }],
};
const board: BoardView = {
  asOf: instant('2026-11-20T10:00:00.000Z'),
  hanging: [
    {
      dossierId: 'd',
      caseNumber: '2026-0001',
      dutyKey: 'reply:r',
      title,
      owedBy: institution,
      owedTo: [],
      startedOn: calendarDay('2026-11-02'),
      dueOn: calendarDay('2026-11-20'),
      daysLate: 1,
      latenessWord: { lv: 'nokavēts', en: 'late' },
      ball: { holder: 'owing', owingDays: 19, waitingDays: 0 },
      cause: 'notKnown',
    },
  ],
  owes: table,
  waits: table,
  answers: [
    {
      institution,
      acknowledgement: null,
      answer: { medianOwingDays: 12.5, medianWaitingDays: 0, onTimePercent: 75 },
      onTime: [80],
    },
  ],
  trend: [{ month: '2026-11', acknowledgement: null, answer: 80 }],
};

describe('the board as a file', () => {
  it('hides what the page hides, and totals that are hidden there (R 27)', () => {
    const [, line, ...more] = boardCsv(board, 'owes', 'lv').split('\r\n');
    expect(line).toContain('Atbildēt;nerāda (mazs skaits);nerāda (mazs skaits)');
    expect(more).toEqual(['']);
  });

  it('no cell is a formula', () => {
    for (const part of boardParts) expect(boardCsv(board, part, 'lv')).not.toMatch(/(^|[;\n])"?[=+@]/);
    expect(boardCsv(board, 'answers', 'lv')).toContain(`"'=cmd Sociālais dienests"`);
  });

  it('numbers as the reader’s spreadsheet reads them', () => {
    expect(boardCsv(board, 'answers', 'lv')).toContain(';"12,5";0;75');
    expect(boardCsv(board, 'answers', 'en')).toContain(';12.5;0;75');
  });
});

/** The files of a workbook, as text. */
async function workbook(part: Parameters<typeof boardXlsx>[1]): Promise<Readonly<Record<string, string>>> {
  const files = unzipSync(await boardXlsx(board, part, 'lv'));
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

describe('the board as a workbook', () => {
  it('hides what the page hides (R 27)', async () => {
    const files = await workbook('owes');
    for (const cell of ['C2', 'D2', 'E2', 'F2'])
      expect(files['xl/worksheets/sheet1.xml']).toMatch(new RegExp(`<c r="${cell}"[^>]* t="s">`));
    expect(files['xl/sharedStrings.xml']).toContain('nerāda (mazs skaits)');
  });

  it('numbers are numbers, days are days, and no text is a formula', async () => {
    const answers = (await workbook('answers'))['xl/worksheets/sheet1.xml'];
    expect(answers).toMatch(/<c r="E2"[^>]*><v>12.5<\/v>/);
    const hanging = await workbook('hanging');
    // 20 November 2026 as spreadsheets count days.
    expect(hanging['xl/worksheets/sheet1.xml']).toContain('<v>46346</v>');
    for (const part of boardParts) expect(Object.values(await workbook(part)).join()).not.toMatch(/<f[ >]/);
    expect(hanging['xl/sharedStrings.xml']).toContain('=cmd Sociālais dienests');
  });
});
