/** The way into the product as a person of the demo walks it in a browser; the page stands in Latvian. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Secret, TOTP } from 'otpauth';
import type { Page } from 'playwright-core';
import { demoPassword } from '../demo/demo-accounts.ts';

/**
 * Signs in on the page that asks for it, and stays until the menu, or the choice of an institution, is there. Whose role asks for a second factor sets
 * an authenticator up the first time; later the recovery codes told then open, which are kept in the folder.
 */
export async function signInAs(page: Page, mail: string, folder: string): Promise<void> {
  const codes = path.join(folder, `${mail}.json`);
  await page.getByLabel('Darba e-pasts').fill(mail);
  await page.getByLabel('Parole', { exact: true }).fill(demoPassword);
  await page.getByRole('button', { name: 'Ieiet', exact: true }).click();
  const chooses = page.getByRole('heading', { name: 'Kurā iestādē jūs tagad strādājat?' });
  const inside = page.getByRole('navigation').or(chooses).first();
  const setUp = page.getByRole('button', { name: 'Izmantot lietotni' });
  const codeAsked = page.getByLabel('Kods');
  await inside.or(setUp).or(codeAsked).first().waitFor();
  if (await codeAsked.isVisible()) {
    await codeAsked.fill(takeCode(codes));
    await page.getByRole('button', { name: 'Turpināt' }).click();
  } else if (await setUp.isVisible()) {
    await setUp.click();
    const secret = await page.locator('code').first().innerText();
    await page.getByLabel('Seši cipari no lietotnes').fill(codeOf(secret));
    await page.getByRole('button', { name: 'Apstiprināt' }).click();
    const go = page.getByRole('button', { name: 'Kodi saglabāti, turpināt' });
    await go.waitFor();
    keepCodes(codes, await page.locator('code').allInnerTexts());
    await go.click();
  }
  await inside.waitFor();
}

function codeOf(secret: string): string {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate();
}

function keepCodes(file: string, codes: readonly string[]): void {
  writeFileSync(file, JSON.stringify(codes), { mode: 0o600 });
}

/** Each opens once. */
function takeCode(file: string): string {
  const [code, ...others] = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as string[]) : [];
  if (code === undefined) throw new Error(`No recovery code is left in ${file}`);
  keepCodes(file, others);
  return code;
}
