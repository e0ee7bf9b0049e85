/** People, institutions and leave, as heads and administrators keep them. */
import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import type { DirectoryAnswer } from '../../contracts/directory.ts';
import type { staffList } from '../../contracts/sign-in.ts';
import type * as staff from '../../contracts/staff.ts';
import { ask } from './request.ts';
import type { Typed } from './typed.ts';

export type StaffPerson = z.infer<typeof staff.staffPerson>;
export type StaffRole = StaffPerson['roles'][number];
export type KeptInstitution = z.infer<typeof staff.keptInstitutions>['institutions'][number];
export type Leave = z.infer<typeof staff.leaveAnswer>;
export type OwedByPerson = z.infer<typeof staff.owedAnswer>;
export type StaffAccount = z.infer<typeof staffList>['people'][number];
export type RoleToGive = Typed<z.input<typeof staff.roleToGive>>;
export type PersonToAdd = Typed<z.input<typeof staff.personToAdd>>;
export type PersonToChange = Typed<z.input<typeof staff.personToChange>>;
export type InstitutionToAdd = Typed<z.input<typeof staff.institutionToAdd>>;
export type InstitutionToChange = Typed<z.input<typeof staff.institutionToChange>>;
type AbsenceToAdd = Typed<z.input<typeof staff.absenceToAdd>>;
type SubstituteToAdd = Typed<z.input<typeof staff.substituteToAdd>>;
type Kept = z.infer<typeof staff.kept>;
type Changed = z.infer<typeof staff.changed>;

/** The institutions of the municipality, for its administrators. */
export const institutionsQuery = queryOptions({
  queryKey: ['institutions'],
  queryFn: async ({ signal }) =>
    (await ask<z.infer<typeof staff.keptInstitutions>>('/institutions', { signal })).institutions,
});

/** Institutions of one's own municipality by name, for everybody. */
export const ownDirectoryQuery = queryOptions({
  queryKey: ['directory', 'own'],
  queryFn: async ({ signal }) => {
    const { institutions } = await ask<DirectoryAnswer>('/directory?limit=200', { signal });
    return institutions.filter(({ ownMunicipality }) => ownMunicipality);
  },
});

/** Everybody of an institution with the roles held there, also earlier and later ones. */
export function staffQuery(institutionId: string) {
  return queryOptions({
    queryKey: ['staff', institutionId],
    queryFn: ({ signal }) => everybody(institutionId, signal),
  });
}

async function everybody(institutionId: string, signal: AbortSignal): Promise<readonly StaffPerson[]> {
  const found: StaffPerson[] = [];
  let next: string | null = null;
  do {
    const cursor: string = next === null ? '' : `&cursor=${next}`;
    const page: { readonly items: readonly StaffPerson[]; readonly next: string | null } = await ask(
      `/institutions/${institutionId}/people?limit=200${cursor}`,
      { signal },
    );
    found.push(...page.items);
    next = page.next;
  } while (next !== null);
  return found;
}

/** How far the people of the institution acted for are with signing in. */
export const staffAccountsQuery = queryOptions({
  queryKey: ['staff-accounts'],
  queryFn: async ({ signal }) =>
    (await ask<{ readonly people: readonly StaffAccount[] }>('/administration/people', { signal })).people,
});

export function leaveQuery(institutionId: string) {
  return queryOptions({
    queryKey: ['leave', institutionId],
    queryFn: ({ signal }) => ask<Leave>(`/institutions/${institutionId}/leave`, { signal }),
  });
}

/** What somebody owes in person; always asked anew, because the number is confirmed when switching off. */
export function owedQuery(personId: string) {
  return queryOptions({
    queryKey: ['owed', personId],
    queryFn: ({ signal }) => ask<OwedByPerson>(`/people/${personId}/duties`, { signal }),
    staleTime: 0,
  });
}

export function addPerson(body: PersonToAdd, idempotencyKey: string): Promise<Kept> {
  return ask('/people', { method: 'POST', body, idempotencyKey });
}

export function changePerson(
  { id, version, body }: { readonly id: string; readonly version: number; readonly body: PersonToChange },
  idempotencyKey: string,
): Promise<Changed> {
  return ask(`/people/${id}`, { method: 'POST', body, version, idempotencyKey });
}

export function giveRole(
  { personId, body }: { readonly personId: string; readonly body: RoleToGive },
  idempotencyKey: string,
): Promise<Kept> {
  return ask(`/people/${personId}/roles`, { method: 'POST', body, idempotencyKey });
}

type Ending = { readonly id: string; readonly until?: string };

export function endRole({ id, ...body }: Ending, idempotencyKey: string): Promise<Kept> {
  return ask(`/roles/${id}/end`, { method: 'POST', body, idempotencyKey });
}

export function switchPersonOff(
  { id, openDuties }: { readonly id: string; readonly openDuties: number },
  idempotencyKey: string,
): Promise<Kept> {
  return ask(`/people/${id}/off`, { method: 'POST', body: { openDuties }, idempotencyKey });
}

export function switchPersonOn(id: string, idempotencyKey: string): Promise<Kept> {
  return ask(`/people/${id}/on`, { method: 'POST', body: {}, idempotencyKey });
}

export function invite(personId: string): Promise<unknown> {
  return ask('/administration/invitations', { method: 'POST', body: { personId } });
}

export function resetSecondFactor(personId: string): Promise<unknown> {
  return ask(`/administration/people/${personId}/reset-second-factor`, { method: 'POST', body: {} });
}

export function addInstitution(body: InstitutionToAdd, idempotencyKey: string): Promise<Kept> {
  return ask('/institutions', { method: 'POST', body, idempotencyKey });
}

export function changeInstitution(
  {
    id,
    version,
    body,
  }: { readonly id: string; readonly version: number; readonly body: InstitutionToChange },
  idempotencyKey: string,
): Promise<Changed> {
  return ask(`/institutions/${id}`, { method: 'POST', body, version, idempotencyKey });
}

export function addAbsence(body: AbsenceToAdd, idempotencyKey: string): Promise<Kept> {
  return ask('/absences', { method: 'POST', body, idempotencyKey });
}

export function addSubstitute(body: SubstituteToAdd, idempotencyKey: string): Promise<Kept> {
  return ask('/substitutes', { method: 'POST', body, idempotencyKey });
}

export function endLeave(
  { list, id, ...body }: Ending & { readonly list: 'absences' | 'substitutes' },
  idempotencyKey: string,
): Promise<Kept> {
  return ask(`/${list}/${id}/end`, { method: 'POST', body, idempotencyKey });
}
