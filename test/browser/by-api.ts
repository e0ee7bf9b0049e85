/** What a test asks of the API, or puts there, as the person whose page it is. */
import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { expect, inject } from 'vitest';
import type { DossierDetail } from '../../contracts/dossier.ts';

/** What the API answers to whoever works at the page. */
export async function ask<T>(page: Page, path: string): Promise<T> {
  const answer = await page.request.get(`/api/v1${path}`);
  expect(answer.ok(), await answer.text()).toBe(true);
  return (await answer.json()) as T;
}

/** Records a fact as whoever works at the page. */
export async function record(page: Page, dossierId: string, type: string, data: object): Promise<void> {
  const { version } = await ask<DossierDetail>(page, `/dossiers/${dossierId}`);
  const answer = await page.request.post(`/api/v1/dossiers/${dossierId}/facts`, {
    headers: {
      origin: inject('productUrl'),
      'idempotency-key': randomUUID(),
      'if-match': `"${version}"`,
    },
    data: { facts: [{ type, data }] },
  });
  expect(answer.ok(), await answer.text()).toBe(true);
}
