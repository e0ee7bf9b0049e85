/** How the classes of the school stand, and what is decided about thresholds reached there. */
import { queryOptions } from '@tanstack/react-query';
import type { ClassOverview, ThresholdDecisions, ThresholdsDecided } from '../../contracts/class-overview.ts';
import { ask } from './request.ts';

export type { ThresholdDecisions } from '../../contracts/class-overview.ts';
export type ClassStanding = ClassOverview['classes'][number];
export type ClassThreshold = ClassStanding['thresholds'][number];

/** Fetched anew with the duties. */
export function classOverviewQuery(institutionId: string) {
  return queryOptions({
    queryKey: ['duties', 'classes', institutionId],
    queryFn: async ({ signal }) => (await ask<ClassOverview>('/classes/overview', { signal })).classes,
  });
}

export function decideThresholds(
  body: ThresholdDecisions,
  idempotencyKey: string,
): Promise<ThresholdsDecided> {
  return ask('/thresholds/decisions', { method: 'POST', body, idempotencyKey });
}
