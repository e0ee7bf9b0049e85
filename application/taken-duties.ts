/** Who of an institution does what it owes, so that it is not done twice or by nobody. The institution goes on owing it. */
import { tellChanged } from '../db/changed-dossiers.ts';
import { actorKeys, partyKey } from '../db/party-key.ts';
import { holdingsOf } from '../db/repositories/directory.ts';
import { loadDutiesByKey } from '../db/repositories/duties.ts';
import { peopleInForce } from '../db/repositories/staff.ts';
import { dropTaken, keepTaken, mustNotKnow, takenDuties } from '../db/repositories/taken-duties.ts';
import { asActor, type Transaction } from '../db/transaction.ts';
import { mayInOffice } from '../domain/access/may.ts';
import { isShared, matterOf } from '../domain/duty/referral-of.ts';
import type { Instant } from '../domain/time.ts';
import type { Actor, ApplicationRefusal, Result } from './application.ts';
import { refused } from './commands/carry-out.ts';
import { isUuid } from './commands/check-ids.ts';
import type { ApiDeps } from './deps.ts';
import { officeOf } from './office.ts';

export type DutyToTake = {
  readonly dossierId: string;
  readonly dutyKey: string;
  /** Who does it; null: nobody any more. */
  readonly personId: string | null;
};

export type TakenDuties = {
  /**
   * Oneself may take on, and give back, what the own institution owes; whoever manages its people may hand it to any of
   * them. `notFound` where it is no open duty of the institution, or the person must not know of the dossier.
   */
  takeDuty(actor: Actor, taken: DutyToTake): Promise<Result<{ readonly done: true }>>;
};

export function takenDutiesOf(deps: ApiDeps): TakenDuties {
  return {
    async takeDuty(actor, taken) {
      const now = await deps.clock.now();
      const refusal = await asActor(deps.database, { personId: actor.personId, now }, (tx) =>
        take(tx, actor, taken, now),
      );
      if (refusal !== null) return refused(refusal);
      await tellChanged(deps.database, taken.dossierId);
      return { ok: true, value: { done: true } };
    },
  };
}

async function take(
  tx: Transaction,
  actor: Actor,
  { dossierId, dutyKey, personId }: DutyToTake,
  now: Instant,
): Promise<ApplicationRefusal | null> {
  const { institutionId } = actor;
  const [found] = isUuid(dossierId) ? await loadDutiesByKey(tx, [{ dossierId, dutyKey }]) : [];
  const office = await officeOf(tx, actor, now);
  if (found === undefined || office === null) return { refused: 'notFound', path: 'dutyKey' };
  const { duty } = found;
  const hands = mayInOffice('managePeople', office).decision === 'allow';
  const keys = actorKeys(actor.personId, await holdingsOf(tx, actor.personId, now));
  const owes = keys.includes(partyKey(duty.owedBy) ?? '');
  if (duty.settled !== null || !isShared(duty, institutionId) || !(owes || hands))
    return { refused: 'notFound', path: 'dutyKey' };
  const matter = { dossierId, institutionId, matter: matterOf(duty) };
  if (personId === null) {
    const holder = (await takenDuties(tx, [dossierId], now)).find((one) => one.matter === matter.matter);
    if (holder !== undefined && !hands && !keys.includes(`p:${holder.personId}`))
      return { refused: 'notYourAct', path: 'personId' };
    await dropTaken(tx, matter);
    return null;
  }
  if (personId !== actor.personId) {
    if (!hands) return { refused: 'notYourAct', path: 'personId' };
    const people = isUuid(personId) ? await peopleInForce(tx, institutionId, now) : [];
    if (!people.some(({ id }) => id === personId) || (await mustNotKnow(tx, dossierId, personId)))
      return { refused: 'notFound', path: 'personId' };
  }
  await keepTaken(tx, { ...matter, personId, byPersonId: actor.personId }, now);
  return null;
}
