/** Rows with a period: roles held, leave, substitutes. `untilAt` is the first moment at which it no longer holds. */
import { and, gt, isNull, lte, or, type SQL } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { Instant } from '../../domain/time.ts';

type Period = { readonly fromAt: PgColumn; readonly untilAt: PgColumn };

/** Has begun, and is not over. */
export function inForce(period: Period, now: Instant): SQL | undefined {
  return and(lte(period.fromAt, now), notOver(period, now));
}

/** Is not over, whether it has begun or not. */
export function notOver({ untilAt }: Pick<Period, 'untilAt'>, now: Instant): SQL | undefined {
  return or(isNull(untilAt), gt(untilAt, now));
}
