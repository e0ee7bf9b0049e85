/** Parts of the overdue board as tables for a spreadsheet: exactly what the page shows, hidden numbers hidden here too. */
import type { AnswerTimes } from '../domain/board/answer-times.ts';
import type { HangingCause } from '../domain/board/hanging.ts';
import type { BoardTableView, BoardView } from './board-view.ts';
import { printCsv } from './import/print-csv.ts';

/** `hanging` holds single duties and stays with who may see them; the others may be handed on. */
export const boardParts = ['hanging', 'owes', 'waits', 'answers'] as const;
export type BoardPart = (typeof boardParts)[number];

type Language = 'lv' | 'en';
type Lines = readonly (readonly string[])[];

export function boardCsv(board: BoardView, part: BoardPart, language: Language): string {
  switch (part) {
    case 'hanging':
      return printCsv(hangingLines(board, language));
    case 'owes':
    case 'waits':
      return printCsv(figureLines(board[part], language));
    case 'answers':
      return printCsv(answerLines(board, language));
  }
}

function hangingLines({ hanging }: BoardView, language: Language): Lines {
  const words = wordsIn[language];
  return [
    words.hanging,
    ...hanging.map((line) => [
      line.caseNumber,
      line.title[language],
      line.owedBy.name,
      line.owedTo.map(({ name }) => name).join(', '),
      line.startedOn,
      line.dueOn,
      String(line.daysLate),
      line.latenessWord[language],
      String(line.ball.owingDays),
      String(line.ball.waitingDays),
      words.causes[line.cause],
    ]),
  ];
}

function figureLines({ institutions, totals }: BoardTableView, language: Language): Lines {
  const words = wordsIn[language];
  return [
    words.figures,
    ...institutions.flatMap(({ institution, kinds }) =>
      kinds.map(({ title, figures }) => [
        institution.name,
        title[language],
        ...(figures === null
          ? [words.hidden, words.hidden, words.hidden, words.hidden]
          : [figures.late, figures.longest, figures.owingDays, figures.waitingDays].map(String)),
      ]),
    ),
    ...totals.flatMap(({ title, late }) =>
      late === null ? [] : [[words.totals, title[language], String(late), '', '', '']],
    ),
  ];
}

function answerLines({ answers, trend }: BoardView, language: Language): Lines {
  const words = wordsIn[language];
  const times = (one: AnswerTimes | null) =>
    one === null
      ? [words.hidden, words.hidden, words.hidden]
      : [one.medianOwingDays, one.medianWaitingDays, one.onTimePercent].map((value) =>
          value.toLocaleString(language === 'lv' ? 'lv-LV' : 'en-GB', { useGrouping: false }),
        );
  const share = (percent: number | null) => (percent === null ? words.hidden : String(percent));
  return [
    words.answers,
    ...answers.map(({ institution, acknowledgement, answer }) => [
      institution.name,
      ...times(acknowledgement),
      ...times(answer),
    ]),
    words.trend,
    ...trend.map(({ month, acknowledgement, answer }) => [month, share(acknowledgement), share(answer)]),
  ];
}

type Words = {
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
