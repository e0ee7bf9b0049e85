/** Somebody whose role asks for a second factor, who sets an authenticator up on the way in. */
import { Secret, TOTP } from 'otpauth';
import type { BrowserContextOptions } from 'playwright-core';
import { demoPassword } from '../../bin/demo/demo-accounts.ts';
import { type Visitor, visit } from './visit.ts';

/** Once a run for each person: whoever has an authenticator is asked for its code. */
export async function visitWithFactor(mail: string, options?: BrowserContextOptions): Promise<Visitor> {
  const visitor = await visit(options);
  const { page } = visitor;
  await page.getByLabel('Darba e-pasts').fill(mail);
  await page.getByLabel('Parole', { exact: true }).fill(demoPassword);
  await page.getByRole('button', { name: 'Ieiet', exact: true }).click();
  await page.getByRole('button', { name: 'Izmantot lietotni' }).click();
  const secret = await page.locator('code').first().innerText();
  await page.getByLabel('Seši cipari no lietotnes').fill(codeOf(secret));
  await page.getByRole('button', { name: 'Apstiprināt' }).click();
  await page.getByRole('button', { name: 'Esmu saglabājis, turpināt' }).click();
  await page.getByRole('navigation').first().waitFor();
  return visitor;
}

function codeOf(secret: string): string {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate();
}
