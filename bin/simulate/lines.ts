/** Makes lines for people of what was observed at a moment; the same observations always make the same lines. */
import { noticeItem } from '../../application/delivery/notice-items.ts';
import { lateness } from '../../application/duty-view.ts';
import type { WorkingCalendar } from '../../domain/calendar/index.ts';
import type { Due, Duty, StepName } from '../../domain/duty/duty.ts';
import { addDays, type CalendarDay, dayOf, endOfDay, type Instant, localTime } from '../../domain/time.ts';
import type { Observation, ObservedDossier } from './observe.ts';
import { dutyWords, type Language, mailWords, stepWords, toldWords, words } from './words.ts';

export type Naming = {
  readonly language: Language;
  readonly personName: (id: string) => string;
  readonly institutionName: (id: string) => string | null;
  readonly calendar: WorkingCalendar;
};

type Line = { readonly at: Instant; readonly rank: string; readonly text: string };

/** In the order of their moments; what happens at the same moment in the order of cause and effect. */
export function linesOf(
  observations: readonly Observation[],
  now: Instant,
  naming: Naming,
): readonly string[] {
  return observations
    .map((one) => lineOf(one, now, naming))
    .sort((a, b) => compareTexts(a.at, b.at) || compareTexts(a.rank, b.rank) || compareTexts(a.text, b.text))
    .map(({ text }) => text);
}

function lineOf(one: Observation, now: Instant, naming: Naming): Line {
  const { language } = naming;
  switch (one.what) {
    case 'fact': {
      const { type, by, institution, seq, acute } = one.event;
      const author = [naming.personName(by), naming.institutionName(institution) ?? ''].join(', ');
      const parts = [caseOf(one.dossier, naming), `${type}${acute === true ? ' (!)' : ''}`, author];
      return line(now, `0 ${caseOf(one.dossier, naming)} ${padded(seq)}`, words.recorded[language], parts);
    }
    case 'duty': {
      const { owedBy, owedTo, why } = sidesOf(one.dossier, one.duty, 'first', now, naming);
      const parts = [
        caseOf(one.dossier, naming),
        one.duty.title[language],
        dueOf(one.duty.due, language),
        `${words.owedBy[language]}: ${owedBy}`,
        ...(owedTo === '' ? [] : [`${words.owedTo[language]}: ${owedTo}`]),
        `${words.why[language]}: ${why}`,
      ];
      const { change } = one;
      const ended = one.duty.settled !== null && change !== 'started' && change !== 'takenOver';
      return line(now, ended ? '2' : '1', dutyWords[change][language], ended ? parts.slice(0, 2) : parts);
    }
    case 'step': {
      const { dossier, duty, name, at } = one;
      const { why } = sidesOf(dossier, duty, name, at, naming);
      const told = one.recipients
        .map(({ personId, toldAs }) => `${naming.personName(personId)} (${toldWords[toldAs][language]})`)
        .sort(compareTexts);
      const parts = [
        caseOf(dossier, naming),
        duty.title[language],
        dueOf(duty.due, language),
        `→ ${told.length === 0 ? words.nobody[language] : told.join(', ')}`,
        `${words.why[language]}: ${why}`,
      ];
      return line(at, '3', stepWord(name, duty, language), parts, endsDay(name));
    }
    case 'mail': {
      const said = one.says
        .map(
          ({ dossier, duty, name }) =>
            `${caseOf(dossier, naming)} ${duty.title[language]} (${stepWord(name, duty, language)})`,
        )
        .sort(compareTexts);
      return line(now, '4', mailWords[one.kind][language], [`→ ${naming.personName(one.personId)}`, ...said]);
    }
  }
}

function line(at: Instant, rank: string, word: string, parts: readonly string[], closing = false): Line {
  return { at, rank, text: `${momentText(at, closing)}  ${word}: ${parts.join(' · ')}` };
}

/** `2026-11-20 10.00` in Riga. What falls due with the end of a day is written `24.00` of that day. */
function momentText(at: Instant, closing: boolean): string {
  const { hour, minute } = localTime(at);
  const day = dayOf(at);
  return closing && hour === 0 && minute === 0
    ? `${addDays(day, -1)} 24.00`
    : `${day} ${hour}.${String(minute).padStart(2, '0')}`;
}

function endsDay(name: StepName): boolean {
  return ['late', 'head', 'waitingSide', 'propose', 'plannedPassed', 'windowOver'].includes(name);
}

function stepWord(name: StepName, duty: Duty, language: Language): string {
  return (name === 'late' ? lateness(duty)?.[language] : undefined) ?? stepWords[name][language];
}

function caseOf({ caseNumber, homeInstitutionId }: ObservedDossier, naming: Naming): string {
  return (
    caseNumber ??
    `${words.year[naming.language]} (${naming.institutionName(homeInstitutionId) ?? homeInstitutionId})`
  );
}

function dueOf(due: Due | null, language: Language): string {
  if (due === null) return words.noDue[language];
  return `${words.until[language]} ${due.at === endOfDay(due.day) ? dayText(due.day) : momentText(due.at, false)}`;
}

function dayText(day: CalendarDay): string {
  return day;
}

/** In the words of the mails. */
function sidesOf(dossier: ObservedDossier, duty: Duty, step: StepName, now: Instant, naming: Naming) {
  const { language, calendar, institutionName } = naming;
  return noticeItem(
    { dossierId: dossier.id, caseNumber: dossier.caseNumber, duty, step, n: 0, toldAs: 'owes' },
    { language, now, calendar, institutionName },
  );
}

function padded(seq: number): string {
  return String(seq).padStart(6, '0');
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
