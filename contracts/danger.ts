/**
 * Whom to report danger to, handed through from the core, so that the browser client can say it without a network
 * (ADR 8). Nothing is described or decided here a second time.
 */
export { type DescribedDanger, type ReportRoute, reportRoutes } from '../domain/danger/report-route.ts';
export type { DangerRecipient, DangerSituation } from '../domain/danger/situation.ts';
