/** Somebody whose role asks for a second factor: sets an authenticator up on the first way in of a run. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Secret, TOTP } from 'otpauth';
import type { BrowserContextOptions } from 'playwright-core';
import { inject } from 'vitest';
import { demoPassword } from '../../bin/demo/demo-accounts.ts';
import { type Visitor, visit } from './visit.ts';

/** As often as wanted in a run: the recovery codes told at the first visit open the later ones. */
export async function visitWithFactor(mail: string, options?: BrowserContextOptions): Promise<Visitor> {
  const visitor = await visit(options);
  const { page } = visitor;
  await page.getByLabel('Darba e-pasts').fill(mail);
  await page.getByLabel('Parole', { exact: true }).fill(demoPassword);
  await page.getByRole('button', { name: 'Ieiet', exact: true }).click();
  const setUp = page.getByRole('button', { name: 'Izmantot lietotni' });
  const codeAsked = page.getByLabel('Kods');
  await setUp.or(codeAsked).first().waitFor();
  if (await codeAsked.isVisible()) {
    await codeAsked.fill(takeCode(mail));
    await page.getByRole('button', { name: 'Turpināt' }).click();
  } else {
    await setUp.click();
    const secret = await page.locator('code').first().innerText();
    await page.getByLabel('Seši cipari no lietotnes').fill(codeOf(secret));
    await page.getByRole('button', { name: 'Apstiprināt' }).click();
    const go = page.getByRole('button', { name: 'Esmu saglabājis, turpināt' });
    await go.waitFor();
    keepCodes(mail, await page.locator('code').allInnerTexts());
    await go.click();
  }
  await page.getByRole('navigation').first().waitFor();
  return visitor;
}

function codeOf(secret: string): string {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate();
}

/** Files of a run share nothing but a folder. */
function fileOf(mail: string): string {
  return path.join(inject('runFolder'), `${mail}.json`);
}

function keepCodes(mail: string, codes: readonly string[]): void {
  writeFileSync(fileOf(mail), JSON.stringify(codes));
}

/** Each opens once. */
function takeCode(mail: string): string {
  const file = fileOf(mail);
  const [code, ...others] = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as string[]) : [];
  if (code === undefined) throw new Error(`No recovery code of ${mail} is left`);
  keepCodes(mail, others);
  return code;
}
