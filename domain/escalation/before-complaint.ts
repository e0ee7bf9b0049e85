/**
 * What stands before a complaint about a late duty, or another step that a person decides (rules of conduct 14): is it
 * known to have arrived, has everybody been asked for the answer, has the head been called, has the owing side had its
 * two working days. Danger skips all of it.
 */
import { type Fact, type Facts, factsOf } from '../dossier/facts.ts';
import type { DossierState } from '../dossier/state.ts';
import type { Duty } from '../duty/duty.ts';
import type { DossierSetting } from '../duty/setting.ts';
import type { CalendarDay, Instant } from '../time.ts';
import { draftsOf, isAbout, type ReceiverWindow, receiverWindow } from './drafts.ts';

/** How far what the duty answers is known to have come; sent, received and accepted are kept apart. */
export type Delivery = {
  readonly referralId: string;
  readonly channelCode: string;
  readonly regNo: string | null;
  readonly sentOn: CalendarDay;
  readonly receivedOn: CalendarDay | null;
  readonly acknowledged: 'accepted' | 'declined' | 'redirected' | null;
};

/** Something that was done about the duty since it is late. */
export type Mark = { readonly eventId: string; readonly at: Instant; readonly by: string };

export type Preparation = 'asked' | 'called' | 'draft';

export type BeforeComplaint = {
  /** Danger: nothing of this stands before it. */
  readonly skipped: boolean;
  /** Null where the duty answers no referral. */
  readonly delivery: Delivery | null;
  readonly asked: readonly Mark[];
  readonly calls: readonly (Mark & { readonly resultCode: string })[];
  /** The owing side's own accounts, printed beside the other side's. */
  readonly accounts: readonly Mark[];
  /** From the draft on; null while there is none. */
  readonly window: ReceiverWindow | null;
  readonly missing: readonly Preparation[];
  /** The end of the window; null while something is missing. Of danger the moment at which the duty was known. */
  readonly mayGoFrom: Instant | null;
};

export type ComplaintGround = {
  readonly facts: Facts;
  readonly state: DossierState;
  readonly setting: DossierSetting;
};

/** `complaintId`: this complaint's own draft; null takes the first one about the duty. Total. */
export function beforeComplaint(
  duty: Duty,
  { facts, state, setting }: ComplaintGround,
  complaintId: string | null = null,
): BeforeComplaint {
  const late = (fact: Fact) => duty.due !== null && fact.event.recordedAt >= duty.due.at;
  const onDuty = (fact: { readonly event: { readonly data: { readonly dutyKey: string } } }) =>
    fact.event.data.dutyKey === duty.key;
  const asked = factsOf(facts, 'answer.asked').filter(onDuty).filter(late).map(markOf);
  const calls = factsOf(facts, 'receiver.called')
    .filter(onDuty)
    .filter((fact) => duty.due !== null && fact.moment.at >= duty.due.at)
    .map((fact) => ({ ...markOf(fact), resultCode: fact.event.data.resultCode }));
  const draft = draftsOf(facts).find(
    (one) => isAbout(one, duty) && (complaintId === null || one.complaintId === complaintId),
  );
  const window = draft === undefined ? null : receiverWindow(draft, duty, setting);
  const missing: readonly Preparation[] = duty.danger
    ? []
    : [
        ...(asked.length === 0 ? (['asked'] as const) : []),
        ...(calls.length === 0 ? (['called'] as const) : []),
        ...(window === null ? (['draft'] as const) : []),
      ];
  return {
    skipped: duty.danger,
    delivery: deliveryOf(duty, facts, state),
    asked,
    calls,
    accounts: factsOf(facts, 'account.added').filter(onDuty).map(markOf),
    window,
    missing,
    mayGoFrom: duty.danger ? duty.knownAt : missing.length > 0 || window === null ? null : window.until,
  };
}

function markOf({ event, moment }: Fact): Mark {
  return { eventId: event.id, at: moment.at, by: event.by };
}

function deliveryOf(duty: Duty, facts: Facts, state: DossierState): Delivery | null {
  const referrals = [...state.referrals.values()];
  const referral = referrals.find(
    ({ id, sentBy }) =>
      duty.startedBy.includes(sentBy.event.id) ||
      factsOf(facts, 'referral.received').some(
        ({ event }) => event.data.referralId === id && duty.startedBy.includes(event.id),
      ),
  );
  if (referral === undefined || referral.sentBy.event.type !== 'referral.sent') return null;
  const { channelCode, regNo } = referral.sentBy.event.data;
  return {
    referralId: referral.id,
    channelCode,
    regNo: regNo ?? null,
    sentOn: referral.sentBy.moment.day,
    receivedOn: referral.receivedDay,
    acknowledged: referral.acknowledged,
  };
}
