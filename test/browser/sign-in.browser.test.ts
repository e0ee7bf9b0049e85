import { afterAll, describe, expect, it } from 'vitest';
import { demoPassword } from '../../bin/demo/demo-accounts.ts';
import { closeBrowser, expectAccessible, phone, visit, visitAs } from './visit.ts';

afterAll(closeBrowser);

const teacher = 'anita.kalnina@ozolkalna-vidusskola.example';
/** Comes in here alone: with a passkey from now on, no authenticator is asked for. */
const administrator = 'zane.mezale@rudzulejas-pamatskola.example';

describe('coming in (issue 5, screen 10)', () => {
  it('by password; a wrong one is told in the page’s language, and the address typed stays', async () => {
    const { page, complaints, leave } = await visit();
    await page.getByLabel('Darba e-pasts').fill(teacher);
    await page.getByLabel('Parole', { exact: true }).fill('ne tā');
    await page.getByRole('button', { name: 'Ieiet', exact: true }).click();
    await page.getByRole('alert').waitFor();
    expect(await page.getByLabel('Darba e-pasts').inputValue()).toBe(teacher);
    await expectAccessible(page);
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(complaints).toEqual([]);
    await leave();
  });

  it('an address without a route is a page that says so; one of the API stays a problem', async () => {
    const { page, leave } = await visit();
    const answer = await page.request.get('/api/v1/nothing', { headers: { accept: 'text/html' } });
    expect(answer.status()).toBe(404);
    expect((await page.request.get('/assets/../../package.json')).status()).toBe(404);
    await leave();
  });

  it('a session that ends is asked for above the page, which stays', async () => {
    const { page, complaints, leave } = await visitAs(teacher, phone);
    await page.context().clearCookies();
    // Whoever comes back to the page is asked who they are.
    await page.evaluate("document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))");
    await page.getByRole('dialog', { name: /Sesija ir beigusies/ }).waitFor();
    await page.getByLabel('Darba e-pasts').fill(teacher);
    await page.getByLabel('Parole', { exact: true }).fill(demoPassword);
    await page.getByRole('button', { name: 'Ieiet', exact: true }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(complaints).toEqual([]);
    await leave();
  });

  it('who runs accounts must show a second factor: adds a passkey, and comes in by it the next time', async () => {
    const { page, complaints, leave } = await visit();
    const authenticator = await page.context().newCDPSession(page);
    await authenticator.send('WebAuthn.enable');
    await authenticator.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
    await page.getByLabel('Darba e-pasts').fill(administrator);
    await page.getByLabel('Parole', { exact: true }).fill(demoPassword);
    await page.getByRole('button', { name: 'Ieiet', exact: true }).click();
    await page.getByRole('heading', { name: 'Vajag otru drošības soli' }).waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Pievienot šo ierīci' }).click();
    await page.getByRole('region', { name: 'Man jādara' }).waitFor();

    await page.getByRole('button', { name: 'Mans konts' }).click();
    await page.getByRole('menuitem', { name: 'Iziet' }).click();
    await page.getByRole('heading', { name: 'Ieiet' }).waitFor();
    await page.getByRole('button', { name: 'Ieiet ar piekļuves atslēgu' }).click();
    await page.getByRole('region', { name: 'Man jādara' }).waitFor();
    expect(complaints).toEqual([]);
    await leave();
  });
});
