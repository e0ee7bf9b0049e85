/** Where a reply to a mail goes (rules of conduct 20): to the mailbox that is read, and to who waits for the answer. */
import { loadAccessRows } from '../../db/repositories/access.ts';
import { loadPersons, type MunicipalityDirectory } from '../../db/repositories/directory.ts';
import type { Transaction } from '../../db/transaction.ts';
import type { Duty } from '../../domain/duty/duty.ts';
import { recipientsOf } from '../../domain/duty/recipients.ts';
import { waiting } from '../../domain/duty/told.ts';
import { replyAddress } from '../replies/reply-address.ts';

/** More addresses in a reply are hardly meant by anybody. */
const mostPeople = 3;

type ToldDuty = { readonly notice: { readonly dossierId: string }; readonly duty: Duty };

/**
 * The waiting people, so that what is written reaches somebody without the product keeping it; with a mailbox to read,
 * first the mail's own token address. A mail about several dossiers has no token, and a waiting person only where there
 * is but one: nobody could say which of them a reply is about.
 */
export async function replyTo(
  tx: Transaction,
  mailId: string,
  recipientId: string,
  told: readonly ToldDuty[],
  directories: ReadonlyMap<string, MunicipalityDirectory>,
  mailbox: string | undefined,
): Promise<readonly string[]> {
  const dossierIds = [...new Set(told.map(({ notice }) => notice.dossierId))];
  const people = await waitingPeople(tx, recipientId, told, directories);
  if (dossierIds.length > 1) return people.length === 1 ? people : [];
  const token = mailbox === undefined ? [] : [replyAddress(mailbox, mailId)];
  return [...token, ...people.slice(0, mostPeople)];
}

/** Mail addresses, the recipient's own left out. Of danger nobody: whom it was told is entered, not written to. */
async function waitingPeople(
  tx: Transaction,
  recipientId: string,
  told: readonly ToldDuty[],
  directories: ReadonlyMap<string, MunicipalityDirectory>,
): Promise<readonly string[]> {
  const access = await loadAccessRows(tx, [...directories.keys()]);
  const ids = told.flatMap(({ notice: { dossierId }, duty }) => {
    const directory = directories.get(dossierId);
    if (directory === undefined || duty.danger) return [];
    const excluded = (access.get(dossierId) ?? [])
      .filter(({ view, partyKind }) => view === 'none' && partyKind === 'person')
      .map(({ partyId }) => partyId);
    const people = recipientsOf(waiting(duty), { holders: directory.holders, serving: {} }, excluded);
    return people.map(({ personId }) => personId);
  });
  const others = [...new Set(ids)].filter((id) => id !== recipientId);
  const persons = await loadPersons(tx, others);
  return others.flatMap((id) => persons.get(id)?.mail ?? []);
}
