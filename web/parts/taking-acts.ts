/** Who may say what of who does a duty. Pure; the API decides all the same. */
import type { DutyView } from '../requests/duties.ts';

/** `takeOver`: from a colleague. */
export type TakingAct = 'take' | 'takeOver' | 'giveBack' | 'hand';

/** Whether an institution owes it, or whoever holds a role there: several of its people may do it. */
export function isShared({ owedBy }: DutyView['duty'], institutionId: string): boolean {
  return (
    (owedBy.party === 'institution' || (owedBy.party === 'person' && owedBy.personId === null)) &&
    owedBy.institutionId === institutionId
  );
}

export function takingActs(
  { duty, takenBy }: DutyView,
  me: { readonly personId: string; readonly institutionId: string; readonly hands: boolean },
): readonly TakingAct[] {
  if (duty.settled !== null || !isShared(duty, me.institutionId)) return [];
  const mine = takenBy?.personId === me.personId;
  return [
    ...(takenBy === null ? (['take'] as const) : []),
    ...(takenBy !== null && !mine ? (['takeOver'] as const) : []),
    ...(takenBy !== null && (mine || me.hands) ? (['giveBack'] as const) : []),
    ...(me.hands ? (['hand'] as const) : []),
  ];
}

/** First name and initial: “Liene A.” */
export function shortPerson(name: string): string {
  const [first = '', ...others] = name.split(' ');
  const last = others.at(-1);
  return last === undefined ? first : `${first} ${String.fromCodePoint(last.codePointAt(0) ?? 0x2013)}.`;
}
