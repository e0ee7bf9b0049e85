import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { isMailAddress } from '../mailer/mail-address.ts';
import { mailIdOf, replyAddress } from './reply-address.ts';

const mailbox = 'atbildes@terminsargs.example';
const mailId = '0b0f6c1e-9d3a-4c55-8f0e-1a2b3c4d5e6f';

it('a mail’s reply address leads back to it, whatever the case (R 20)', () => {
  const address = replyAddress(mailbox, mailId);
  expect(address).toBe('atbildes+0b0f6c1e9d3a4c558f0e1a2b3c4d5e6f@terminsargs.example');
  expect(mailIdOf(address, mailbox)).toBe(mailId);
  expect(mailIdOf(address.toUpperCase(), mailbox)).toBe(mailId);
});

it('any mail’s reply address is an address, and no other address stands for a mail (R 20)', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.emailAddress(), (id, other) => {
      expect(isMailAddress(replyAddress(mailbox, id))).toBe(true);
      expect(mailIdOf(replyAddress(mailbox, id), mailbox)).toBe(id);
      expect(mailIdOf(other, mailbox)).toBeNull();
    }),
  );
});

it.each([
  'atbildes@terminsargs.example',
  'atbildes+kaut-kas@terminsargs.example',
  'atbildes+0b0f6c1e9d3a4c558f0e1a2b3c4d5e6f@cits.example',
  'cits+0b0f6c1e9d3a4c558f0e1a2b3c4d5e6f@terminsargs.example',
  '',
])('%s is no mail’s address (R 20)', (address) => {
  expect(mailIdOf(address, mailbox)).toBeNull();
});
