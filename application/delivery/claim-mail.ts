/** Takes over the next mail: one whose time for another attempt has come, or a new one made of what is owed. */
import { randomUUID } from 'node:crypto';
import { loadPerson } from '../../db/repositories/directory.ts';
import { loadDossierHead } from '../../db/repositories/dossiers.ts';
import { loadDuties } from '../../db/repositories/duties.ts';
import {
  attachNotices,
  claimRetry,
  expireLeases,
  insertClaimedMail,
  lockOwedNotices,
  type MailRecord,
  type NoticeRow,
  voidNotices,
} from '../../db/repositories/mails.ts';
import { asClock, type Transaction } from '../../db/transaction.ts';
import { type NoticeItem, renderNoticeMail } from '../../documents/mail/notice-mail.ts';
import type { Duty } from '../../domain/duty/duty.ts';
import { calendarFor } from '../../domain/duty/setting.ts';
import { dayOf, type Instant } from '../../domain/time.ts';
import { crashPoint } from '../crash-points.ts';
import type { ClockDeps } from '../deps.ts';
import { type DirectoryCache, loadContext } from '../dossier-context.ts';
import { noticeItem } from './notice-items.ts';

/** Longer than an attempt can take (`DEFAULT_SMTP_TIMEOUTS`). */
const leaseMs = 3 * 60_000;
/** A mail found in `sending` past its lease may have gone out: as uncertain as a lost answer. */
const secondTryAfterMs = 10 * 60_000 + 1_000;

/** The mail is committed as `sending` when this returns; null where nothing may be sent now. */
export async function claimMail(deps: ClockDeps): Promise<MailRecord | null> {
  const now = await deps.clock.now();
  return await asClock(deps.database, async (tx) => {
    await expireLeases(tx, secondTryAfterMs);
    const claimed =
      (await claimRetry(tx, { token: randomUUID(), leaseMs })) ?? (await claimNew(deps, tx, now));
    crashPoint('mail-claimed-before-commit');
    return claimed;
  });
}

/** All that one person may be told now, in one mail; danger apart and first. Passes over who is being served. */
async function claimNew(deps: ClockDeps, tx: Transaction, now: Instant): Promise<MailRecord | null> {
  for (;;) {
    const owed = await lockOwedNotices(tx, now);
    if (owed === null) return null;
    const told = await stillTrue(tx, owed.notices);
    await voidNotices(
      tx,
      owed.notices.filter((notice) => !told.has(notice.id)).map(({ id }) => id),
    );
    if (told.size === 0) continue;
    const person = await loadPerson(tx, owed.recipientPerson);
    if (person === null || person.mail === null) {
      await voidNotices(tx, [...told.keys()]);
      deps.log.error({ personId: owed.recipientPerson }, 'somebody to be told has no mail address');
      continue;
    }
    const kind = kindOf(owed.notices);
    const content = await render(deps, tx, person, kind, [...told.values()], now);
    const [first] = owed.notices;
    const mail = await insertClaimedMail(tx, {
      id: randomUUID(),
      recipientPerson: owed.recipientPerson,
      institutionId: first?.institutionId ?? '',
      kind,
      content,
      createdAt: now,
      token: randomUUID(),
      leaseMs,
    });
    await attachNotices(tx, mail.id, [...told.keys()], kind);
    return { ...mail, to: { name: person.displayName, address: person.mail } };
  }
}

type Told = { readonly notice: NoticeRow; readonly duty: Duty };

/** What was settled, moved or reopened since is not told any more; that something was settled stays true. */
async function stillTrue(tx: Transaction, notices: readonly NoticeRow[]): Promise<ReadonlyMap<string, Told>> {
  const told = new Map<string, Told>();
  for (const dossierId of new Set(notices.map((notice) => notice.dossierId))) {
    const duties = new Map((await loadDuties(tx, dossierId)).map((duty) => [duty.key, duty]));
    for (const notice of notices) {
      const duty = notice.dossierId === dossierId ? duties.get(notice.dutyKey) : undefined;
      if (duty === undefined || duty.generation !== notice.generation) continue;
      if ((duty.settled === null) !== (notice.name === 'settled')) told.set(notice.id, { notice, duty });
    }
  }
  return told;
}

function kindOf(notices: readonly NoticeRow[]): MailRecord['kind'] {
  if (notices.some((notice) => notice.urgency === 'danger')) return 'danger';
  return notices.some((notice) => notice.urgency === 'own') ? 'notices' : 'digest';
}

async function render(
  deps: ClockDeps,
  tx: Transaction,
  person: { readonly displayName: string; readonly language: 'lv' | 'en' },
  kind: MailRecord['kind'],
  told: readonly Told[],
  now: Instant,
): Promise<MailRecord['content']> {
  const cache: DirectoryCache = new Map();
  const items: NoticeItem[] = [];
  for (const { notice, duty } of told) {
    const dossier = await loadDossierHead(tx, notice.dossierId);
    if (dossier === null) continue;
    const context = await loadContext(tx, dossier, now, cache);
    const names = new Map(context.directory.institutions.map(({ id, name }) => [id, name]));
    items.push(
      noticeItem(
        {
          dossierId: dossier.id,
          caseNumber: dossier.caseNumber,
          duty,
          step: notice.name,
          toldAs: notice.toldAs,
        },
        {
          language: person.language,
          now,
          calendar: calendarFor(context.setting, notice.institutionId),
          institutionName: (id) => names.get(id) ?? null,
        },
      ),
    );
  }
  return renderNoticeMail({
    language: person.language,
    recipient: { displayName: person.displayName },
    publicUrl: deps.publicUrl,
    training: deps.training,
    kind,
    today: dayOf(now),
    items,
  });
}
