/**
 * Who relates to a dossier, and what that lets them see. Policy, lists and row-level security all read the rows
 * that this derives, so that the rule exists once.
 */

import type { Facts } from '../dossier/facts.ts';
import type { DossierState } from '../dossier/state.ts';
import type { Duty, Party } from '../duty/duty.ts';
import { institutionIdOf } from '../duty/parties.ts';
import type { DossierSetting } from '../duty/setting.ts';
import type { Role } from '../procedure/party.ts';
import type { Instant } from '../time.ts';

/** `limited`: enough to decide whether to accept; `deadlines`: who owes what by when, no content. */
export type View = 'full' | 'limited' | 'deadlines' | 'none';

export type AccessParty =
  | { readonly kind: 'person'; readonly id: string }
  | { readonly kind: 'institution'; readonly id: string; readonly role: Role | null };

/** `none` outweighs every other row: an excluded person finds no trace (rules of conduct 3). */
export type AccessRow = {
  readonly party: AccessParty;
  readonly view: View;
  readonly from: Instant;
};

/** Roles that see a case of their own school by office; a class teacher sees those of the own class only. */
const schoolRoles: readonly Role[] = ['principal', 'head', 'supportStaff', 'socialPedagogue'];

export type AccessInput = {
  readonly facts: Facts;
  readonly state: DossierState;
  readonly duties: readonly Duty[];
  readonly setting: DossierSetting;
};

/** The rows of a dossier, each party and role once, with the widest view it has a ground for. */
export function accessRows(input: AccessInput): readonly AccessRow[] {
  const { facts, state, setting } = input;
  const from = state.firstRecordedAt;
  if (from === null) return [];
  const rows: AccessRow[] = [
    ...schoolRoles.map((role) => ({
      party: { kind: 'institution', id: setting.homeInstitutionId, role } as const,
      view: 'full' as const,
      from,
    })),
    ...people([setting.classTeacherId, ...state.managers.map((manager) => manager.personId)], 'full', from),
    ...recorderRows(facts, state, setting, from),
    ...referralRows(state),
    ...owingRows(input),
    ...state.excludedPersonIds.map((id) => ({
      party: { kind: 'person', id } as const,
      view: 'none' as const,
      from,
    })),
  ];
  return widest(rows);
}

function people(ids: readonly (string | null)[], view: View, from: Instant): readonly AccessRow[] {
  return [...new Set(ids)].flatMap((id) =>
    id === null ? [] : [{ party: { kind: 'person', id } as const, view, from }],
  );
}

/** Who recorded a fact keeps seeing the dossier, as far as the institution for which they did still may. */
function recorderRows(
  facts: Facts,
  state: DossierState,
  setting: DossierSetting,
  from: Instant,
): readonly AccessRow[] {
  return facts.all.flatMap(({ event }) => {
    const view = event.institution === setting.homeInstitutionId ? 'full' : viewOf(event.institution, state);
    return view === 'none' ? [] : people([event.by], view, from);
  });
}

/**
 * What an institution may see by its referrals: `full` once it accepted one, or where it came in without any;
 * `none` when all that it received were declined, redirected or withdrawn, which cuts access (rules of conduct 17).
 */
export function viewOf(institutionId: string, state: DossierState): 'full' | 'limited' | 'none' {
  const received = [...state.referrals.values()].filter(({ receiverId }) => receiverId === institutionId);
  const live = received.filter(({ endedBy }) => endedBy === null);
  if (received.length === 0 || live.some(({ acknowledged }) => acknowledged === 'accepted')) return 'full';
  return live.length > 0 ? 'limited' : 'none';
}

/** A receiver sees a limited preview until it accepts; a declined or withdrawn referral gives nothing. */
function referralRows(state: DossierState): readonly AccessRow[] {
  return [...state.referrals.values()]
    .filter((referral) => referral.endedBy === null)
    .map((referral) => ({
      party: { kind: 'institution', id: referral.receiverId, role: null },
      view: referral.acknowledged === 'accepted' ? 'full' : 'limited',
      from: referral.sentBy.event.recordedAt,
    }));
}

/**
 * Whoever owes or waits sees at least what, to whom and by when. A duty whose ground is gone shows nothing, and an
 * institution cut off sees only what it still owes or waits for.
 */
function owingRows({ duties, state }: AccessInput): readonly AccessRow[] {
  return duties.flatMap((duty) =>
    [duty.owedBy, ...duty.owedTo].flatMap((party) => {
      const row = partyRow(party);
      const institutionId = institutionIdOf(party);
      const cutOff =
        duty.settled?.how === 'superseded' ||
        (duty.settled !== null && institutionId !== null && viewOf(institutionId, state) === 'none');
      return row === null || cutOff ? [] : [{ party: row, view: 'deadlines' as const, from: duty.knownAt }];
    }),
  );
}

function partyRow(party: Party): AccessParty | null {
  if (party.party === 'family' || party.party === 'outside') return null;
  if (party.party === 'person' && party.personId !== null) return { kind: 'person', id: party.personId };
  if (party.institutionId === null) return null;
  return {
    kind: 'institution',
    id: party.institutionId,
    role: party.party === 'person' ? party.role : null,
  };
}

const width: Readonly<Record<View, number>> = { deadlines: 1, limited: 2, full: 3, none: 4 };

function widest(rows: readonly AccessRow[]): readonly AccessRow[] {
  const best = new Map<string, AccessRow>();
  for (const row of rows) {
    const key = `${row.party.kind}:${row.party.id}:${row.party.kind === 'institution' ? (row.party.role ?? '') : ''}`;
    const present = best.get(key);
    if (present === undefined || width[row.view] > width[present.view]) best.set(key, row);
  }
  return [...best.entries()].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, row]) => row);
}
