/** Who needs two factors: administrators, and whoever reads other institutions' records. A municipality may ask all. */
import type { SecondFactorPolicy } from '../../db/schema/directory.ts';
import type { InstitutionKind, Role } from '../../domain/procedure/party.ts';

export type PostForPolicy = {
  readonly kind: InstitutionKind;
  readonly role: Role;
  /** What the municipality has set; `whoMust` = the rule alone. It can ask for no less. */
  readonly policy: SecondFactorPolicy;
};

/** Roles that set up or oversee others. */
const overseers: ReadonlySet<Role> = new Set(['administrator', 'dataProtectionOfficer']);

/**
 * Cases begin at schools, so whoever works anywhere else reads what another institution recorded; a school's own
 * staff reads its own.
 */
export function needsSecondFactor(posts: readonly PostForPolicy[]): boolean {
  return posts.some(
    ({ kind, role, policy }) => policy === 'everybody' || overseers.has(role) || kind !== 'school',
  );
}
