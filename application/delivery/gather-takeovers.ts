/** Makes one mail for each person of what they take over or are relieved of, counted as it is by then. */
import { randomUUID } from 'node:crypto';
import { loadInstitutions, loadPersons, type PersonRow } from '../../db/repositories/directory.ts';
import { insertMail } from '../../db/repositories/mails.ts';
import { grouped } from '../../db/repositories/rows.ts';
import { loadSetting } from '../../db/repositories/settings.ts';
import {
  claimDueTakeovers,
  finishTakeovers,
  handedDossiers,
  type TakeoverRow,
} from '../../db/repositories/takeovers.ts';
import type { Transaction } from '../../db/transaction.ts';
import { renderTakeoverMail, type TakeoverPart } from '../../documents/mail/takeover-mail.ts';
import type { Instant } from '../../domain/time.ts';
import type { ClockDeps } from '../deps.ts';
import { wallTime } from '../product-clock.ts';

/** For up to `recipients` people, in the caller's transaction. What is no more so, or may not be known, is not told. */
export async function gatherTakeovers(
  deps: ClockDeps,
  tx: Transaction,
  recipients: number,
  now: Instant,
): Promise<void> {
  for (const [personId, rows] of await claimDueTakeovers(tx, now, recipients)) {
    const told: { readonly row: TakeoverRow; readonly part: TakeoverPart }[] = [];
    for (const row of rows) {
      const part = await partOf(tx, row, now);
      if (part === null) await finishTakeovers(tx, [row.id], null);
      else told.push({ row, part });
    }
    const person = (await loadPersons(tx, [personId])).get(personId);
    // Each place apart: real and invented things never stand in one mail, and it goes for one institution.
    for (const here of grouped(told, ({ row }) => row.institutionId).values()) {
      await tell(deps, tx, person, here, now);
    }
  }
}

async function tell(
  deps: ClockDeps,
  tx: Transaction,
  person: PersonRow | undefined,
  told: readonly { readonly row: TakeoverRow; readonly part: TakeoverPart }[],
  now: Instant,
): Promise<void> {
  const [first] = told;
  const ids = told.map(({ row }) => row.id);
  if (first === undefined) return;
  const training = await isTraining(tx, first.row.institutionId);
  if (person === undefined || !person.active || (person.mail === null && !training)) {
    await finishTakeovers(tx, ids, null);
    return;
  }
  const id = randomUUID();
  await insertMail(tx, {
    id,
    recipientPerson: person.id,
    institutionId: first.row.institutionId,
    kind: 'notices',
    createdAt: now,
    // No real address is reached from a training municipality (rules of conduct 28).
    nextAttemptAt: training ? null : wallTime(),
    content: renderTakeoverMail({
      language: person.language,
      name: person.displayName,
      publicUrl: deps.publicUrl,
      training: deps.training || training,
      parts: told.map(({ part }) => part),
    }),
  });
  await finishTakeovers(tx, ids, id);
}

async function partOf(tx: Transaction, row: TakeoverRow, now: Instant): Promise<TakeoverPart | null> {
  const dossiers = await handedDossiers(tx, row, now);
  if (dossiers.length === 0) return null;
  const [others, places] = await Promise.all([
    loadPersons(tx, [row.otherPerson]),
    loadInstitutions(tx, [row.institutionId]),
  ]);
  return {
    as: row.as,
    because: row.because,
    other: others.get(row.otherPerson)?.displayName ?? '',
    institution: places.get(row.institutionId)?.name ?? '',
    caseNumbers: dossiers.map(({ caseNumber }) => caseNumber),
    openDuties: dossiers.reduce((sum, { openDuties }) => sum + openDuties, 0),
  };
}

async function isTraining(tx: Transaction, institutionId: string): Promise<boolean> {
  const place = (await loadInstitutions(tx, [institutionId])).get(institutionId);
  const found = place === undefined ? null : await loadSetting(tx, place.municipalityId);
  return found?.municipality.training === true;
}
