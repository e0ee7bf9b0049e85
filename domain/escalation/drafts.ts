/** Drafts of a complaint, or of another step that a person decides, and the time they leave the owing side. */
import { addWorkingDays } from '../calendar/index.ts';
import type { DossierEventOf } from '../dossier/event.ts';
import { type Facts, factsOf } from '../dossier/facts.ts';
import type { Duty } from '../duty/duty.ts';
import { institutionIdOf } from '../duty/parties.ts';
import { calendarFor, type DossierSetting } from '../duty/setting.ts';
import { type CalendarDay, dayOf, endOfDay, type Instant } from '../time.ts';

export type ComplaintDraft = {
  readonly complaintId: string;
  readonly eventId: string;
  readonly draftedAt: Instant;
  readonly by: string;
  readonly dutyIds: readonly string[];
  /** Among all drafts there ever were of the dossier, in the order of entering. */
  readonly rank: number;
  readonly filedAt: Instant | null;
};

/** How long the owing side may answer or add its own account (rules of conduct 14), in its own working days. */
export const windowWorkingDays = 2;

/** From the draft on; `until` is the end of `day`. */
export type ReceiverWindow = { readonly from: Instant; readonly day: CalendarDay; readonly until: Instant };

/** Drafts that hold, in the order of entering. */
export function draftsOf(facts: Facts): readonly ComplaintDraft[] {
  const takenBack = facts.withdrawn
    .map(({ fact }) => fact.event)
    .filter((event): event is DossierEventOf<'complaint.drafted'> => event.type === 'complaint.drafted');
  const holding = factsOf(facts, 'complaint.drafted').map(({ event }) => event);
  const all = [...holding, ...takenBack].sort((a, b) =>
    compareText(a.recordedAt + a.id, b.recordedAt + b.id),
  );
  const filed = factsOf(facts, 'complaint.filed');
  return all.flatMap((event, rank) => {
    if (!holding.includes(event)) return [];
    const { complaintId, dutyIds } = event.data;
    const sent = filed.find((one) => one.event.data.complaintId === complaintId);
    return [
      {
        complaintId,
        eventId: event.id,
        draftedAt: event.recordedAt,
        by: event.by,
        dutyIds,
        rank,
        filedAt: sent?.event.recordedAt ?? null,
      },
    ];
  });
}

/**
 * Is the draft about this duty as it is owed now? One made before the duty was late (it was postponed since) is not:
 * the owing side has a new day.
 */
export function isAbout({ dutyIds, draftedAt }: ComplaintDraft, duty: Duty): boolean {
  return names(dutyIds, duty) && duty.due !== null && draftedAt >= duty.due.at;
}

/** A fact names duties by their key, or by their id on the duties page. */
export function names(dutyIds: readonly string[], { key, kind }: Pick<Duty, 'key' | 'kind'>): boolean {
  return dutyIds.includes(key) || dutyIds.includes(kind);
}

/** Two whole working days of the owing institution after the day of the draft. */
export function receiverWindow(
  { draftedAt }: Pick<ComplaintDraft, 'draftedAt'>,
  { owedBy }: Pick<Duty, 'owedBy'>,
  setting: DossierSetting,
): ReceiverWindow {
  const calendar = calendarFor(setting, institutionIdOf(owedBy));
  const day = addWorkingDays(calendar, dayOf(draftedAt), windowWorkingDays);
  return { from: draftedAt, day, until: endOfDay(day) };
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
