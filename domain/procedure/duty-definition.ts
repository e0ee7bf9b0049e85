/**
 * One row of the duties table as data: what starts a duty, who owes it to whom, by when, how binding, and what
 * settles it. Procedure files hold these; `check-procedure.ts` checks them when they are loaded.
 */
import type { Bilingual } from '../calendar/bilingual.ts';
import type { EventType } from '../dossier/event.ts';
import type { CountedTerm, DueRule } from './due-rule.ts';
import type { Force } from './force.ts';
import type { InstitutionKind, PartyExpression } from './party.ts';

export type { Bilingual } from '../calendar/bilingual.ts';

/** Where a rule comes from: document letter, section, line (`K 4.2 L1057`); letters as on the duties page. */
export type Source = string;

/** A test on one fact. `receiverKind` and `actorKind` look the institution up in the directory. */
export type Condition =
  | { readonly field: string; readonly is: string | boolean | number }
  | { readonly field: string; readonly oneOf: readonly string[] }
  | { readonly field: string; readonly includes: string }
  | { readonly field: string; readonly present: boolean }
  | { readonly receiverKind: readonly InstitutionKind[] }
  | { readonly actorKind: readonly InstitutionKind[] }
  | { readonly referralKind: readonly string[] }
  | { readonly referralFlag: 'answerWanted'; readonly is: boolean }
  | { readonly not: Condition };

/** A fact of this type for which every condition holds. */
export type FactPattern = { readonly fact: EventType; readonly where?: readonly Condition[] };

/**
 * What starts a duty.
 * `each`: every matching fact starts one, keyed by that fact.
 * `all`: one duty once a fact of each pattern is there; it runs from the last of them and is keyed by the fact
 *   that matched the first pattern.
 * `series`: as `each`, but a later start takes the place of the open one (the monthly review).
 */
export type Trigger =
  | { readonly each: readonly FactPattern[]; readonly perId?: string }
  | { readonly all: readonly FactPattern[] }
  | { readonly series: readonly FactPattern[] };

/**
 * How a later fact finds its duty: the named field of the later fact equals the named field of the starting
 * fact, or the starting fact's own id (`factId`), or the element of `perId` (`element`).
 */
export type Correlation = {
  readonly field: string;
  readonly equals: { readonly field: string } | 'factId' | 'element';
};

/**
 * What settles a duty. `part` names one of several parts, ticked apart.
 * `perElement`: one such fact for each id in the list field of the starting fact.
 * `reaching`: the list field of the fact, over all such facts together, reaches every one of these kinds.
 */
export type Fulfilment =
  | { readonly by: FactPattern; readonly match?: readonly Correlation[]; readonly part?: string }
  | { readonly allOf: readonly Fulfilment[] }
  | { readonly anyOf: readonly Fulfilment[] }
  | {
      readonly perElement: string;
      readonly by: FactPattern;
      readonly elementField: string;
      readonly match?: readonly Correlation[];
    }
  | { readonly reaching: readonly InstitutionKind[]; readonly by: FactPattern; readonly field: string };

/** A fact that moves the due moment to the day in its field `newDueOn`, as a link of the postponement chain. */
export type Postponement = { readonly by: FactPattern; readonly match: readonly Correlation[] };

/**
 * What differs where the starting fact meets all of `where`; of several that fit, the first is taken. Whatever is
 * left out stays as the duty says.
 */
export type DutyVariant = {
  readonly where: readonly Condition[];
  readonly owedBy?: PartyExpression;
  readonly owedTo?: readonly PartyExpression[];
  readonly follower?: PartyExpression;
  readonly due?: DueRule;
  readonly force?: Force;
  readonly settledBy?: Fulfilment;
};

export type DutyDefinition = {
  /** The id on the duties page; a variant carries its mark (`report-danger@S`). */
  readonly id: string;
  readonly title: Bilingual;
  /** `on`: in the starter set of the procedure; `offered`: a municipality may switch it on. */
  readonly offer: 'on' | 'offered';
  readonly startsWhen: Trigger;
  /** The field of the starting fact that the term runs from, where it is not the fact's own moment. */
  readonly runsFrom?: string;
  readonly owedBy: PartyExpression;
  readonly owedTo: readonly PartyExpression[];
  /** Who looks after a duty whose owner the product does not write to (family, police, court). */
  readonly follower?: PartyExpression;
  readonly due: DueRule;
  /** Those who wait hear of it when it arises, not only when it is late or done. */
  readonly announced?: boolean;
  /** The rule where the starting fact is acute. */
  readonly dueIfAcute?: DueRule;
  /** The duty is shown as open only after this much of its term (“open from day 7”). */
  readonly opensAfter?: CountedTerm;
  readonly force: Force;
  readonly settledBy: Fulfilment;
  readonly variants?: readonly DutyVariant[];
  /** Facts after which the ground of the duty is gone. */
  readonly endedBy?: readonly { readonly by: FactPattern; readonly match?: readonly Correlation[] }[];
  readonly postponedBy?: readonly Postponement[];
  /** Rules of conduct 1: reminders know no working hours. */
  readonly danger?: true;
  /** A person confirms before it starts (thresholds, rules of conduct 16): said on screen. */
  readonly proposed?: true;
  /** Minimum content, conflicts between sources and how they were settled: shown beside the duty. */
  readonly note?: Bilingual;
  readonly sources: readonly Source[];
};
