/** What one's institution asked to be put right about duties on the board, and what came of it (rules of conduct 27). */
import { openWords } from '../../db/encryption/words.ts';
import { type CorrectionRow, correctionRows } from '../../db/repositories/board.ts';
import { loadInstitutions } from '../../db/repositories/directory.ts';
import { openForWork } from '../../db/repositories/dossiers.ts';
import { type DutyRow, loadDutyRows } from '../../db/repositories/duties.ts';
import { loadEventsById } from '../../db/repositories/events.ts';
import { asActor } from '../../db/transaction.ts';
import type { DossierEvent, DossierEventOf } from '../../domain/dossier/event.ts';
import { institutionIdOf } from '../../domain/duty/parties.ts';
import { addDays, dayOf } from '../../domain/time.ts';
import type { Actor, Result } from '../application.ts';
import type { CorrectionView } from '../board-view.ts';
import { refused } from '../commands/carry-out.ts';
import type { ApiDeps } from '../deps.ts';
import { askOffice } from '../office.ts';

/** Answered requests stay on the board this long. */
const DAYS_SHOWN = 90;

/**
 * Open ones first, then those answered last. Of a case it reads the requests of the actor's own institution and their
 * answers, which were written to it, and nothing else.
 */
export async function corrections(
  deps: ApiDeps,
  actor: Actor,
): Promise<Result<{ readonly items: readonly CorrectionView[] }>> {
  const now = await deps.clock.now();
  return await asActor(deps.database, { personId: actor.personId, now }, async (tx) => {
    const office = await askOffice(tx, actor, 'seeBoard', now);
    if ('refused' in office) return refused(office);
    const since = addDays(dayOf(now), -DAYS_SHOWN);
    const rows = await correctionRows(tx, office.institution.id, since);
    const dossierIds = [...new Set(rows.map(({ dossierId }) => dossierId))];
    for (const id of dossierIds) await openForWork(tx, id);
    const ids = rows.flatMap(({ duty }) => [...duty.startedBy, ...(duty.settled?.eventIds ?? [])]);
    const [found, duties] = await Promise.all([loadEventsById(tx, ids), loadDutyRows(tx, dossierIds)]);
    const sealed = found.flatMap(({ event, sealed: words }) =>
      words === null ? [] : [[event.id, words] as const],
    );
    const [words, institutions] = await Promise.all([
      openWords(tx, deps.keys, new Map(sealed)),
      loadInstitutions(
        tx,
        rows.map(({ duty }) => institutionIdOf(duty.owedBy)).filter((id) => id !== null),
      ),
    ]);
    const events = found.map(({ event }) => event);
    const names = new Map([...institutions].map(([id, { name }]) => [id, name]));
    return {
      ok: true,
      value: {
        items: rows.flatMap((row) => viewOf(row, events, duties.get(row.dossierId) ?? [], words, names)),
      },
    };
  });
}

function viewOf(
  { dossierId, caseNumber, duty }: CorrectionRow,
  events: readonly DossierEvent[],
  duties: readonly DutyRow[],
  words: ReadonlyMap<string, string | null>,
  names: ReadonlyMap<string, string>,
): readonly CorrectionView[] {
  const asked = events.find((event) => isAsked(event) && duty.startedBy.includes(event.id));
  if (asked === undefined || !isAsked(asked)) return [];
  const answer = events.find((event) => isAnswered(event) && event.data.requestId === asked.id);
  const { dutyKey, whatCode } = asked.data;
  const about = duties.find(({ key }) => key === dutyKey)?.duty;
  return [
    {
      requestId: asked.id,
      dossierId,
      caseNumber: caseNumber ?? '',
      dutyKey,
      title: about?.title ?? duty.title,
      whatCode,
      words: words.get(asked.id) ?? null,
      askedAt: asked.recordedAt,
      answeredBy: names.get(institutionIdOf(duty.owedBy) ?? '') ?? null,
      dueOn: duty.due?.day ?? null,
      answer:
        answer === undefined || !isAnswered(answer)
          ? null
          : {
              outcomeCode: answer.data.outcomeCode,
              words: words.get(answer.id) ?? null,
              at: answer.recordedAt,
            },
      dutySettled: about === undefined || about.settled !== null,
    },
  ];
}

function isAsked(event: DossierEvent): event is DossierEventOf<'correction.asked'> {
  return event.type === 'correction.asked';
}

function isAnswered(event: DossierEvent): event is DossierEventOf<'correction.answered'> {
  return event.type === 'correction.answered';
}
