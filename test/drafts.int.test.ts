/** What is typed is kept for the person alone (issue 5, “Nothing typed is lost”). */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { asRole } from '../application/settings.ts';
import { openDatabase } from '../db/connect.ts';
import { forgetDrafts } from '../db/repositories/drafts.ts';
import { asClock } from '../db/transaction.ts';
import { openCase, riga, risk, valueOf } from './resilience/play.ts';
import { bootInProcess, type InProcess } from './support/in-process.ts';
import { makeSmallMunicipality, type SmallMunicipality } from './support/small-municipality.ts';
import { ROLE_PASSWORD } from './support/stack.ts';

let product: InProcess;
let place: SmallMunicipality;
let elsewhere: SmallMunicipality;
const words = 'Sarunā ar mammu: zilumi uz rokas';

beforeAll(async () => {
  product = await bootInProcess(riga('2026-11-20T10:00'));
  place = await makeSmallMunicipality(product.ownerUrl, riga('2026-11-20T09:00'));
  elsewhere = await makeSmallMunicipality(product.ownerUrl, riga('2026-11-20T09:00'));
});
afterAll(() => product.close());

it('a draft is given back to who typed it and to nobody else, and lies encrypted', async () => {
  const { application } = product;
  const { dossierId } = await openCase(product, place, [risk]);
  const form = `fact:${dossierId}:talk.held`;
  valueOf(await application.keepDraft(place.teacher, form, { content: 'pirmais', dossierId }));
  valueOf(await application.keepDraft(place.teacher, form, { content: words, dossierId }));
  expect(await application.readDraft(place.teacher, form)).toMatchObject({ content: words });
  expect(await application.readDraft(place.principal, form)).toBeNull();
  const [stored] = await product.sql<{ content: Buffer }[]>`select content from draft`;
  expect(stored?.content.includes(Buffer.from(words))).toBe(false);

  await application.dropDraft(place.principal, form);
  expect(await application.readDraft(place.teacher, form)).not.toBeNull();
  await application.dropDraft(place.teacher, form);
  expect(await application.readDraft(place.teacher, form)).toBeNull();
});

it('about a dossier that one may not see nothing is kept: the same answer as of none', async () => {
  const { dossierId } = await openCase(product, place, [risk]);
  for (const id of [dossierId, '00000000-0000-4000-8000-000000000000', 'none']) {
    const kept = await product.application.keepDraft(elsewhere.teacher, 'form', {
      content: 'x',
      dossierId: id,
    });
    expect(kept).toMatchObject({ ok: false, refused: 'notFound' });
  }
});

it('what nobody came back to is forgotten after a month; the clock cannot read it', async () => {
  const { application } = product;
  valueOf(await application.keepDraft(place.teacher, 'old', { content: words }));
  const clock = openDatabase(asRole(product.ownerUrl, 'app_clock', ROLE_PASSWORD), 1);
  await expect(clock.client`select content from draft`).rejects.toThrow(/permission denied/);
  expect(await asClock(clock, (tx) => forgetDrafts(tx, riga('2026-11-20T09:59')))).toBe(0);
  expect(await asClock(clock, (tx) => forgetDrafts(tx, riga('2026-12-21T10:00')))).toBe(1);
  await clock.close();
});
