/** An authenticator in software (WebAuthn level 3, ES256, attestation “none”), for tests. */
import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

export type Authenticator = {
  /** The response to registration options. */
  register(options: RegistrationOptions, changes?: Changes): Record<string, unknown>;
  /** The response to options of a sign-in. */
  show(options: { readonly challenge: string }, changes?: Changes): Record<string, unknown>;
};

type RegistrationOptions = { readonly challenge: string; readonly user: { readonly id: string } };

/** What this authenticator, or the page that asks it, does otherwise than it should. */
export type Changes = {
  readonly origin?: string;
  readonly rpId?: string;
  /** False: nobody was asked for a finger or a PIN. */
  readonly userVerified?: boolean;
  readonly counter?: number;
};

export function authenticator(usualOrigin: string): Authenticator {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const credentialId = randomBytes(32);
  let userHandle = '';
  let uses = 0;
  const clientData = (type: string, challenge: string, { origin = usualOrigin }: Changes) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  const head = (
    { rpId = new URL(usualOrigin).hostname, userVerified = true, counter }: Changes,
    more: number,
  ) => {
    uses = counter ?? uses + 1;
    const count = Buffer.alloc(4);
    count.writeUInt32BE(uses);
    const flags = 0x01 | (userVerified ? 0x04 : 0) | more;
    return Buffer.concat([createHash('sha256').update(rpId).digest(), Buffer.of(flags), count]);
  };
  const envelope = (response: Record<string, unknown>) => ({
    id: credentialId.toString('base64url'),
    rawId: credentialId.toString('base64url'),
    type: 'public-key',
    clientExtensionResults: {},
    response,
  });
  return {
    register({ challenge, user }, changes = {}) {
      userHandle = user.id;
      const authData = Buffer.concat([
        head(changes, 0x40),
        Buffer.alloc(16),
        Buffer.of(0, credentialId.length),
        credentialId,
        coseKey(publicKey),
      ]);
      return envelope({
        clientDataJSON: clientData('webauthn.create', challenge, changes).toString('base64url'),
        attestationObject: noAttestation(authData).toString('base64url'),
        transports: ['internal'],
      });
    },
    show({ challenge }, changes = {}) {
      const json = clientData('webauthn.get', challenge, changes);
      const authData = head(changes, 0);
      const signed = Buffer.concat([authData, createHash('sha256').update(json).digest()]);
      return envelope({
        clientDataJSON: json.toString('base64url'),
        authenticatorData: authData.toString('base64url'),
        signature: sign('sha256', signed, privateKey).toString('base64url'),
        userHandle,
      });
    },
  };
}

/** CBOR by hand: {1: 2, 3: -7, -1: 1, -2: x, -3: y}. */
function coseKey(publicKey: KeyObject): Buffer {
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  return Buffer.concat([
    Buffer.from('a5010203262001215820', 'hex'),
    Buffer.from(x, 'base64url'),
    Buffer.from('225820', 'hex'),
    Buffer.from(y, 'base64url'),
  ]);
}

/** CBOR by hand: {"fmt": "none", "attStmt": {}, "authData": bytes}. */
function noAttestation(authData: Buffer): Buffer {
  const text = (word: string) => Buffer.concat([Buffer.of(0x60 + word.length), Buffer.from(word)]);
  return Buffer.concat([
    Buffer.of(0xa3),
    text('fmt'),
    text('none'),
    text('attStmt'),
    Buffer.of(0xa0),
    text('authData'),
    Buffer.of(0x58, authData.length),
    authData,
  ]);
}
