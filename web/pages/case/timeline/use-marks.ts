/** Facts and duties of a case as marks of the timeline, each with the sentence that says it. */
import { useTranslation } from 'react-i18next';
import { useSession } from '../../../app/session.ts';
import { shortDayWords } from '../../../parts/day-words.ts';
import { inLanguage } from '../../../parts/in-language.ts';
import { wallTimeOf } from '../../../parts/riga-time.ts';
import { sideWords } from '../../../parts/side-words.ts';
import type { DossierDetail, RecordedFact } from '../../../requests/dossiers.ts';
import type { DutyView } from '../../../requests/duties.ts';
import { happenedAt, holding, type TypesByName, valueIn } from '../facts.ts';
import { type ArrowToPlace, type BarToPlace, type DotToPlace, plusDays } from './layout.ts';

export type Tone = 'own' | 'other' | 'danger';

export type Marks = {
  readonly today: string;
  readonly firstRow: string;
  readonly bars: readonly (BarToPlace & { readonly tone: Tone; readonly soft: boolean })[];
  readonly dots: readonly (DotToPlace & { readonly tone: Tone })[];
  readonly arrows: readonly ArrowToPlace[];
  /** What each mark says, in the order of time. */
  readonly sentences: readonly { readonly key: string; readonly day: string; readonly text: string }[];
};

export function useMarks(
  facts: readonly RecordedFact[],
  duties: readonly DutyView[],
  types: TypesByName,
  { schoolName }: DossierDetail,
): Marks {
  const { t } = useTranslation();
  const { institution } = useSession();
  const today = todayOf(duties);
  const open = duties.filter(({ duty }) => duty.settled === null);
  const byKey = new Map(duties.map((view) => [view.duty.key, view] as const));
  const rowOf = ({ owedBy }: DutyView) => owedBy.institutionName ?? inLanguage(owedBy.words);

  const bars = open.map((view) => {
    const { duty, status } = view;
    return {
      key: duty.key,
      row: rowOf(view),
      start: duty.startedDay,
      dues: duesOf(view),
      late: status === 'late',
      turns: duty.ballIntervals,
      word: shortened(inLanguage(duty.title), 44),
      tone: toneOf(view.owedBy.institutionName, duty.danger),
      // A term that is only recommended is called late in softer words, and drawn so (rules of conduct 8).
      soft: duty.force.term === 'recommended',
      sentence: barSentence(view),
    };
  });

  const held = holding(facts);
  const dots = held.flatMap((fact) => {
    const { event, institutionName } = fact;
    if (event.type === 'duty.escalated' && arrowOf(fact) !== null) return [];
    const type = types.get(event.type);
    const at = happenedAt(fact, type);
    const day = at.length === 10 ? at : wallTimeOf(new Date(at)).day;
    const what = type === undefined ? event.type : inLanguage(type.title);
    return [
      {
        key: event.id,
        row: institutionName,
        day,
        word: shortened(what, 30),
        tone: toneOf(institutionName, event.type.startsWith('danger.')),
        sentence: factSentence(fact, what, day),
      },
    ];
  });

  const arrows = held.flatMap((fact) => arrowOf(fact) ?? []);
  const sentences = [
    ...dots.map(({ key, day, sentence }) => ({ key, day, text: sentence })),
    ...arrows.map(({ key, day, sentence }) => ({ key, day, text: sentence })),
    ...bars.map(({ key, start, sentence }) => ({ key, day: start, text: sentence })),
  ].toSorted((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0));
  return { today, firstRow: schoolName, bars, dots, arrows, sentences };

  function toneOf(institutionName: string | null, danger: boolean): Tone {
    if (danger) return 'danger';
    return institutionName === institution.name ? 'own' : 'other';
  }

  function barSentence(view: DutyView): string {
    const { duty, dueWords, latenessWord } = view;
    const who = sideWords(view.owedBy, institution.name);
    const what = inLanguage(duty.title);
    const start = shortDayWords(duty.startedDay);
    if (duty.due === null) return t('casePage.line.dutyUntimed', { who, what, start });
    const how = [latenessWord, dueWords].flatMap((words) => (words === null ? [] : inLanguage(words)));
    return t('casePage.line.duty', {
      who,
      what,
      start,
      due: shortDayWords(duty.due.day),
      how: how.join(' · '),
    });
  }

  function factSentence(fact: RecordedFact, what: string, day: string): string {
    const { byName, institutionName } = fact;
    const who = [byName, institutionName].filter((name) => name !== null && name !== '').join(', ');
    const dutyTitle = byKey.get(String(valueIn(fact, 'dutyKey')))?.duty.title;
    const due = valueIn(fact, 'newDueOn');
    if (fact.event.type === 'duty.postponed' && dutyTitle !== undefined && typeof due === 'string') {
      return t('casePage.line.postponed', {
        day: shortDayWords(day),
        who,
        what: inLanguage(dutyTitle),
        due: shortDayWords(due),
      });
    }
    return t('casePage.line.happened', { day: shortDayWords(day), who, what });
  }

  /** From the row of whoever owes to that of whoever was told; within one institution it is an event like others. */
  function arrowOf(fact: RecordedFact) {
    const { event, names } = fact;
    if (event.type !== 'duty.escalated') return null;
    const view = byKey.get(event.data.dutyKey);
    const to = names.find(({ id }) => id === event.data.toInstitutionId)?.name;
    if (view === undefined || to === undefined || to === rowOf(view)) return null;
    const { day } = wallTimeOf(new Date(event.occurredAt));
    const what = inLanguage(view.duty.title);
    return {
      key: event.id,
      from: rowOf(view),
      to,
      day,
      sentence: t('casePage.line.escalated', { day: shortDayWords(day), what, to }),
    };
  }
}

/** As the API counts it, where a duty tells; the clock of the browser serves the drawing alone. */
function todayOf(duties: readonly DutyView[]): string {
  const dated = duties.find(({ duty, daysLeft }) => duty.due !== null && daysLeft !== null);
  if (dated === undefined) return wallTimeOf(new Date()).day;
  return plusDays(dated.duty.due?.day ?? '', -(dated.daysLeft ?? 0));
}

/** The first due day, then each one it was put off to. */
function duesOf({ duty }: DutyView): readonly string[] {
  if (duty.due === null) return [];
  const first = duty.explanation.basis.due;
  const chain = [...(first === null ? [] : [first]), ...duty.postponements.map(({ newDueOn }) => newDueOn)];
  const growing = chain.filter((day, index) => index === 0 || day > (chain[index - 1] ?? ''));
  return growing.at(-1) === duty.due.day ? growing : [duty.due.day];
}

function shortened(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;
}
