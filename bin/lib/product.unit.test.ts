import { expect, it } from 'vitest';
import { readSettings } from '../../application/settings.ts';
import { dataFolder } from './data-folder.ts';
import { addressesOf, portsOf, productProcesses } from './product.ts';

function processes(env: Record<string, string> = {}) {
  return productProcesses({
    settings: readSettings({ DEMO_MODE: 'true', ...env }),
    folder: dataFolder('/data'),
    secrets: {
      appApiPassword: 'password-of-app-api',
      appClockPassword: 'password-of-app-clock',
      appAuthPassword: 'password-of-app-auth',
      appVerifyPassword: 'password-of-app-verify',
    },
    databaseUrl: 'postgres://owner:owner-password@127.0.0.1:4332/terminsargs',
    temporalAddress: '127.0.0.1:4333',
    baseEnv: { PATH: '/bin', ...env },
  });
}

it('only migrations and demo data know the owner of the database; each role knows itself alone', () => {
  for (const one of processes({
    DATABASE_URL: 'postgres://owner:owner-password@127.0.0.1:4332/terminsargs',
  })) {
    const words = JSON.stringify(one.env);
    expect(words.includes('owner-password')).toBe(['migrate', 'seed'].includes(one.name));
    if (one.name === 'api') expect(words).not.toMatch(/password-of-app-(clock|verify)/);
    if (one.name === 'worker') expect(words).not.toContain('password-of-app-api');
    // Sign-in is the API's alone.
    if (one.name === 'worker') expect(words).not.toContain('password-of-app-auth');
  }
});

it('migrations get the passwords of the roles unless their owner has set them already', () => {
  const owner = 'postgres://owner:owner-password@db.lan/t';
  const passwordFor = (env: Record<string, string>) =>
    processes(env).find((one) => one.name === 'migrate')?.env['APP_API_PASSWORD'];
  expect(passwordFor({})).toBe('password-of-app-api');
  expect(passwordFor({ DATABASE_URL: owner, APP_API_PASSWORD: 'a-password-of-mine' })).toBe(
    'a-password-of-mine',
  );
  expect(passwordFor({ DATABASE_URL_API: 'postgres://app_api:mine@db.lan/t' })).toBeUndefined();
});

it('every process gets settings that it accepts', () => {
  for (const one of processes()) expect(() => readSettings(one.env)).not.toThrow();
});

it('with a mail server of your own there is no inbox, neither process nor port nor address', () => {
  const env = { SMTP_URL: 'smtps://mail.example.lv' };
  expect(processes(env).map((one) => one.name)).not.toContain('mailbox');
  expect(processes().map((one) => one.name)).toContain('mailbox');
  expect(portsOf(readSettings(env)).map((wish) => wish.variable)).not.toContain('MAILBOX_PORT');
  expect(addressesOf(readSettings(env)).mailbox).toBeUndefined();
});

it('with servers of your own only the port of the product is wanted (architecture 4)', () => {
  const settings = readSettings({
    DATABASE_URL: 'postgres://o:p@db.lan/t',
    TEMPORAL_ADDRESS: 'temporal.lan:7233',
    SMTP_URL: 'smtps://mail.example.lv',
  });
  expect(portsOf(settings).map((wish) => wish.variable)).toEqual(['API_PORT']);
});
