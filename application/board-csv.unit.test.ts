import { describe, expect, it } from 'vitest';
import { instant } from '../domain/time.ts';
import { boardCsv, boardParts } from './board-csv.ts';
import type { BoardView } from './board-view.ts';

const institution = { id: 'i', name: '=cmd Sociālais dienests' };
const title = { lv: 'Atbildēt', en: 'Reply' };
const table = {
  institutions: [{ institution, kinds: [{ kind: 'reply', title, figures: null }] }],
  totals: [{ kind: 'reply', title, late: null }],
};
const board: BoardView = {
  asOf: instant('2026-11-20T10:00:00.000Z'),
  hanging: [],
  owes: table,
  waits: table,
  answers: [
    {
      institution,
      acknowledgement: null,
      answer: { medianOwingDays: 12.5, medianWaitingDays: 0, onTimePercent: 75 },
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
