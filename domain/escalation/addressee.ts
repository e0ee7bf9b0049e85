/** To whom a complaint about a late duty goes, and whom to ring where the head must not know of the case. */
import type { Duty } from '../duty/duty.ts';
import { institutionIdOf } from '../duty/parties.ts';
import { isHead, type StaffDirectory } from '../duty/recipients.ts';
import type { InstitutionKind } from '../procedure/party.ts';

/** Who decides about a complaint, in the order in which it climbs (duties page, section 4, steps 3 and 4; R 3). */
const rungs: readonly InstitutionKind[] = ['educationBoard', 'cooperationGroup', 'municipality', 'founder'];

/**
 * The first rung that is not the owing side itself, nor led by those who lead the owing side, nor by nobody but excluded
 * persons (rules of conduct 3). Null where the municipality has none left: then a state body, by a person (step 5).
 */
export function addresseeOf(
  { owedBy }: Pick<Duty, 'owedBy'>,
  { holders, serving }: Pick<StaffDirectory, 'holders' | 'serving'>,
  excluded: readonly string[],
): string | null {
  const owing = institutionIdOf(owedBy);
  const headsOf = (institutionId: string | null) =>
    holders
      .filter((holder) => holder.institutionId === institutionId && isHead(holder.role))
      .map(({ personId }) => personId);
  const biased = new Set([...excluded, ...headsOf(owing)]);
  const found = rungs
    .map((kind) => serving[kind])
    .filter((id) => id !== undefined && id !== owing)
    .find((id) => {
      const heads = headsOf(id ?? null);
      return heads.length === 0 || heads.some((personId) => !biased.has(personId));
    });
  return found ?? null;
}
