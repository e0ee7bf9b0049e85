/** What became of one referral: what was said about it by either side, and when. Pure, from the facts that hold. */
import type { CalendarDay } from '../time.ts';
import type { DossierEventOf, EventType } from './event.ts';
import { type Fact, type Facts, factsOf } from './facts.ts';
import type { Referral } from './state.ts';

type Data<T extends EventType> = DossierEventOf<T>['data'];
type Channel = Data<'referral.sent'>['channelCode'];
type OutcomeOf<T extends EventType, K extends keyof Data<T>> = NonNullable<Data<T>[K]>;

export type Supplement = {
  /** The fact by which it was asked for. */
  readonly requestId: string;
  readonly askedOn: CalendarDay;
  readonly wantedBy: CalendarDay | null;
  readonly missingCodes: readonly string[];
  readonly givenOn: CalendarDay | null;
};

export type ReferralCourse = {
  readonly sentOn: CalendarDay;
  readonly channelCode: Channel;
  readonly regNo: string | null;
  readonly answerWanted: boolean;
  readonly wishedBy: CalendarDay | null;
  readonly received: {
    readonly on: CalendarDay;
    readonly howKnownCode: OutcomeOf<'referral.received', 'howKnownCode'>;
  } | null;
  readonly acknowledged: {
    readonly on: CalendarDay;
    readonly outcomeCode: OutcomeOf<'referral.acknowledged', 'outcomeCode'>;
    readonly reasonCode: string | null;
    readonly redirectedToId: string | null;
  } | null;
  /** In the order in which they were asked for. */
  readonly supplements: readonly Supplement[];
  /** The last one; its words stay with those who made it (K table 18, L4619). */
  readonly evaluated: {
    readonly on: CalendarDay;
    readonly outcomeCode: OutcomeOf<'evaluation.completed', 'outcomeCode'>;
  } | null;
  /** The first answer, whichever way it went; either side may have recorded it (rules of conduct 13). */
  readonly answered: {
    readonly on: CalendarDay;
    readonly how: 'sent' | 'reported' | 'feedback';
    readonly channelCode: Channel | null;
    readonly disputed: boolean;
  } | null;
  readonly postponed: { readonly until: CalendarDay; readonly reasonCode: string } | null;
  readonly withdrawn: {
    readonly on: CalendarDay;
    readonly reasonCode: OutcomeOf<'referral.withdrawn', 'reasonCode'>;
  } | null;
};

/** The facts that name the referral, in the order in which they happened. */
export function factsOfReferral(facts: Facts, referralId: string): readonly Fact[] {
  return facts.all.filter(({ event }) => 'referralId' in event.data && event.data.referralId === referralId);
}

/** Total; what nobody recorded is null. */
export function referralCourse(facts: Facts, { id, sentBy }: Referral): ReferralCourse {
  const names = (fact: { readonly event: { readonly data: { readonly referralId: string } } }) =>
    fact.event.data.referralId === id;
  const received = factsOf(facts, 'referral.received').find(names);
  const acknowledged = factsOf(facts, 'referral.acknowledged').find(names);
  const withdrawn = factsOf(facts, 'referral.withdrawn').find(names);
  const evaluated = factsOf(facts, 'evaluation.completed').findLast(names);
  const postponed = factsOf(facts, 'reply.postponed').findLast(names);
  const sent = sentBy.event.data as Data<'referral.sent'>;
  return {
    sentOn: sentBy.moment.day,
    channelCode: sent.channelCode,
    regNo: sent.regNo ?? null,
    answerWanted: sent.answerWanted === true,
    wishedBy: sent.wishedBy ?? null,
    received:
      received === undefined
        ? null
        : { on: received.moment.day, howKnownCode: received.event.data.howKnownCode },
    acknowledged:
      acknowledged === undefined
        ? null
        : {
            on: acknowledged.moment.day,
            outcomeCode: acknowledged.event.data.outcomeCode,
            reasonCode: acknowledged.event.data.reasonCode ?? null,
            redirectedToId: acknowledged.event.data.redirectedToId ?? null,
          },
    supplements: supplementsOf(facts, factsOf(facts, 'referral.supplementRequested').filter(names)),
    evaluated:
      evaluated === undefined
        ? null
        : { on: evaluated.moment.day, outcomeCode: evaluated.event.data.outcomeCode },
    answered: firstAnswer(
      factsOf(facts, 'reply.sent').filter(names),
      factsOf(facts, 'reply.reported').filter(names),
      factsOf(facts, 'feedback.given').filter(names),
    ),
    postponed:
      postponed === undefined
        ? null
        : { until: postponed.event.data.newDueOn, reasonCode: postponed.event.data.reasonCode },
    withdrawn:
      withdrawn === undefined
        ? null
        : { on: withdrawn.moment.day, reasonCode: withdrawn.event.data.reasonCode },
  };
}

type FactOf<T extends EventType> = Fact & { readonly event: DossierEventOf<T> };

function supplementsOf(
  facts: Facts,
  asked: readonly FactOf<'referral.supplementRequested'>[],
): readonly Supplement[] {
  const given = factsOf(facts, 'referral.supplemented');
  return asked.map(({ event, moment }) => ({
    requestId: event.id,
    askedOn: moment.day,
    wantedBy: event.data.wantedBy ?? null,
    missingCodes: event.data.missingCodes ?? [],
    givenOn: given.find((one) => one.event.data.requestId === event.id)?.moment.day ?? null,
  }));
}

function firstAnswer(
  sent: readonly FactOf<'reply.sent'>[],
  reported: readonly FactOf<'reply.reported'>[],
  feedback: readonly FactOf<'feedback.given'>[],
): ReferralCourse['answered'] {
  const answers = [
    ...sent.map(({ event, moment }) => ({
      at: moment.at,
      on: moment.day,
      how: 'sent' as const,
      channelCode: event.data.channelCode ?? null,
      disputed: false,
    })),
    ...reported.map(({ event, moment }) => ({
      at: moment.at,
      on: moment.day,
      how: 'reported' as const,
      channelCode: event.data.channelCode ?? null,
      disputed: event.data.disputed === true,
    })),
    ...feedback.map(({ event, moment }) => ({
      at: moment.at,
      on: moment.day,
      how: 'feedback' as const,
      channelCode: event.data.formCode ?? null,
      disputed: false,
    })),
  ].toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  // An answer that the other side disputes gives way to one that stands.
  const first = answers.find(({ disputed }) => !disputed) ?? answers[0];
  if (first === undefined) return null;
  const { at: _at, ...answer } = first;
  return answer;
}
