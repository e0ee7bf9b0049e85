/** Referrals of an institution, found among the facts: what waits first, by its next due moment. */
import { type SQL, sql } from 'drizzle-orm';
import { dossier, duty, dutyWaiting, event } from '../schema/index.ts';
import type { Transaction } from '../transaction.ts';
import { narrowScope } from './access.ts';
import { NARROW } from './dossiers.ts';
import { recordsAs } from './rows.ts';

export type ReferralFilter = {
  readonly institutionId: string;
  /** Addressed to the institution, or sent by it; both where left out. */
  readonly side?: 'in' | 'out';
  /** For whom it waits: the institution, only others, anybody, nobody any more. */
  readonly status?: 'waitsForUs' | 'waitsForOthers' | 'open' | 'closed';
  readonly kindCode?: string;
  readonly dossierId?: string;
  /** A part of the case number. */
  readonly caseNumber?: string;
};

/** Place in the list after which the next page begins. `rank` is a number as text. */
export type ReferralCursor = {
  readonly rank: string;
  readonly dossierId: string;
  readonly referralId: string;
};

export type ListedReferral = ReferralCursor & {
  readonly caseNumber: string;
  readonly municipalityId: string;
  readonly waitsFor: 'us' | 'others' | 'nobody';
};

/** Later than every due moment, those that are none among them, in seconds: closed ones come after, the latest first. */
const CLOSED_FROM = 300_000_000_000;

/**
 * Referrals that the actor sees: first what waits for somebody, earliest due first, the institution's own duties before
 * those of others; then what is closed, latest first. A duty is one of the referral where a fact that names the
 * referral started it and an institution or a member of staff waits for it. What came back, declined or redirected,
 * waits for its sender since then. For role `app_api`.
 */
export async function listReferrals(
  tx: Transaction,
  filter: ReferralFilter,
  paging: { readonly limit: number; readonly after?: ReferralCursor },
): Promise<readonly ListedReferral[]> {
  const scope = await narrowScope(tx, NARROW);
  const { after, limit } = paging;
  const rows = await tx.execute<ListedReferral>(sql`
    select sent.dossier_id as "dossierId", sent.referral_id as "referralId", place.rank::text as rank,
      ${dossier.caseNumber} as "caseNumber", ${dossier.municipalityId} as "municipalityId",
      case when waits.for_us then 'us' when waits.since is not null then 'others' else 'nobody' end as "waitsFor"
    from (${sentReferrals(filter, scope)}) as sent
      join ${dossier} on ${dossier.id} = sent.dossier_id
      cross join lateral (${openDuties(filter.institutionId)}) as owed
      cross join lateral (${cameBack(filter.institutionId)}) as back
      cross join lateral (select owed.ours or back.at is not null as for_us,
        coalesce(owed.due_sort, back.at) as since) as waits
      cross join lateral (select case when waits.since is not null then extract(epoch from waits.since)
        else ${CLOSED_FROM}::numeric - extract(epoch from sent.recorded_at) end as rank) as place
    where ${sql.join([...conditionsOf(filter, after)], sql` and `)}
    order by place.rank, sent.dossier_id, sent.referral_id limit ${limit}`);
  return [...rows];
}

export type UndecidedReferral = {
  readonly dossierId: string;
  readonly referralId: string;
  readonly kindCode: string;
  readonly receiverId: string;
};

/** Of these referrals those that nobody has accepted, declined or redirected. For role `app_api`. */
export async function undecidedReferrals(
  tx: Transaction,
  referrals: readonly Pick<UndecidedReferral, 'dossierId' | 'referralId'>[],
): Promise<readonly UndecidedReferral[]> {
  if (referrals.length === 0) return [];
  const asked = referrals.map((one) => ({ dossier_id: one.dossierId, referral_id: one.referralId }));
  const rows = await tx.execute<UndecidedReferral>(sql`
    select distinct on (asked.dossier_id, asked.referral_id) asked.dossier_id as "dossierId",
      asked.referral_id as "referralId", sent.data ->> 'kindCode' as "kindCode",
      sent.data ->> 'receiverId' as "receiverId"
    from ${recordsAs(asked, 'asked', 'dossier_id uuid, referral_id text')}
      join ${event} as sent on sent.dossier_id = asked.dossier_id and sent.type = 'referral.sent'
        and sent.data ->> 'referralId' = asked.referral_id
    where not exists (select from ${event} as decided
      where decided.dossier_id = asked.dossier_id and decided.type = 'referral.acknowledged'
        and decided.data ->> 'referralId' = asked.referral_id
        and not exists (select from ${event} as later where later.dossier_id = asked.dossier_id
          and later.type = 'fact.withdrawn' and later.data ->> 'eventId' = decided.id::text))
    order by asked.dossier_id, asked.referral_id, sent.seq`);
  return [...rows];
}

/** A referral is sent once; a second fact of the same id is passed over, as by the core. */
function sentReferrals({ institutionId, side, dossierId }: ReferralFilter, scope: string | null): SQL {
  const receiver = sql`${event.data} ->> 'receiverId'`;
  const out = sql`${event.institutionId} = ${institutionId}::uuid`;
  const into = sql`${receiver} = ${institutionId}::text`;
  const sides = side === 'out' ? out : side === 'in' ? into : sql`(${out} or ${into})`;
  return sql`
    select distinct on (${event.dossierId}, ${event.data} ->> 'referralId') ${event.dossierId} as dossier_id,
      ${event.data} ->> 'referralId' as referral_id, ${event.data} ->> 'kindCode' as kind_code,
      ${event.recordedAt} as recorded_at, ${event.institutionId} as sender_id
    from ${event}
    where ${event.type} = 'referral.sent' and ${sides}
      ${scope === null ? sql`` : sql`and ${event.dossierId} = any (${scope}::uuid[])`}
      ${dossierId === undefined ? sql`` : sql`and ${event.dossierId} = ${dossierId}::uuid`}
    order by ${event.dossierId}, ${event.data} ->> 'referralId', ${event.seq}`;
}

function openDuties(institutionId: string): SQL {
  return sql`
    select coalesce(min(owed.due_sort) filter (where owed.owed_by_institution = ${institutionId}::uuid),
        min(owed.due_sort)) as due_sort,
      coalesce(bool_or(owed.owed_by_institution = ${institutionId}::uuid), false) as ours
    from ${duty} as owed
    where owed.dossier_id = sent.dossier_id and owed.settled_at is null
      and exists (select from ${dutyWaiting} as waits where waits.dossier_id = owed.dossier_id and waits.key = owed.key)
      and exists (select from ${event} as named where named.dossier_id = sent.dossier_id
        and named.data ->> 'referralId' = sent.referral_id
        and owed.duty -> 'startedBy' @> to_jsonb(named.id::text))`;
}

/** Since when it is back with the institution that sent it, which has not sent on, withdrawn or closed since. */
function cameBack(institutionId: string): SQL {
  return sql`
    select max(answer.recorded_at) as at
    from ${event} as answer
    where sent.sender_id = ${institutionId}::uuid and answer.dossier_id = sent.dossier_id
      and answer.type = 'referral.acknowledged' and answer.data ->> 'referralId' = sent.referral_id
      and answer.data ->> 'outcomeCode' in ('declined', 'redirected')
      and not exists (select from ${event} as later
        where later.dossier_id = sent.dossier_id and later.seq > answer.seq
          and (later.type in ('case.closed', 'concern.closed')
            or later.type = 'referral.sent' and later.institution_id = sent.sender_id
            or later.type = 'referral.withdrawn' and later.data ->> 'referralId' = sent.referral_id
            or later.type = 'fact.withdrawn' and later.data ->> 'eventId' = answer.id::text))`;
}

function conditionsOf(
  { status, kindCode, caseNumber }: ReferralFilter,
  after: ReferralCursor | undefined,
): readonly SQL[] {
  return [
    status === undefined ? sql`true` : statusCondition(status),
    kindCode === undefined ? sql`true` : sql`sent.kind_code = ${kindCode}::text`,
    caseNumber === undefined ? sql`true` : sql`strpos(${dossier.caseNumber}, ${caseNumber}::text) > 0`,
    after === undefined
      ? sql`true`
      : sql`(place.rank, sent.dossier_id, sent.referral_id)
          > (${after.rank}::numeric, ${after.dossierId}::uuid, ${after.referralId}::text)`,
  ];
}

function statusCondition(status: NonNullable<ReferralFilter['status']>): SQL {
  switch (status) {
    case 'waitsForUs':
      return sql`waits.for_us`;
    case 'waitsForOthers':
      return sql`waits.since is not null and not waits.for_us`;
    case 'open':
      return sql`waits.since is not null`;
    case 'closed':
      return sql`waits.since is null`;
  }
}
