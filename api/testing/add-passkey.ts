/** A passkey of a new authenticator for whoever is signed in with the browser. */
import { authenticator } from './authenticator.ts';
import { type Browser, origin } from './sign-in-api.ts';

export async function addPasskey(browser: Browser) {
  const device = authenticator(origin);
  const options = (await browser.send('POST', '/account/passkeys/options')).json<{
    challenge: string;
    user: { id: string };
  }>();
  const added = await browser.send('POST', '/account/passkeys', {
    name: 'Tālrunis',
    response: device.register(options),
  });
  if (added.statusCode !== 201) throw new Error(`no passkey: ${added.body}`);
  return device;
}
