import { describe, expect, it } from 'vitest';
import { checkSender, readSmtpUrl } from './smtp-settings.ts';

describe('readSmtpUrl', () => {
  it('reads host, port and login', () => {
    expect(readSmtpUrl('smtps://us%40er:p%2Fass@mail.lv')).toEqual({
      host: 'mail.lv',
      port: 465,
      tls: 'implicit',
      login: { user: 'us@er', pass: 'p/ass' },
    });
    expect(readSmtpUrl('smtp://mail.lv')).toMatchObject({ port: 587, tls: 'required', login: null });
    expect(readSmtpUrl('smtp://[::1]:2525')).toMatchObject({ host: '::1', port: 2525, tls: 'off' });
  });

  it('speaks in clear only to this machine, or where told to', () => {
    expect(readSmtpUrl('smtp://localhost:25').tls).toBe('off');
    expect(readSmtpUrl('smtp://localhost:25?tls=required').tls).toBe('required');
    expect(readSmtpUrl('smtp://relay.lv:25?tls=off').tls).toBe('off');
  });

  it.each([
    ['nonsense', /no URL/],
    ['http://mail.lv', /must begin with/],
    ['smtp://u:secret@mail.lv?tls=off', /in clear/],
    ['smtp://u@mail.lv', /both a user and a password/],
    ['smtp://mail.lv?tls=maybe', /tls=maybe/],
  ])('refuses %s with what to do', (url, message) => {
    expect(() => readSmtpUrl(url)).toThrow(message);
    expect(() => readSmtpUrl(url)).not.toThrow(/secret/);
  });

  it('a sender that is no address is found at start', () => {
    expect(() => checkSender({ name: 'x', address: 'x@localhost' })).toThrow(/sender/);
    expect(() => checkSender({ name: 'x', address: 'x@y.lv' })).not.toThrow();
  });
});
