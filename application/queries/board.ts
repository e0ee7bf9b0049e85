/** The overdue board of a municipality, as far as the actor sees it (rules of conduct 10, 27). */
import { type BoardRow, boardRows } from '../../db/repositories/board.ts';
import { loadInstitutions } from '../../db/repositories/directory.ts';
import { asActor } from '../../db/transaction.ts';
import {
  type AnswerStage,
  answerTimes,
  monthsUntil,
  onTimePercent,
  stageOf,
} from '../../domain/board/answer-times.ts';
import { type BoardDuty, owingInstitution, waitingInstitutions } from '../../domain/board/board-duty.ts';
import { type BoardTable, boardTables } from '../../domain/board/figures.ts';
import { hangingLongest } from '../../domain/board/hanging.ts';
import type { Bilingual } from '../../domain/procedure/duty-definition.ts';
import { type CalendarDay, dayOf, type Instant } from '../../domain/time.ts';
import type { Actor, Result } from '../application.ts';
import type { BoardTableView, BoardView } from '../board-view.ts';
import { refused } from '../commands/carry-out.ts';
import type { ApiDeps } from '../deps.ts';
import { lateness } from '../duty-view.ts';
import { askOffice } from '../office.ts';

type Names = ReadonlyMap<string, string>;

export async function board(deps: ApiDeps, actor: Actor): Promise<Result<BoardView>> {
  const now = await deps.clock.now();
  return await asActor(deps.database, { personId: actor.personId, now }, async (tx) => {
    const office = await askOffice(tx, actor, 'seeBoard', now);
    if ('refused' in office) return refused(office);
    const months = monthsUntil(dayOf(now));
    const since = `${months[0] ?? ''}-01` as CalendarDay;
    const rows = await boardRows(tx, office.institution.municipalityId, since, now);
    const institutions = await loadInstitutions(tx, institutionsOf(rows));
    const names = new Map([...institutions].map(([id, { name }]) => [id, name]));
    return { ok: true, value: boardOf(rows, names, months, now) };
  });
}

function institutionsOf(rows: readonly BoardRow[]): readonly string[] {
  const ids = rows.flatMap(({ duty }) => [owingInstitution(duty), ...waitingInstitutions(duty)]);
  return [...new Set(ids)].filter((id) => id !== null);
}

function boardOf(
  rows: readonly BoardRow[],
  names: Names,
  months: readonly string[],
  now: Instant,
): BoardView {
  const duties = rows.map(({ duty }) => duty);
  const titles = new Map(duties.map(({ kind, title }) => [kind, title]));
  const tables = boardTables(duties, now);
  const staged = { acknowledgement: ofStage(duties, 'acknowledgement'), answer: ofStage(duties, 'answer') };
  return {
    asOf: now,
    hanging: hangingOf(rows, names, now),
    owes: tableOf(tables.owes, names, titles),
    waits: tableOf(tables.waits, names, titles),
    answers: answersOf(staged, names, months, now),
    trend: months.map((month) => ({
      month,
      acknowledgement: onTimePercent(dueIn(staged.acknowledgement, month), now),
      answer: onTimePercent(dueIn(staged.answer, month), now),
    })),
  };
}

function hangingOf(rows: readonly BoardRow[], names: Names, now: Instant): BoardView['hanging'] {
  const named = (id: string) => ({ id, name: nameOf(id, names) });
  const lines = new Map(rows.map((row) => [row.duty, row]));
  return hangingLongest(
    rows.map(({ duty }) => duty),
    now,
  ).flatMap(({ duty, owingId, waitingIds, ...rest }) => {
    const row = lines.get(duty);
    const word = lateness(duty);
    if (row === undefined || word === null || duty.due === null) return [];
    return [
      {
        dossierId: row.dossierId,
        caseNumber: row.caseNumber ?? '',
        dutyKey: duty.key,
        title: duty.title,
        owedBy: named(owingId),
        owedTo: waitingIds.map(named),
        startedOn: duty.startedDay,
        dueOn: duty.due.day,
        latenessWord: word,
        ...rest,
      },
    ];
  });
}

function tableOf(table: BoardTable, names: Names, titles: ReadonlyMap<string, Bilingual>): BoardTableView {
  const titled = <T extends { readonly kind: string }>(one: T) => ({
    ...one,
    title: titles.get(one.kind) ?? { lv: one.kind, en: one.kind },
  });
  const ids = [...new Set(table.cells.map(({ institutionId }) => institutionId))];
  return {
    institutions: byName(ids, names).map((institution) => ({
      institution,
      kinds: byTitle(
        table.cells
          .filter(({ institutionId }) => institutionId === institution.id)
          .map(({ kind, figures }) => titled({ kind, figures })),
      ),
    })),
    totals: byTitle(table.totals.map(titled)),
  };
}

function answersOf(
  staged: Readonly<Record<AnswerStage, readonly BoardDuty[]>>,
  names: Names,
  months: readonly string[],
  now: Instant,
): BoardView['answers'] {
  const all = [...staged.acknowledgement, ...staged.answer].map(owingInstitution);
  const ids = [...new Set(all)].filter((id) => id !== null);
  const timesOf = (duties: readonly BoardDuty[], id: string) =>
    answerTimes(
      duties.filter((duty) => owingInstitution(duty) === id),
      now,
    );
  return byName(ids, names).map((institution) => ({
    institution,
    acknowledgement: timesOf(staged.acknowledgement, institution.id),
    answer: timesOf(staged.answer, institution.id),
    onTime: months.map((month) => {
      const owed = staged.answer.filter((duty) => owingInstitution(duty) === institution.id);
      return onTimePercent(dueIn(owed, month), now);
    }),
  }));
}

function ofStage(duties: readonly BoardDuty[], stage: AnswerStage): readonly BoardDuty[] {
  return duties.filter((duty) => stageOf(duty) === stage);
}

function dueIn(duties: readonly BoardDuty[], month: string): readonly BoardDuty[] {
  return duties.filter(({ due }) => due?.day.startsWith(month));
}

/** Latvian order of names says nothing about who is late. */
const order = new Intl.Collator('lv');

function byName(ids: readonly string[], names: Names) {
  return ids
    .map((id) => ({ id, name: nameOf(id, names) }))
    .sort((a, b) => order.compare(a.name, b.name) || order.compare(a.id, b.id));
}

function byTitle<T extends { readonly title: Bilingual }>(all: readonly T[]): readonly T[] {
  return [...all].sort((a, b) => order.compare(a.title.lv, b.title.lv));
}

function nameOf(id: string, names: Names): string {
  return names.get(id) ?? '–';
}
