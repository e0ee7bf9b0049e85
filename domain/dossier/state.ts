/** What the facts of a dossier amount to, apart from its duties. Pure fold over the facts that hold. */
import type { CaseLevel } from '../procedure/procedure.ts';
import type { CalendarDay, Instant } from '../time.ts';
import { type Fact, type Facts, factsOf } from './facts.ts';

export type Referral = {
  readonly id: string;
  readonly sentBy: Fact;
  readonly senderId: string;
  readonly receiverId: string;
  readonly kindCode: string;
  readonly answerWanted: boolean;
  readonly receivedDay: CalendarDay | null;
  readonly acknowledged: 'accepted' | 'declined' | 'redirected' | null;
  readonly withdrawn: boolean;
  /** The fact that ended what the referral started: withdrawn, declined or redirected. */
  readonly endedBy: Fact | null;
};

export type Manager = {
  readonly personId: string;
  readonly institutionId: string;
  readonly level: CaseLevel;
  readonly lead: boolean;
};

export type DossierState = {
  readonly phase: 'concern' | 'case';
  readonly level: CaseLevel;
  /** The fact that closed the dossier, if it is closed now. */
  readonly closedBy: Fact | null;
  readonly referrals: ReadonlyMap<string, Referral>;
  /** In the order of their appointment; the last lead of the highest level leads the case. */
  readonly managers: readonly Manager[];
  readonly excludedPersonIds: readonly string[];
  readonly firstRecordedAt: Instant | null;
};

/** Folds the facts. Total: any list of facts gives a state. */
export function stateOf(facts: Facts, institutionOfPerson: Readonly<Record<string, string>>): DossierState {
  const referrals = referralsOf(facts);
  return {
    phase: factsOf(facts, 'case.opened').length > 0 ? 'case' : 'concern',
    level: levelOf(facts),
    closedBy: closingFact(facts),
    referrals,
    managers: managersOf(facts, referrals, institutionOfPerson),
    excludedPersonIds: excludedOf(facts),
    firstRecordedAt: facts.all.reduce<Instant | null>(
      (first, { event }) => (first === null || event.recordedAt < first ? event.recordedAt : first),
      null,
    ),
  };
}

/** The lead of the highest level, appointed last; null where nobody was appointed. */
export function leadManager(state: DossierState): Manager | null {
  return state.managers
    .filter((manager) => manager.lead)
    .reduce<Manager | null>((best, next) => (best === null || next.level >= best.level ? next : best), null);
}

/** The lead before the present one, at whatever level; null where there was none. */
export function previousManager(state: DossierState): Manager | null {
  const leads = state.managers.filter((manager) => manager.lead);
  const present = leadManager(state);
  return leads.filter((manager) => manager !== present).at(-1) ?? null;
}

function levelOf(facts: Facts): CaseLevel {
  const levels = [
    ...factsOf(facts, 'case.opened').map(({ event }) => asLevel(event.data.level)),
    ...factsOf(facts, 'case.managerAssigned').map(({ event }) => asLevel(event.data.level)),
  ];
  return levels.reduce<CaseLevel>((highest, level) => (level > highest ? level : highest), 1);
}

function asLevel(value: unknown): CaseLevel {
  return value === 2 || value === '2' ? 2 : value === 3 || value === '3' ? 3 : 1;
}

function closingFact(facts: Facts): Fact | null {
  const turns = facts.all.filter(
    ({ event }) =>
      event.type === 'case.closed' || event.type === 'concern.closed' || event.type === 'case.reopened',
  );
  const last = turns.at(-1) ?? null;
  return last === null || last.event.type === 'case.reopened' ? null : last;
}

function referralsOf(facts: Facts): ReadonlyMap<string, Referral> {
  const referrals = new Map<string, Referral>();
  for (const sent of factsOf(facts, 'referral.sent')) {
    const { referralId, receiverId, kindCode, answerWanted } = sent.event.data;
    if (referrals.has(referralId)) continue;
    const ofThis = (fact: { readonly event: { readonly data: { readonly referralId: string } } }) =>
      fact.event.data.referralId === referralId;
    const acknowledged = factsOf(facts, 'referral.acknowledged').find(ofThis) ?? null;
    const withdrawn = factsOf(facts, 'referral.withdrawn').find(ofThis) ?? null;
    const refused = acknowledged?.event.data.outcomeCode === 'accepted' ? null : acknowledged;
    referrals.set(referralId, {
      id: referralId,
      sentBy: sent,
      senderId: sent.event.institution,
      receiverId,
      kindCode,
      answerWanted: answerWanted === true,
      receivedDay: factsOf(facts, 'referral.received').find(ofThis)?.moment.day ?? null,
      acknowledged: acknowledged?.event.data.outcomeCode ?? null,
      withdrawn: withdrawn !== null,
      endedBy: withdrawn ?? refused,
    });
  }
  return referrals;
}

/** A referral that was withdrawn hands nothing over (rules of conduct 17). */
function managersOf(
  facts: Facts,
  referrals: ReadonlyMap<string, Referral>,
  institutionOfPerson: Readonly<Record<string, string>>,
): readonly Manager[] {
  const managers: Manager[] = [];
  const add = (fact: Fact, personId: string | undefined, level: CaseLevel, lead: boolean) => {
    if (personId === undefined) return;
    const institutionId = institutionOfPerson[personId] ?? fact.event.institution;
    managers.push({ personId, institutionId, level, lead });
  };
  for (const fact of facts.all) {
    const { event } = fact;
    if (event.type === 'case.managerAssigned') {
      add(fact, event.data.managerId, asLevel(event.data.level), event.data.roleCode !== 'co');
    }
    if (event.type === 'handover.completed' && referrals.get(event.data.referralId)?.withdrawn !== true) {
      add(fact, event.data.newManagerId, 2, true);
    }
  }
  return managers;
}

function excludedOf(facts: Facts): readonly string[] {
  const excluded = new Set<string>();
  for (const { event } of facts.all) {
    if (event.type === 'person.excluded') excluded.add(event.data.personId);
    if (event.type === 'person.readmitted') excluded.delete(event.data.personId);
    if (event.type === 'concern.recorded' || event.type === 'danger.suspected') {
      for (const personId of event.data.excludedPersonIds ?? []) excluded.add(personId);
    }
  }
  return [...excluded].sort();
}
