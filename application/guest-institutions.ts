/**
 * Guests of a dossier: institutions of other municipalities that a referral brought in (rules of conduct 17). The
 * dossier is worked out with who works there; of their municipality nothing else comes in, and nothing goes out to it.
 */
import { loadInstitutions, type MunicipalityDirectory } from '../db/repositories/directory.ts';
import type { Transaction } from '../db/transaction.ts';
import type { RoleHolder } from '../domain/duty/recipients.ts';
import type { InstitutionKind } from '../domain/procedure/party.ts';
import type { Leave } from '../domain/staff/substitution.ts';
import type { Instant } from '../domain/time.ts';
import { isUuid } from './commands/check-ids.ts';
import { cachedDirectory, type DirectoryCache } from './directory-cache.ts';

export type Guest = {
  readonly institutionId: string;
  /** Its own municipality's. */
  readonly directory: MunicipalityDirectory;
};

/** As much of a fact as tells whom a referral went to, recorded or about to be. */
export type MaybeReferral = { readonly type: string; readonly data: object };

/** Also of a referral that was withdrawn since: what that institution did for the dossier is still part of it. */
function receiversOf(facts: readonly MaybeReferral[]): readonly string[] {
  const ids = facts.flatMap(({ type, data }) =>
    type === 'referral.sent' && 'receiverId' in data && typeof data.receiverId === 'string'
      ? [data.receiverId]
      : [],
  );
  return [...new Set(ids)].sort();
}

/** Receivers that the dossier's own municipality does not have. What is tried without being recorded takes any id. */
export function receiversElsewhere(
  own: MunicipalityDirectory,
  facts: readonly MaybeReferral[],
): readonly string[] {
  const here = new Set(own.institutions.map(({ id }) => id));
  return receiversOf(facts).filter((id) => isUuid(id) && !here.has(id));
}

/** The guests among `ids`, closed institutions too: they may open again. What is invented and what is real do not refer to each other (rules of conduct 28). */
export async function loadGuests(
  tx: Transaction,
  own: MunicipalityDirectory,
  ids: readonly string[],
  now: Instant,
  cache: DirectoryCache,
): Promise<readonly Guest[]> {
  if (ids.length === 0 || own.municipality.training) return [];
  const found = await loadInstitutions(tx, ids);
  const guests: Guest[] = [];
  for (const id of ids) {
    const { municipalityId } = found.get(id) ?? {};
    if (municipalityId === undefined || municipalityId === own.municipality.id) continue;
    const directory = await cachedDirectory(tx, municipalityId, now, cache);
    if (!directory.municipality.training) guests.push({ institutionId: id, directory });
  }
  return guests;
}

/** Municipalities of the guests, each once, in the order of their ids. */
export function guestMunicipalities(guests: readonly Guest[]): readonly string[] {
  return [...new Set(guests.map(({ directory }) => directory.municipality.id))].sort();
}

/** Who holds a role at the guests. */
export function guestHolders(guests: readonly Guest[]): readonly RoleHolder[] {
  return guests.flatMap(({ institutionId, directory }) =>
    directory.holders.filter((one) => one.institutionId === institutionId),
  );
}

/** The dossier's own people's leave with that of the guests. */
export function leaveWith(own: Leave, guests: readonly Guest[]): Leave {
  const ids = new Set(guests.map(({ institutionId }) => institutionId));
  const there = <T extends { readonly institutionId: string }>(of: (leave: Leave) => readonly T[]) =>
    [...new Set(guests.map(({ directory }) => directory))].flatMap(({ leave }) =>
      of(leave).filter(({ institutionId }) => ids.has(institutionId)),
    );
  return {
    absences: [...own.absences, ...there(({ absences }) => absences)],
    substitutes: [...own.substitutes, ...there(({ substitutes }) => substitutes)],
  };
}

/** The first institution of each kind in a municipality. */
export function firstOfEachKind({
  institutions,
}: MunicipalityDirectory): Readonly<Partial<Record<InstitutionKind, string>>> {
  const first: Partial<Record<InstitutionKind, string>> = {};
  for (const { id, kind } of institutions) first[kind] ??= id;
  return first;
}
