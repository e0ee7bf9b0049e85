/** A duty: who owes what to whom by when and why. Derived from the facts, never edited (`compute-duties.ts`). */
import type { EventType } from '../dossier/event.ts';
import type { Bilingual } from '../procedure/duty-definition.ts';
import type { Force } from '../procedure/force.ts';
import type { InstitutionKind, OutsideParty, Role } from '../procedure/party.ts';
import type { CalendarDay, Instant } from '../time.ts';
import type { Explanation, Postponement } from './explanation.ts';

/**
 * A side of a duty, made concrete as far as facts and set-up allow. `institutionId` is null where the
 * municipality has named no such institution, and on the waiting side while that institution takes no part yet;
 * `personId` where any holder of the role may act.
 */
export type Party =
  | {
      readonly party: 'person';
      readonly role: Role;
      readonly institutionId: string | null;
      readonly personId: string | null;
    }
  | {
      readonly party: 'institution';
      readonly kind: InstitutionKind | null;
      readonly institutionId: string | null;
    }
  | { readonly party: 'family'; readonly who: 'learner' | 'parents' | 'both' }
  | { readonly party: 'outside'; readonly name: OutsideParty };

export type Due = { readonly at: Instant; readonly day: CalendarDay };

/** One link of the chain of postponements; the chain is counted from the origin, never from a shifted date. */
export type PostponementLink = Postponement & { readonly eventId: string };

export type SettledHow = 'fulfilled' | 'superseded' | 'waived' | 'closed';

export type Settlement = {
  readonly how: SettledHow;
  /** When it really happened. */
  readonly at: Instant;
  readonly day: CalendarDay;
  /** When the product came to know. */
  readonly recordedAt: Instant;
  readonly eventIds: readonly string[];
};

/** A part of a duty that is ticked apart (an absence assessment has four). */
export type DutyPart = { readonly part: string; readonly doneBy: string | null };

export type StepName =
  | 'first'
  | 'remindBefore'
  | 'remindToday'
  | 'nag'
  | 'dangerNag'
  | 'plannedPassed'
  | 'late'
  | 'head'
  | 'waitingSide'
  | 'propose'
  | 'replyReceived'
  | 'answerAsked'
  | 'accountAsked'
  | 'windowOver'
  | 'draftWithdrawn'
  | 'settled';

/** Why somebody is told. */
export type ToldAs =
  | 'owes'
  | 'follows'
  | 'waits'
  | 'head'
  | 'manager'
  | 'principal'
  | 'onCall'
  | 'recorder'
  | 'onCase';

/** `except`: whose own act it was, and who is therefore not told of it. */
export type Told = { readonly as: ToldAs; readonly to: Party; readonly except?: string };

/**
 * Somebody did something about the duty that others are told of at once, whatever its term says: a reply came by mail
 * (rules of conduct 20), everybody was asked for the answer, a complaint was drafted (rules of conduct 14).
 */
export type Telling = {
  readonly name: 'replyReceived' | 'answerAsked' | 'accountAsked' | 'windowOver' | 'draftWithdrawn';
  /** The how manieth of its name, those taken back counted too, so that none comes twice. */
  readonly n: number;
  readonly at: Instant;
  /** Of a draft: the last day on which the owing side may answer or add its account. */
  readonly until: CalendarDay | null;
  readonly tell: readonly Told[];
};

/**
 * A moment at which somebody is told something. Unique by dossier, duty key, generation, name and `n`.
 * `urgency`: `danger` goes at any hour, `own` as a mail of its own in working hours, `digest` with the next
 * morning's digest.
 */
export type Step = {
  readonly name: StepName;
  readonly n: number;
  readonly at: Instant;
  readonly urgency: 'danger' | 'own' | 'digest';
  readonly tell: readonly Told[];
};

/** Whose turn it is, and how the calendar days so far divide between the sides (rules of conduct 12). */
export type Ball = {
  readonly holder: 'owing' | 'waiting';
  readonly owingDays: number;
  readonly waitingDays: number;
};

/** A fact that would settle a duty, or a part of it; `data` is what is known of it before anybody asks. */
export type SettlingFact = {
  readonly type: EventType;
  readonly data: Readonly<Record<string, string | boolean | number | readonly string[]>>;
  readonly part?: string;
};

export type Duty = {
  /** `kind:` and the id of the fact or subject that started it; late entry of other facts never changes it. */
  readonly key: string;
  readonly kind: string;
  readonly title: Bilingual;
  readonly owedBy: Party;
  readonly owedTo: readonly Party[];
  readonly follower: Party | null;
  readonly force: Force;
  readonly danger: boolean;
  /** Same-day and immediate duties are never quiet, whatever the force of their term. */
  readonly sameDay: boolean;
  readonly immediate: boolean;
  readonly startedBy: readonly string[];
  readonly startedAt: Instant;
  readonly startedDay: CalendarDay;
  /** The person who recorded the starting fact. */
  readonly recordedBy: string;
  readonly knownAt: Instant;
  readonly opensOn: CalendarDay;
  readonly due: Due | null;
  readonly explanation: Explanation;
  readonly postponements: readonly PostponementLink[];
  /** Grows when the due moment is postponed, the duty reopened or its fulfilment withdrawn. */
  readonly generation: number;
  readonly parts: readonly DutyPart[];
  readonly settled: Settlement | null;
  /** What would settle it; absent from what was stored before it was worked out. */
  readonly settledBy?: readonly SettlingFact[];
  /** From before the municipality's start date and not yet dated: no lateness, no rung (rules of conduct 15). */
  readonly takenOver: boolean;
  /** The owing institution has no active user: “atbilde sistēmā nav zināma”, never late (rules of conduct 13). */
  readonly answerUnknown: boolean;
  /** A reply by mail came in and waits for confirmation: late notices and rungs are held (rules of conduct 20). */
  readonly held: boolean;
  /** Absent where nothing but the term is told. */
  readonly tellings?: readonly Telling[];
  /** Those who wait are told with the first notice. */
  readonly announced?: true;
  readonly ballIntervals: readonly BallInterval[];
  readonly sources: readonly string[];
};

/** Days from `from` (inclusive) to `until` (exclusive; null = still) during which the waiting side held the ball. */
export type BallInterval = { readonly from: CalendarDay; readonly until: CalendarDay | null };
