import { describe, expect, it } from 'vitest';
import { parseKeyEncryptionKeys } from './key-encryption-keys.ts';
import { readSettings, SettingsError } from './settings.ts';

const key = Buffer.alloc(32, 7).toString('base64');

function problemsOf(
  env: Record<string, string>,
  needed: Parameters<typeof readSettings>[1] = [],
): readonly string[] {
  try {
    readSettings(env, needed);
  } catch (error) {
    if (error instanceof SettingsError) return error.problems;
    throw error;
  }
  return [];
}

describe('readSettings', () => {
  it('an empty environment gives the defaults of the embedded run', () => {
    const settings = readSettings({});
    expect(settings).toMatchObject({
      apiHost: '127.0.0.1',
      apiPort: 4300,
      temporalNamespace: 'terminsargs',
      demoMode: false,
      postgresPort: 4332,
    });
    expect(settings.databaseUrl).toBeUndefined();
  });

  it('every problem is told at once, each with its variable and what would be right', () => {
    const problems = problemsOf({
      DATABASE_URL: 'mysql://x',
      API_PORT: '70000',
      PUBLIC_URL: 'terminsargs.lv',
      DEMO_MODE: 'maybe',
      LOG_LEVEL: 'loud',
      TEMPORAL_ADDRESS: 'temporal',
      MAIL_FROM: 'nobody',
    });
    expect(problems.map((problem) => problem.split(' ')[0])).toEqual([
      'DATABASE_URL',
      'TEMPORAL_ADDRESS',
      'MAIL_FROM',
      'PUBLIC_URL',
      'API_PORT',
      'DEMO_MODE',
      'LOG_LEVEL',
    ]);
    expect(problems.join('\n')).toContain('it must be a number from 1 to 65535');
  });

  it('what the process needs and is not set is told together with what is wrong', () => {
    const problems = problemsOf({ API_PORT: 'x' }, ['databaseUrlApi', 'temporalAddress']);
    expect(problems).toHaveLength(3);
    expect(problems).toContain('DATABASE_URL_API is not set, and this process needs it');
  });

  it('an empty variable counts as not set', () => {
    expect(readSettings({ SMTP_URL: '', TEMPORAL_ADDRESS: '  ' }).smtpUrl).toBeUndefined();
    expect(problemsOf({ SMTP_URL: '' }, ['smtpUrl'])).toEqual([
      'SMTP_URL is not set, and this process needs it',
    ]);
  });

  it('no message shows a password or a key', () => {
    const problems = problemsOf({
      DATABASE_URL: 'mysql://owner:s3cret@host/db',
      SMTP_URL: 'http://user:s3cret@host',
      KEY_ENCRYPTION_KEYS: 'one:s3cret',
      APP_API_PASSWORD: 's3cret',
    });
    expect(problems).toHaveLength(4);
    expect(problems.join()).not.toContain('s3cret');
    expect(problems.find((problem) => problem.startsWith('SMTP_URL'))).not.toContain('SMTP_URL SMTP_URL');
  });

  it("a role's address follows from the owner's server and the role's password", () => {
    const settings = readSettings({
      DATABASE_URL: 'postgres://owner:o@db.lan:5432/terminsargs?sslmode=require',
      APP_API_PASSWORD: 'a/longer-password',
    });
    expect(settings.databaseUrlApi).toBe(
      'postgres://app_api:a%2Flonger-password@db.lan:5432/terminsargs?sslmode=require',
    );
    expect(settings.databaseUrlClock).toBeUndefined();
  });

  it('an API key or a certificate means TLS, and contradicting it is refused', () => {
    expect(readSettings({ TEMPORAL_API_KEY: 'k' }).temporalTls).toBeDefined();
    expect(readSettings({}).temporalTls).toBeUndefined();
    expect(problemsOf({ TEMPORAL_API_KEY: 'k', TEMPORAL_TLS: 'false' })[0]).toMatch(/^TEMPORAL_TLS /);
    expect(problemsOf({ TEMPORAL_TLS_CLIENT_CERT_PATH: '/c.pem' })[0]).toMatch(
      /^TEMPORAL_TLS_CLIENT_KEY_PATH /,
    );
  });

  it('the public address loses its last slash, so that links are joined in one way', () => {
    expect(readSettings({ PUBLIC_URL: 'https://termini.example.lv/' }).publicUrl).toBe(
      'https://termini.example.lv',
    );
  });

  it('a sender is a name with an address, or an address', () => {
    expect(readSettings({ MAIL_FROM: 'Termiņsargs <termini@example.lv>' }).mailFrom).toEqual({
      name: 'Termiņsargs',
      address: 'termini@example.lv',
    });
    expect(readSettings({ MAIL_FROM: 'termini@example.lv' }).mailFrom).toEqual({
      name: '',
      address: 'termini@example.lv',
    });
  });

  it('a mailbox for replies needs its address and where it is read; neither is repeated when it is wrong (R 20)', () => {
    const imap = 'imaps://atbildes:secret@imap.example.lv';
    expect(readSettings({ MAIL_REPLY_ADDRESS: 'atbildes@example.lv', IMAP_URL: imap })).toMatchObject({
      replyMailbox: 'atbildes@example.lv',
      imap: { host: 'imap.example.lv', folder: 'INBOX' },
    });
    expect(problemsOf({ IMAP_URL: imap })[0]).toMatch(/^MAIL_REPLY_ADDRESS /);
    expect(problemsOf({ MAIL_REPLY_ADDRESS: 'atbildes@example.lv' })[0]).toMatch(/^IMAP_URL /);
    expect(problemsOf({ MAIL_REPLY_ADDRESS: 'a+b@example.lv', IMAP_URL: imap })[0]).toMatch(
      /^MAIL_REPLY_ADDRESS /,
    );
    expect(problemsOf({ IMAP_URL: 'imap://a:secret@host' }).join()).not.toContain('secret');
  });

  it('keys come from one place only', () => {
    expect(problemsOf({ KEY_FILE: '/k', KEY_ENCRYPTION_KEYS: `one:${key}` })[0]).toMatch(
      /^KEY_ENCRYPTION_KEYS /,
    );
  });
});

describe('parseKeyEncryptionKeys', () => {
  it('the first key wraps, the others unwrap; comments and blank lines are passed over', () => {
    const keys = parseKeyEncryptionKeys(`# 2026\nnew:${key}\n\nold:${key}\n`);
    expect(keys.map((one) => one.id)).toEqual(['new', 'old']);
    expect(keys[0]?.key).toEqual(new Uint8Array(32).fill(7));
  });

  it('a key that is not 32 bytes, a second one of the same id, or none is refused', () => {
    expect(() => parseKeyEncryptionKeys(`a:${key},b:AAAA`)).toThrow('place 2');
    expect(() => parseKeyEncryptionKeys(`a:${key},a:${key}`)).toThrow('twice');
    expect(() => parseKeyEncryptionKeys('# nothing')).toThrow('holds no key');
  });

  it('only addresses and networks are proxies to believe, and never the whole world', () => {
    expect(readSettings({ TRUSTED_PROXIES: '10.0.0.5, 10.1.0.0/16,2001:db8::/32' }).trustedProxies).toEqual([
      '10.0.0.5',
      '10.1.0.0/16',
      '2001:db8::/32',
    ]);
    expect(readSettings({}).trustedProxies).toEqual([]);
    for (const wrong of ['proxy.lan', '0.0.0.0/0', '::/0', '10.0.0.0/33', 'true', '10.0.0.0/8/8'])
      expect(problemsOf({ TRUSTED_PROXIES: wrong })).toHaveLength(1);
  });

  it('passwords are hashed at OWASP’s least cost or above', () => {
    expect(readSettings({}).passwordCost).toEqual({ memoryKib: 19_456, passes: 2 });
    expect(problemsOf({ PASSWORD_MEMORY_KIB: '64', PASSWORD_PASSES: '1' })).toHaveLength(2);
  });
});
