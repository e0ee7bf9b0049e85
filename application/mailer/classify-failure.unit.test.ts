import { describe, expect, it } from 'vitest';
import { classifyFailure } from './classify-failure.ts';
import type { SendStage } from './mailer.ts';

const STAGES: SendStage[] = ['connect', 'handshake', 'login', 'envelope', 'body', 'end'];

describe('classifyFailure', () => {
  it('without a 4xx or 5xx reply: uncertain once the end was read, before that surely not accepted (architecture 1.7)', () => {
    for (const code of ['ECONNECTION', 'ESOCKET', 'ETIMEDOUT', 'EPROTOCOL', 'ESTREAM', undefined]) {
      for (const responseCode of [undefined, 250, 354, 220, 0]) {
        for (const stage of STAGES) {
          const { outcome } = classifyFailure({ code, responseCode }, stage);
          expect(outcome).toBe(stage === 'end' ? 'uncertain' : 'notAccepted');
        }
      }
    }
  });

  it('a certificate nobody vouches for is an alarm for the operator, not an undeliverable mail', () => {
    for (const originalCode of [
      'DEPTH_ZERO_SELF_SIGNED_CERT',
      'CERT_HAS_EXPIRED',
      'ERR_TLS_CERT_ALTNAME_INVALID',
      'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
      'EPROTO',
    ])
      expect(classifyFailure({ code: 'ESOCKET', originalCode, command: 'CONN' }, 'connect')).toEqual({
        outcome: 'misconfigured',
        problem: 'tls',
        code: null,
        stage: 'connect',
      });
  });

  it('a TLS error after the end of the message is uncertain all the same', () => {
    const failure = { code: 'ESOCKET', originalCode: 'ERR_SSL_BAD_RECORD_TYPE', command: 'CONN' };
    expect(classifyFailure(failure, 'end').outcome).toBe('uncertain');
  });

  it('a connection that broke during the TLS handshake is tried again without an alarm', () => {
    expect(classifyFailure({ code: 'ETLS', command: 'CONN' }, 'handshake').outcome).toBe('notAccepted');
    expect(classifyFailure({ code: 'ETLS', command: 'STARTTLS' }, 'handshake').outcome).toBe('misconfigured');
  });

  it('every 4xx is temporary, and only the recipient’s 5xx is permanent for the recipient', () => {
    for (const stage of STAGES) {
      for (let code = 400; code < 500; code++)
        expect(classifyFailure({ responseCode: code }, stage)).toMatchObject({
          outcome: 'refused',
          permanent: false,
        });
    }
    const reply = (responseCode: number, command: string) =>
      classifyFailure({ responseCode, command, response: `${responseCode} 5.1.1 no` }, 'envelope');
    expect(reply(550, 'RCPT TO')).toMatchObject({
      outcome: 'refused',
      permanent: true,
      enhancedCode: '5.1.1',
    });
    expect(reply(550, 'MAIL FROM')).toMatchObject({ outcome: 'misconfigured', problem: 'sender' });
    expect(reply(552, 'RCPT TO')).toMatchObject({ outcome: 'refused', permanent: false });
    expect(reply(552, 'DATA')).toMatchObject({ outcome: 'refused', permanent: true });
  });
});
