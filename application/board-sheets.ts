/** Parts of the overdue board as tables for a spreadsheet: exactly what the page shows, hidden numbers hidden here too. */
import type { AnswerTimes } from '../domain/board/answer-times.ts';
import type { HangingCause } from '../domain/board/hanging.ts';
import type { CalendarDay } from '../domain/time.ts';
import type { BoardTableView, BoardView } from './board-view.ts';

/** `hanging` holds single duties and stays with who may see them; the others may be handed on. */
export const boardParts = ['hanging', 'owes', 'waits', 'answers'] as const;
export type BoardPart = (typeof boardParts)[number];

/** What stands in a cell: a text, a number, a day, or nothing. */
export type Cell = string | number | { readonly day: CalendarDay } | null;

export type BoardSheet = {
  readonly title: string;
  readonly heading: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
};

type Language = 'lv' | 'en';

/** The tables of a part, with their headings. */
export function boardSheets(board: BoardView, part: BoardPart, language: Language): readonly BoardSheet[] {
  const words = wordsIn[language];
  const title = words.titles[part];
  switch (part) {
    case 'hanging':
      return [{ title, heading: words.hanging, rows: hangingRows(board, language) }];
    case 'owes':
    case 'waits':
      return [{ title, heading: words.figures, rows: figureRows(board[part], language) }];
    case 'answers':
      return [
        { title, heading: words.answers, rows: answerRows(board, words.hidden) },
        { title: words.trend[0] ?? '', heading: words.trend, rows: trendRows(board, words.hidden) },
      ];
  }
}

function hangingRows({ hanging }: BoardView, language: Language): BoardSheet['rows'] {
  return hanging.map((line) => [
    line.caseNumber,
    line.title[language],
    line.owedBy.name,
    line.owedTo.map(({ name }) => name).join(', '),
    { day: line.startedOn },
    { day: line.dueOn },
    line.daysLate,
    line.latenessWord[language],
    line.ball.owingDays,
    line.ball.waitingDays,
    wordsIn[language].causes[line.cause],
  ]);
}

function figureRows({ institutions, totals }: BoardTableView, language: Language): BoardSheet['rows'] {
  const { hidden, totals: together } = wordsIn[language];
  return [
    ...institutions.flatMap(({ institution, kinds }) =>
      kinds.map(({ title, figures }) => [
        institution.name,
        title[language],
        ...(figures === null
          ? [hidden, hidden, hidden, hidden]
          : [figures.late, figures.longest, figures.owingDays, figures.waitingDays]),
      ]),
    ),
    ...totals.flatMap(({ title, late }) =>
      late === null ? [] : [[together, title[language], late, null, null, null]],
    ),
  ];
}

function answerRows({ answers }: BoardView, hidden: string): BoardSheet['rows'] {
  const times = (one: AnswerTimes | null): readonly Cell[] =>
    one === null ? [hidden, hidden, hidden] : [one.medianOwingDays, one.medianWaitingDays, one.onTimePercent];
  return answers.map(({ institution, acknowledgement, answer }) => [
    institution.name,
    ...times(acknowledgement),
    ...times(answer),
  ]);
}

function trendRows({ trend }: BoardView, hidden: string): BoardSheet['rows'] {
  return trend.map(({ month, acknowledgement, answer }) => [
    month,
    acknowledgement ?? hidden,
    answer ?? hidden,
  ]);
}

type Words = {
  /** At most 31 characters: names of sheets. */
  readonly titles: Readonly<Record<BoardPart, string>>;
  readonly hanging: readonly string[];
  readonly figures: readonly string[];
  readonly answers: readonly string[];
  readonly trend: readonly string[];
  readonly totals: string;
  readonly hidden: string;
  readonly causes: Readonly<Record<HangingCause, string>>;
};

const wordsIn: Readonly<Record<Language, Words>> = {
  lv: {
    titles: {
      hanging: 'Iestrēgušās atbildes',
      owes: 'Kas jāizdara',
      waits: 'Ko gaida no citiem',
      answers: 'Cik ilgi jāgaida atbilde',
    },
    hanging: [
      'Gadījums',
      'Pienākums',
      'Atbild',
      'Gaida',
      'Sākts',
      'Gaidīts līdz',
      'Dienas pēc tam',
      'Kā to sauc',
      'Dienas pie tā, kas atbild',
      'Dienas pie tā, kas gaida',
      'Iemesls',
    ],
    figures: [
      'Iestāde',
      'Pienākums',
      'Vēl nav izdarīts',
      'Ilgākais, dienas',
      'Dienas pie tā, kas atbild',
      'Dienas pie tā, kas gaida',
    ],
    answers: [
      'Iestāde, kas atbild',
      'Apstiprinājums: mediāna, dienas',
      'Apstiprinājums: vēl pie tā, kas gaida',
      'Apstiprinājums: laikā, %',
      'Atbilde: mediāna, dienas',
      'Atbilde: vēl pie tā, kas gaida',
      'Atbilde: laikā, %',
    ],
    trend: ['Mēnesis', 'Apstiprinājums: laikā, %', 'Atbilde: laikā, %'],
    totals: 'Visas iestādes kopā',
    hidden: 'nerāda (mazs skaits)',
    causes: {
      waitsForOther: 'Gaida otru pusi',
      noSpecialist: 'Nav speciālista',
      parentsUnreachable: 'Vecāki nav sasniedzami',
      leave: 'Atvaļinājums vai slimība',
      notRecorded: 'Atbilde varbūt ir, bet nav pierakstīta',
      notKnown: 'Iemesls nav pierakstīts',
    },
  },
  en: {
    titles: {
      hanging: 'Hanging answers',
      owes: 'What is to be done',
      waits: 'What others owe',
      answers: 'How long answers take',
    },
    hanging: [
      'Case',
      'Duty',
      'Answers',
      'Waits',
      'Began',
      'Expected by',
      'Days since then',
      'What it is called',
      'Days at whoever answers',
      'Days at whoever waits',
      'Cause',
    ],
    figures: [
      'Institution',
      'Duty',
      'Not done yet',
      'Longest, days',
      'Days at whoever answers',
      'Days at whoever waits',
    ],
    answers: [
      'Institution that answers',
      'Acknowledgement: median, days',
      'Acknowledgement: more at whoever waits',
      'Acknowledgement: in time, %',
      'Answer: median, days',
      'Answer: more at whoever waits',
      'Answer: in time, %',
    ],
    trend: ['Month', 'Acknowledgement: in time, %', 'Answer: in time, %'],
    totals: 'All institutions together',
    hidden: 'not shown (small number)',
    causes: {
      waitsForOther: 'Waits for the other side',
      noSpecialist: 'There is no specialist',
      parentsUnreachable: 'The parents cannot be reached',
      leave: 'Leave or illness',
      notRecorded: 'The answer may be there and is not recorded',
      notKnown: 'No reason is recorded',
    },
  },
};
