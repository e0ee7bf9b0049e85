/**
 * Who relates to a dossier, and what that lets them see. Policy, lists and row-level security all read the rows
 * that this derives, so that the rule exists once.
 */

import { type Facts, factsOf } from '../dossier/facts.ts';
import { type DossierState, leadManager } from '../dossier/state.ts';
import type { Duty, Party } from '../duty/duty.ts';
import { institutionIdOf } from '../duty/parties.ts';
import type { DossierSetting } from '../duty/setting.ts';
import type { Role } from '../procedure/party.ts';
import type { Instant } from '../time.ts';
import { isNoWork } from './act-of-fact.ts';
import type { Post } from './posts.ts';
import { type Relation, type View, viewOf } from './relation.ts';
import { standingOf } from './standing.ts';

/** A person by name, or whoever holds a role or a post in an institution; `role` null = everybody there. */
export type AccessParty =
  | { readonly kind: 'person'; readonly id: string }
  | { readonly kind: 'institution'; readonly id: string; readonly role: Role | Post | null };

/** `view` is what `relation` gives; it stands in the row because row-level security reads it. */
export type AccessRow = {
  readonly party: AccessParty;
  readonly relation: Relation;
  readonly view: View;
  readonly from: Instant;
  /** The first moment at which it no longer holds; null = as long as its ground. */
  readonly until: Instant | null;
};

export type AccessInput = {
  readonly facts: Facts;
  readonly state: DossierState;
  readonly duties: readonly Duty[];
  readonly setting: DossierSetting;
};

/** The rows of a dossier, each party and relation once, from its earliest ground. */
export function accessRows(input: AccessInput): readonly AccessRow[] {
  const { facts, state, setting } = input;
  const from = state.firstRecordedAt;
  if (from === null) return [];
  return once([
    ...managingRows(state, setting, from),
    ...recorderRows(facts, state, setting),
    ...referralRows(state),
    ...groupRows(facts),
    ...owingRows(input),
    ...overseerRows(setting, from),
    ...emergencyRows(facts),
    ...people(state.excludedPersonIds, 'excluded', from),
  ]);
}

/** Those who lead, those who led or stand beside, and the people of the two institutions. */
function managingRows(state: DossierState, setting: DossierSetting, from: Instant): readonly AccessRow[] {
  const { homeInstitutionId: home, classTeacherId } = setting;
  const cutOff = (institutionId: string) =>
    institutionId !== home && standingOf(institutionId, state) === 'none';
  const managers = state.managers.filter(({ institutionId }) => !cutOff(institutionId));
  const lead = leadManager({ ...state, managers });
  const leading = lead?.institutionId ?? home;
  const present =
    lead === null
      ? [classTeacherId]
      : [
          lead.personId,
          ...managers.filter((one) => !one.lead && one.level === lead.level).map(({ personId }) => personId),
        ];
  const partners = [classTeacherId, ...managers.map(({ personId }) => personId)];
  return [
    ...people(present, 'manager', from),
    ...people(
      partners.filter((id) => !present.includes(id)),
      'partner',
      from,
    ),
    row({ kind: 'institution', id: leading, role: 'leadership' }, 'managersHead', from),
    ...[...new Set([home, leading])].map((id) =>
      row({ kind: 'institution', id, role: 'casework' }, 'colleague', from),
    ),
  ];
}

/**
 * Who recorded a fact keeps seeing that something came of it, as far as the institution for which they did still may.
 * Who opened the dossier for another institution, without any referral, works on it. Looking in an emergency,
 * reviewing that, or asking for a correction is no work on the case.
 */
function recorderRows(facts: Facts, state: DossierState, setting: DossierSetting): readonly AccessRow[] {
  const opening = facts.all.reduce<(typeof facts.all)[number] | null>(
    (first, fact) => (first === null || fact.event.seq < first.event.seq ? fact : first),
    null,
  );
  return facts.all.flatMap((fact) => {
    const { by, institution, recordedAt, type } = fact.event;
    if (isNoWork(type)) return [];
    const home = institution === setting.homeInstitutionId;
    if (!home && standingOf(institution, state) === 'none') return [];
    return people([by], !home && fact === opening ? 'opener' : 'recorder', recordedAt);
  });
}

/** A receiver sees a limited preview until it accepts; a declined or withdrawn referral gives nothing. */
function referralRows(state: DossierState): readonly AccessRow[] {
  return [...state.referrals.values()]
    .filter((referral) => referral.endedBy === null)
    .flatMap(({ receiverId, acknowledged, sentBy }) => {
      const from = sentBy.event.recordedAt;
      const at = (role: Role | Post) => ({ kind: 'institution', id: receiverId, role }) as const;
      return acknowledged === 'accepted'
        ? [row(at('casework'), 'acceptedReceiver', from), row(at('secretary'), 'receiver', from)]
        : [row(at('casework'), 'receiver', from), row(at('secretary'), 'receiver', from)];
    });
}

/** A group sees a preview of what it is asked to take, and the case once a meeting took it (K 4.3, V 4). */
function groupRows(facts: Facts): readonly AccessRow[] {
  const taken = factsOf(facts, 'meeting.held').some(({ event }) => event.data.caseTaken === true);
  const proposed = factsOf(facts, 'group.caseProposed').flatMap(({ event }) => {
    const { groupId } = event.data;
    if (groupId === undefined) return [];
    const party = { kind: 'institution', id: groupId, role: 'casework' } as const;
    return [row(party, taken ? 'groupMember' : 'invited', event.recordedAt)];
  });
  const invited = factsOf(facts, 'meeting.scheduled').flatMap(({ event }) =>
    (event.data.invitedInstitutionIds ?? []).map((id) =>
      row({ kind: 'institution', id, role: 'casework' }, 'invited', event.recordedAt),
    ),
  );
  return [...proposed, ...invited];
}

/**
 * Whoever owes or waits sees at least what, to whom and by when. A duty whose ground is gone shows nothing, and an
 * institution cut off sees only what it still owes or waits for. An institution that a fact merely names, and that is
 * neither of the municipality nor brought in by a referral, sees nothing (rules of conduct 17).
 */
function owingRows({ duties, state, setting }: AccessInput): readonly AccessRow[] {
  return duties.flatMap((duty) =>
    [duty.owedBy, ...duty.owedTo].flatMap((party) => {
      const found = partyOf(party);
      const institutionId = institutionIdOf(party);
      const cutOff =
        (found?.kind === 'institution' && setting.institutions[found.id] === undefined) ||
        duty.settled?.how === 'superseded' ||
        (duty.settled !== null && institutionId !== null && standingOf(institutionId, state) === 'none');
      return found === null || cutOff ? [] : [row(found, 'dutyParty', duty.knownAt)];
    }),
  );
}

function partyOf(party: Party): AccessParty | null {
  if (party.party === 'family' || party.party === 'outside') return null;
  if (party.party === 'person' && party.personId !== null) return { kind: 'person', id: party.personId };
  if (party.institutionId === null) return null;
  return {
    kind: 'institution',
    id: party.institutionId,
    role: party.party === 'person' ? party.role : null,
  };
}

/** Administrators see what hangs and where; data-protection officers who looked (mission; duties page 7). */
function overseerRows({ homeInstitutionId, serving }: DossierSetting, from: Instant): readonly AccessRow[] {
  const over = [homeInstitutionId, serving.educationBoard, serving.municipality];
  return [...new Set(over)].flatMap((id) =>
    id === undefined
      ? []
      : [
          row({ kind: 'institution', id, role: 'administrator' }, 'administrator', from),
          row({ kind: 'institution', id, role: 'dataProtectionOfficer' }, 'dataProtection', from),
        ],
  );
}

/** Until the moment that was granted, whatever the outcome of the review. */
function emergencyRows(facts: Facts): readonly AccessRow[] {
  return factsOf(facts, 'access.takenInEmergency').map(({ event }) => ({
    ...row({ kind: 'person', id: event.by }, 'emergency', event.recordedAt),
    until: event.data.untilAt,
  }));
}

function people(ids: readonly (string | null)[], relation: Relation, from: Instant): readonly AccessRow[] {
  return [...new Set(ids)].flatMap((id) =>
    id === null ? [] : [row({ kind: 'person', id }, relation, from)],
  );
}

function row(party: AccessParty, relation: Relation, from: Instant): AccessRow {
  return { party, relation, view: viewOf(relation), from, until: null };
}

function once(rows: readonly AccessRow[]): readonly AccessRow[] {
  const found = new Map<string, AccessRow>();
  for (const one of rows) {
    const { party, relation } = one;
    const key = `${party.kind}:${party.id}:${party.kind === 'institution' ? (party.role ?? '') : ''} ${relation}`;
    const present = found.get(key);
    found.set(key, present === undefined ? one : merged(present, one));
  }
  return [...found.entries()].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, one]) => one);
}

/** From the earlier beginning to the later end. */
function merged(a: AccessRow, b: AccessRow): AccessRow {
  const until = a.until === null || b.until === null ? null : a.until > b.until ? a.until : b.until;
  return { ...a, from: a.from < b.from ? a.from : b.from, until };
}
