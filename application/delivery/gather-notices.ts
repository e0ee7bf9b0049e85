/** Makes mails of what is owed to be said: all that one person may be told now, in one mail; danger apart. */
import { randomUUID } from 'node:crypto';
import { loadPersons, type MunicipalityDirectory } from '../../db/repositories/directory.ts';
import { loadDossier } from '../../db/repositories/dossiers.ts';
import { loadDuties } from '../../db/repositories/duties.ts';
import { insertMail, type MailRow } from '../../db/repositories/mails.ts';
import { claimDueNotices, type NoticeRow, putIntoMail, voidNotices } from '../../db/repositories/notices.ts';
import { trainingDossiers } from '../../db/repositories/settings.ts';
import type { Transaction } from '../../db/transaction.ts';
import { type NoticeItem, renderNoticeMail } from '../../documents/mail/notice-mail.ts';
import type { Duty, StepName, Telling } from '../../domain/duty/duty.ts';
import { dayOf, type Instant } from '../../domain/time.ts';
import type { ClockDeps } from '../deps.ts';
import { cachedDirectory, type DirectoryCache } from '../directory-cache.ts';
import { calendarIn } from '../dossier-context.ts';
import { wallTime } from '../product-clock.ts';
import { noticeItem } from './notice-items.ts';
import { replyTo } from './reply-to.ts';

/** Gathers for up to `recipients` people, in the caller's transaction. Returns how many it found. */
export async function gatherNotices(
  deps: ClockDeps,
  tx: Transaction,
  recipients: number,
  now: Instant,
): Promise<number> {
  const owed = await claimDueNotices(tx, now, recipients);
  const people = await loadPersons(tx, [...owed.keys()]);
  const cache: DirectoryCache = new Map();
  for (const [personId, notices] of owed) {
    const told = await stillTrue(tx, notices);
    const kept = new Set(told.map(({ notice }) => notice.id));
    await voidNotices(
      tx,
      notices.map(({ id }) => id).filter((id) => !kept.has(id)),
    );
    const person = people.get(personId);
    const invented = await trainingDossiers(
      tx,
      told.map(({ notice }) => notice.dossierId),
    );
    // Real and invented things never stand in one mail.
    for (const training of [false, true]) {
      const here = told.filter(({ notice }) => invented.has(notice.dossierId) === training);
      if (here.length === 0) continue;
      if (person === undefined || (person.mail === null && !training)) {
        await voidNotices(
          tx,
          here.map(({ notice }) => notice.id),
        );
        deps.log.error({ personId }, 'somebody to be told has no mail address');
        continue;
      }
      const danger = here.filter(({ notice }) => notice.urgency === 'danger');
      const others = here.filter(({ notice }) => notice.urgency !== 'danger');
      for (const group of [danger, others]) await putTogether(deps, tx, person, group, training, now, cache);
    }
  }
  return owed.size;
}

type Told = { readonly notice: NoticeRow; readonly duty: Duty };
type Person = {
  readonly id: string;
  readonly displayName: string;
  readonly language: 'lv' | 'en';
};

/** What was settled, moved or reopened since is not told any more; that something was settled stays true. */
async function stillTrue(tx: Transaction, notices: readonly NoticeRow[]): Promise<readonly Told[]> {
  const told: Told[] = [];
  for (const dossierId of new Set(notices.map((notice) => notice.dossierId))) {
    const duties = new Map((await loadDuties(tx, dossierId)).map((duty) => [duty.key, duty]));
    for (const notice of notices) {
      const duty = notice.dossierId === dossierId ? duties.get(notice.dutyKey) : undefined;
      if (duty === undefined || duty.generation !== notice.generation) continue;
      if ((duty.settled !== null) === outcomes.has(notice.name) && isStillSaid(notice, duty))
        told.push({ notice, duty });
    }
  }
  return told;
}

/** Steps that say how a duty ended. */
const outcomes: ReadonlySet<string> = new Set(['settled', 'draftWithdrawn']);
const tellings: ReadonlySet<string> = new Set<Telling['name']>([
  'replyReceived',
  'answerAsked',
  'accountAsked',
  'windowOver',
  'draftWithdrawn',
]);

/** A reply that was judged, or a question or draft that was taken back, is not told any more. */
function isStillSaid({ name, n }: NoticeRow, duty: Duty): boolean {
  return !tellings.has(name) || (duty.tellings ?? []).some((one) => one.name === name && one.n === n);
}

async function putTogether(
  deps: ClockDeps,
  tx: Transaction,
  person: Person,
  told: readonly Told[],
  training: boolean,
  now: Instant,
  cache: DirectoryCache,
): Promise<void> {
  const [first] = told;
  if (first === undefined) return;
  const kind = kindOf(told);
  const id = randomUUID();
  const items: NoticeItem[] = [];
  const directories = new Map<string, MunicipalityDirectory>();
  for (const { notice, duty } of oncePerDuty(told)) {
    const dossier = await loadDossier(tx, notice.dossierId);
    if (dossier === null) continue;
    // The directory alone: a dossier whose procedure is broken must not keep a person's other mail back.
    const directory = await cachedDirectory(tx, dossier.municipalityId, now, cache);
    const around = [directory];
    for (const guest of dossier.guestMunicipalities)
      around.push(await cachedDirectory(tx, guest, now, cache));
    const names = new Map(
      around.flatMap(({ institutions }) => institutions.map(({ id: of, name }) => [of, name])),
    );
    const { caseNumber } = dossier;
    directories.set(dossier.id, { ...directory, holders: around.flatMap(({ holders }) => holders) });
    items.push(
      noticeItem(
        {
          dossierId: dossier.id,
          caseNumber,
          duty,
          step: notice.name as StepName,
          n: notice.n,
          toldAs: notice.toldAs,
        },
        {
          language: person.language,
          now,
          calendar: calendarIn(directory, notice.institutionId),
          institutionName: (institutionId) => names.get(institutionId) ?? null,
        },
      ),
    );
  }
  await insertMail(tx, {
    id,
    recipientPerson: person.id,
    institutionId: first.notice.institutionId,
    kind,
    createdAt: now,
    // No real address is reached from a training municipality (rules of conduct 28).
    nextAttemptAt: training ? null : wallTime(),
    content: {
      ...renderNoticeMail({
        language: person.language,
        recipient: { displayName: person.displayName },
        publicUrl: deps.publicUrl,
        training: deps.training || training,
        kind,
        today: dayOf(now),
        items,
      }),
      replyTo: await replyTo(tx, id, person.id, told, directories, deps.replyMailbox),
    },
  });
  const ids = told.map(({ notice }) => notice.id);
  await putIntoMail(tx, ids, id, kind === 'digest' ? 'bundled' : 'gathered');
}

/** Of several steps of one duty that come together, the one that says most. */
const weight: readonly string[] = [
  'first',
  'remindBefore',
  'remindToday',
  'plannedPassed',
  'settled',
  'draftWithdrawn',
  'nag',
  'dangerNag',
  'late',
  'head',
  'waitingSide',
  'propose',
  'replyReceived',
  'answerAsked',
  'windowOver',
  'accountAsked',
];

function oncePerDuty(told: readonly Told[]): readonly Told[] {
  const heaviest = new Map<string, Told>();
  for (const one of told) {
    const duty = `${one.notice.dossierId} ${one.notice.dutyKey}`;
    const present = heaviest.get(duty);
    if (present === undefined || weight.indexOf(one.notice.name) > weight.indexOf(present.notice.name)) {
      heaviest.set(duty, one);
    }
  }
  return [...heaviest.values()];
}

function kindOf(told: readonly Told[]): MailRow['kind'] {
  if (told.some(({ notice }) => notice.urgency === 'danger')) return 'danger';
  return told.some(({ notice }) => notice.urgency === 'own') ? 'notices' : 'digest';
}
