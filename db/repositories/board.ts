/** Duties as the overdue board counts them. For role `app_api`: what the actor may not see is not among them. */
import { and, desc, eq, gte, isNull, lte, or, sql } from 'drizzle-orm';
import type { BoardDuty } from '../../domain/board/board-duty.ts';
import type { Duty } from '../../domain/duty/duty.ts';
import { atTime, type CalendarDay, type Instant } from '../../domain/time.ts';
import { dossier, duty } from '../schema/index.ts';
import type { Transaction } from '../transaction.ts';
import { narrowScope } from './access.ts';
import { NARROW } from './dossiers.ts';

export type BoardRow = {
  readonly dossierId: string;
  readonly caseNumber: string | null;
  readonly duty: BoardDuty;
};

/** What the board never reads of a duty. */
const unread = sql`array['explanation', 'tellings', 'sources', 'parts', 'startedBy']`;

/** Of one municipality: what is late at `now`, and what one institution answered another since it fell due on `since`. */
export async function boardRows(
  tx: Transaction,
  municipalityId: string,
  since: CalendarDay,
  now: Instant,
): Promise<readonly BoardRow[]> {
  const scope = await narrowScope(tx, NARROW);
  const late = and(isNull(duty.settledAt), duty.canBeLate, lte(duty.dueSort, now));
  const answered = and(eq(duty.settledHow, 'fulfilled'), gte(duty.dueDay, since), owedToAnother);
  return await tx
    .select({
      dossierId: duty.dossierId,
      caseNumber: dossier.caseNumber,
      duty: sql<BoardDuty>`${duty.duty} - ${unread}`,
    })
    .from(duty)
    .innerJoin(dossier, eq(dossier.id, duty.dossierId))
    .where(
      and(
        eq(duty.municipalityId, municipalityId),
        or(late, answered),
        scope === null ? undefined : sql`${duty.dossierId} = any (${scope}::uuid[])`,
      ),
    );
}

const owedToAnother = sql`${duty.owedByInstitution} is not null and exists (
  select from jsonb_array_elements(${duty.owedTo}) as side
  where side ->> 'institutionId' <> ${duty.owedByInstitution}::text)`;

/** A request for a correction, as the duty to answer it. */
export type CorrectionRow = {
  readonly dossierId: string;
  readonly caseNumber: string | null;
  readonly duty: Duty;
};

/** So many are shown at most. */
const MOST = 100;

/** The requests for a correction of one institution that are open or were answered from `since` on, open ones first. */
export async function correctionRows(
  tx: Transaction,
  institutionId: string,
  since: CalendarDay,
): Promise<readonly CorrectionRow[]> {
  return await tx
    .select({ dossierId: duty.dossierId, caseNumber: dossier.caseNumber, duty: duty.duty })
    .from(duty)
    .innerJoin(dossier, eq(dossier.id, duty.dossierId))
    .where(
      and(
        eq(duty.kind, 'correction'),
        sql`${duty.owedTo} -> 0 ->> 'institutionId' = ${institutionId}`,
        or(isNull(duty.settledAt), gte(duty.settledAt, atTime(since, 0, 0))),
      ),
    )
    .orderBy(sql`${duty.settledAt} desc nulls first`, desc(duty.startedAt), desc(duty.key))
    .limit(MOST);
}
