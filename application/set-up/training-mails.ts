/** Mails of a training municipality: nobody gets them by mail (rules of conduct 28), so they are read here. */
import { type KeptSignInMail, listKeptMails, listKeptSignInMails } from '../../db/repositories/mails.ts';
import { asActor } from '../../db/transaction.ts';
import { renderSignInMail, type SignInMailInput } from '../../documents/mail/sign-in-mail.ts';
import { compare, isInstant } from '../../domain/time.ts';
import type { Actor, Paging } from '../application.ts';
import { refused } from '../commands/carry-out.ts';
import { isUuid } from '../commands/check-ids.ts';
import type { ApiDeps } from '../deps.ts';
import { askOffice } from '../office.ts';
import { readCursor, writeCursor } from '../queries/cursor.ts';
import type { SetUpPart, TrainingMail } from './set-up.ts';

export async function listTrainingMails(
  deps: ApiDeps,
  actor: Actor,
  { limit, cursor }: Paging,
): ReturnType<SetUpPart['listTrainingMails']> {
  const after = cursor === undefined ? null : placeOf(cursor);
  if (cursor !== undefined && after === null) return refused({ refused: 'cursorUnknown', path: 'cursor' });
  const now = await deps.clock.now();
  return await asActor(deps.database, { personId: actor.personId, now }, async (tx) => {
    const office = await askOffice(tx, actor, 'seeDirectory', now);
    if ('refused' in office) return refused(office);
    const paging = { limit: limit + 1, after };
    const told = (await listKeptMails(tx, paging)).map(({ createdAt, ...row }) => ({
      ...row,
      at: createdAt,
    }));
    const ofSignIn = (await listKeptSignInMails(tx, paging)).map(withoutLink);
    const rows = [...told, ...ofSignIn].sort((a, b) => compare(b.at, a.at) || (a.id < b.id ? 1 : -1));
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    const next = rows.length > limit && last !== undefined ? writeCursor({ at: last.at, id: last.id }) : null;
    return { ok: true, value: { items: shown, next } };
  });
}

function withoutLink(kept: KeptSignInMail): TrainingMail {
  const { id, institutionId, orderedAt: at, purpose } = kept;
  const { subject, text } = renderSignInMail(inputOf(kept));
  return { id, institutionId, kind: purpose === 'notice' ? 'account' : purpose, at, subject, text };
}

function inputOf({
  purpose,
  told,
  orderedAt,
  name,
  language,
  institutionName,
}: KeptSignInMail): SignInMailInput {
  const to = { name, language, training: true };
  if (purpose !== 'notice') return { ...to, purpose, institution: institutionName, link: null };
  if (told === null) throw new Error('a notice that tells nothing');
  return { ...to, purpose, told, at: orderedAt };
}

function placeOf(cursor: string) {
  const read = readCursor(cursor, ['at', 'id']);
  return read !== null && isInstant(read.at) && isUuid(read.id) ? { at: read.at, id: read.id } : null;
}
