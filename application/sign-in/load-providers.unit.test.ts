import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { SettingsError } from '../settings.ts';
import { loadProviders } from './load-providers.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'providers-'));
afterAll(() => rmSync(folder, { recursive: true }));

const one = {
  id: 'ozolkalns',
  municipalityId: '7d8f3c1e-55a0-4b7e-9a3c-0f7f6d1b2c3d',
  name: 'Ozolkalna novads',
  issuer: 'https://login.ozolkalns.example',
  clientId: 'terminsargs',
  clientSecret: 'a-secret-nobody-should-see',
};

function load(content: unknown) {
  const file = path.join(folder, 'providers.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return loadProviders({ oidcProvidersFile: file });
}

it('without a file there are none', async () => {
  expect(await loadProviders({ oidcProvidersFile: undefined })).toEqual([]);
});

it('a list is read as it stands', async () => {
  expect(await load([one])).toEqual([one]);
  const local = { ...one, issuer: 'http://127.0.0.1:9000' };
  expect(await load([local])).toEqual([local]);
});

it.each([
  ['no JSON', '{'],
  ['an issuer in clear on the network', [{ ...one, issuer: 'http://login.ozolkalns.example' }]],
  ['an id twice', [one, one]],
  ['an unknown field', [{ ...one, autoCreate: true }]],
  ['a secret too short to be one', [{ ...one, clientSecret: 'short' }]],
])('%s is refused, without telling the secret', async (_what, content) => {
  const failure = await load(content).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(SettingsError);
  expect(String(failure)).toContain('OIDC_PROVIDERS_FILE');
  expect(String(failure)).not.toContain(one.clientSecret);
});
