import { expect, it } from 'vitest';
import { readImapUrl } from './imap-settings.ts';

it('an address of a mailbox is read, its parts decoded', () => {
  expect(readImapUrl('imaps://atbildes%40example.lv:p%40ss@imap.example.lv/Atbildes')).toEqual({
    host: 'imap.example.lv',
    port: 993,
    user: 'atbildes@example.lv',
    password: 'p@ss',
    folder: 'Atbildes',
  });
  expect(readImapUrl('imaps://a:b@imap.example.lv:1993')).toMatchObject({ port: 1993, folder: 'INBOX' });
});

it.each(['imap://a:secret@host', 'imaps://host/INBOX', 'imaps://a@host', 'secret', 'imaps://a:secret%@host'])(
  'a wrong one is refused without repeating it: %s',
  (value) => {
    expect(() => readImapUrl(value)).toThrow(/must be like|stands for nothing/);
    expect(() => readImapUrl(value)).not.toThrow(/secret/);
  },
);
