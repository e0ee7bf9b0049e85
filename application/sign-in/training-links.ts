/**
 * Links of a training municipality. Its mails reach nobody (rules of conduct 28), so whoever administers every
 * institution where the person works opens the link in the product: made at that moment, good once, and logged.
 */
import { accountOf, activePerson } from '../../db/repositories/auth-people.ts';
import { findKeptLink, logAct, voidTickets } from '../../db/repositories/auth-tickets.ts';
import { loadInstitution } from '../../db/repositories/directory.ts';
import { asAuth } from '../../db/transaction.ts';
import { renderSignInMail } from '../../documents/mail/sign-in-mail.ts';
import type { Instant } from '../../domain/time.ts';
import { granted, refused, type SignInDeps, type SignInResult, type Visitor } from './deps.ts';
import type { Administrator } from './invitations.ts';
import { makeLink } from './links.ts';

/** The mail as it would have been sent. */
export type TrainingLink = {
  readonly subject: string;
  readonly text: string;
  readonly link: string;
  readonly expiresAt: Instant;
};

/** Links opened earlier for the same purpose stop working. */
export async function openTrainingLink(
  deps: SignInDeps,
  administrator: Administrator,
  mailId: string,
  visitor: Visitor,
): Promise<SignInResult<TrainingLink>> {
  const now = deps.wall();
  const productNow = await deps.clock.now();
  return await asAuth(deps.database, async (tx) => {
    const order = await findKeptLink(tx, mailId, administrator.personId, productNow);
    if (order === null || order.personId === null || order.purpose === 'notice') return refused('notFound');
    const { personId, purpose, institutionId } = order;
    const person = await activePerson(tx, personId);
    const hasAccount = (await accountOf(tx, personId)) !== null;
    if (person === null || (purpose === 'invitation') === hasAccount) return refused('linkInvalid');
    await voidTickets(tx, personId, purpose, now);
    const { link, expiresAt } = await makeLink(tx, deps, purpose, personId, now);
    await logAct(tx, now, {
      act: 'linkShown',
      personId,
      byPerson: administrator.personId,
      institutionId: administrator.institutionId,
      source: visitor.source,
      detail: { purpose },
    });
    const institution = institutionId === null ? null : await loadInstitution(tx, institutionId);
    const { name, language } = person;
    const { subject, text } = renderSignInMail({
      purpose,
      language,
      name,
      institution: institution?.name ?? null,
      link,
      training: true,
    });
    return granted({ subject, text, link, expiresAt });
  });
}
