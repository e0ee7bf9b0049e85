/** The activities of the `timeline` workflow; each calls one function of the application. */
import type { Timeline, TimelineActivities } from './timeline-activities.ts';

export type TimelineWork = {
  readonly loadTimeline: (dossierId: string) => Promise<Timeline>;
  readonly takeSteps: (dossierId: string) => Promise<Timeline>;
  readonly deliverMails: () => Promise<unknown>;
};

export function createTimelineActivities(work: TimelineWork): TimelineActivities {
  return {
    loadTimeline: (dossierId) => work.loadTimeline(dossierId),
    takeSteps: (dossierId) => work.takeSteps(dossierId),
    async deliverMails() {
      await work.deliverMails();
    },
  };
}
