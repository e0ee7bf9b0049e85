/** A mail that cannot be delivered becomes a duty of the administrator of the recipient's institution. */
import { randomUUID } from 'node:crypto';
import { lockDossier } from '../../db/repositories/dossiers.ts';
import { appendEvents, loadEvents } from '../../db/repositories/events.ts';
import { findInstitutionYear } from '../../db/repositories/institution-years.ts';
import type { MailRow } from '../../db/repositories/mails.ts';
import type { Transaction } from '../../db/transaction.ts';
import type { DossierEvent } from '../../domain/dossier/event.ts';
import type { ClockDeps } from '../deps.ts';
import { loadContext } from '../dossier-context.ts';
import { productItself } from '../product-itself.ts';
import { refreshDossier } from '../refresh-dossier.ts';

/** Recorded in the school year of the institution for which the person was told; without one only the log says it. */
export async function reportRefused(deps: ClockDeps, tx: Transaction, mail: MailRow): Promise<void> {
  const yearId = await findInstitutionYear(tx, mail.institutionId);
  const year = yearId === null ? null : await lockDossier(tx, yearId);
  if (year === null) {
    deps.log.error({ mailId: mail.id }, 'an undeliverable mail has no institution to be reported to');
    return;
  }
  const events = await loadEvents(tx, year.id);
  // Danger is told every two hours: one address to correct is one duty, however many mails it refuses.
  if (awaitsCorrection(events, mail.recipientPerson)) return;
  const now = await deps.clock.now();
  const refusal: DossierEvent = {
    id: randomUUID(),
    seq: year.version + 1,
    type: 'mail.refused',
    occurredAt: now,
    recordedAt: now,
    by: productItself,
    institution: mail.institutionId,
    data: { personId: mail.recipientPerson, institutionId: mail.institutionId },
  };
  await appendEvents(tx, year, [refusal], new Map());
  const facts = [...events, refusal];
  await refreshDossier(tx, year, facts, await loadContext(tx, year, facts, now), now);
}

function awaitsCorrection(events: readonly DossierEvent[], personId: string): boolean {
  const last = events.findLast(
    (event) =>
      (event.type === 'mail.refused' || event.type === 'address.corrected') &&
      event.data.personId === personId,
  );
  return last?.type === 'mail.refused';
}
