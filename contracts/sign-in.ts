/** Sign-in on the wire: what is typed, and what the caller may know about the own sign-in. */
import { z } from 'zod';
import { institutionKind, role } from './parties.ts';
import { answerList, id, instant, line } from './values.ts';

const mail = z
  .string({ error: 'notText' })
  .max(254, { error: 'tooLong' })
  .regex(/^[\u0021-\u007e]+@[\u0021-\u007e]+$/, { error: 'invalid' })
  .meta({
    description: 'The address that the institution has for this person.',
    examples: ['anita@skola.example'],
  });

/** Checked for its strength where it is set, never where it is asked. */
const password = z
  .string({ error: 'notText' })
  .min(1, { error: 'emptyText' })
  .max(256, { error: 'tooLong' })
  .meta({ format: 'password' });

const newPassword = password.meta({
  description: 'At least 12 characters and hard to guess; no rules about kinds of characters.',
  format: 'password',
});

const token = z
  .string({ error: 'notText' })
  .regex(/^[A-Za-z0-9_-]{43}$/, { error: 'invalid' })
  .meta({ description: 'From the link in the mail.' });

export const passwordSignIn = z.strictObject({ mail, password }).meta({ id: 'PasswordSignIn' });

export const secondFactorCode = z
  .strictObject({
    code: z
      .string({ error: 'notText' })
      .min(6, { error: 'invalid' })
      .max(24, { error: 'tooLong' })
      .meta({ description: 'Six digits from the authenticator, or a recovery code.' }),
  })
  .meta({ id: 'SecondFactorCode' });

export const totpCode = z
  .strictObject({ code: z.string({ error: 'notText' }).regex(/^\d{6}$/, { error: 'invalid' }) })
  .meta({ id: 'TotpCode' });

export const linkToken = z.strictObject({ token }).meta({ id: 'LinkToken' });
export const linkWithPassword = z
  .strictObject({ token, password: newPassword })
  .meta({ id: 'LinkWithPassword' });
export const mailOfReset = z.strictObject({ mail }).meta({ id: 'MailOfReset' });
export const passwordChange = z
  .strictObject({ current: password, password: newPassword })
  .meta({ id: 'PasswordChange' });

export const next = z
  .strictObject({
    next: z
      .enum(['done', 'secondFactor'])
      .describe('`secondFactor`: the code is still asked; until then nothing else answers.'),
  })
  .meta({ id: 'SignInNext' });

/** A request that has nothing to say but that it is made. */
export const emptyBody = z.strictObject({}).meta({ id: 'Empty' });

/** An answer that has nothing to tell. */
export const done = z.strictObject({ done: z.literal(true) }).meta({ id: 'Done' });

export const invitationView = z
  .strictObject({ name: z.string(), mail: z.string() })
  .meta({ id: 'InvitationView' });

const training = z
  .boolean()
  .describe('Everything in this product is invented: “MĀCĪBAS” stands on every page and mail.');

const method = z.enum(['password', 'totp', 'recoveryCode', 'passkey', 'oidc']);

export const ownSession = z
  .strictObject({
    personId: id,
    name: z.string(),
    language: z.enum(['lv', 'en']),
    methods: answerList(method).describe('How the person has shown who they are.'),
    secondFactor: z.strictObject({
      shown: z.boolean(),
      required: z.boolean().describe('Required and not shown: only the routes that set one up answer.'),
      totp: z.boolean(),
      recoveryCodes: z.int().describe('How many are left.'),
      passkeys: z.int(),
    }),
    institutions: answerList(
      z.strictObject({
        id,
        name: z.string(),
        kind: institutionKind,
        training: z.boolean().describe('Nothing there is real: “MĀCĪBAS” stands on every page.'),
        roles: answerList(role),
      }),
    ),
    actingFor: id.nullable().describe('Null where the person works for several and has chosen none.'),
    authenticatedAt: instant,
    endsAt: instant,
    training,
    tourSeen: z.boolean().describe('False: the pages offer the tour of the first visit.'),
  })
  .meta({ id: 'OwnSession' });
export type OwnSession = z.infer<typeof ownSession>;

export const ownLanguage = z
  .strictObject({ language: z.enum(['lv', 'en']).describe('Of the mails, and of a new browser’s pages.') })
  .meta({ id: 'OwnLanguage' });

export const chosenInstitution = z.strictObject({ institutionId: id }).meta({ id: 'ChosenInstitution' });

export const tourMark = z
  .strictObject({ seen: z.boolean({ error: 'invalid' }).describe('False offers it again.') })
  .meta({ id: 'TourMark' });

export const sessionList = z
  .strictObject({
    sessions: answerList(
      z.strictObject({
        id,
        current: z.boolean(),
        agent: z.string().describe('What the browser calls itself.'),
        source: z.string(),
        methods: answerList(method),
        createdAt: instant,
        lastSeenAt: instant,
        endsAt: instant,
      }),
    ),
  })
  .meta({ id: 'SessionList' });

export const endedSessions = z.strictObject({ ended: z.int() }).meta({ id: 'EndedSessions' });

export const totpSetUp = z
  .strictObject({
    secret: z.string().describe('For typing into an authenticator.'),
    uri: z.string().describe('The same as `otpauth:` address, for a picture to scan.'),
  })
  .meta({ id: 'TotpSetUp' });

export const recoveryCodeList = z
  .strictObject({ recoveryCodes: answerList(z.string()).describe('Each works once. Told this once.') })
  .meta({ id: 'RecoveryCodes' });

/** WebAuthn's own JSON forms: browsers make and take them whole, and may add to them. */
const base64url = (longest: number) =>
  z
    .string({ error: 'notText' })
    .max(longest, { error: 'tooLong' })
    .regex(/^[A-Za-z0-9_-]+$/, { error: 'invalid' });
const fromAuthenticator = {
  id: base64url(1_400),
  rawId: base64url(1_400),
  type: z.literal('public-key'),
  authenticatorAttachment: z.enum(['cross-platform', 'platform']).exactOptional(),
  clientExtensionResults: z.looseObject({}),
};
const bytes = base64url(100_000);

export const passkeyOptions = z.record(z.string(), z.unknown()).meta({
  id: 'PasskeyOptions',
  description: 'For navigator.credentials, in the JSON form of WebAuthn level 3.',
});

export const newPasskey = z
  .strictObject({
    name: line.describe('To tell it by.'),
    response: z.looseObject({
      ...fromAuthenticator,
      response: z.looseObject({
        clientDataJSON: bytes,
        attestationObject: bytes,
        transports: z
          .array(z.string().regex(/^[a-z-]{1,30}$/, { error: 'invalid' }))
          .max(10)
          .exactOptional(),
      }),
    }),
  })
  .meta({ id: 'NewPasskey' });

export const shownPasskey = z
  .strictObject({
    response: z.looseObject({
      ...fromAuthenticator,
      response: z.looseObject({
        clientDataJSON: bytes,
        authenticatorData: bytes,
        signature: bytes,
        userHandle: bytes.exactOptional(),
      }),
    }),
  })
  .meta({ id: 'ShownPasskey' });

export const passkeyList = z
  .strictObject({
    passkeys: answerList(
      z.strictObject({ id, name: z.string(), createdAt: instant, lastUsedAt: instant.nullable() }),
    ),
  })
  .meta({ id: 'PasskeyList' });

export const providerList = z
  .strictObject({
    providers: answerList(z.strictObject({ id: z.string(), name: z.string() })),
    training,
  })
  .meta({ id: 'IdentityProviderList' });
export const identityList = z
  .strictObject({
    identities: answerList(
      z.strictObject({
        provider: z.string(),
        name: z.string(),
        linkedAt: instant,
        lastUsedAt: instant.nullable(),
      }),
    ),
  })
  .meta({ id: 'IdentityList' });
export const oidcStart = z
  .strictObject({ invitation: token.exactOptional().describe('Accept this invitation without a password.') })
  .meta({ id: 'OidcStart' });
export const oidcAddress = z
  .strictObject({ address: z.string().describe('Where the browser goes.') })
  .meta({ id: 'OidcAddress' });

export const staffList = z
  .strictObject({
    people: answerList(
      z.strictObject({
        personId: id,
        name: z.string(),
        mail: z.string().nullable(),
        hasAccount: z.boolean(),
        secondFactor: z.boolean(),
        invitedAt: instant.nullable(),
      }),
    ),
  })
  .meta({ id: 'StaffList' });
export const newInvitation = z.strictObject({ personId: id }).meta({ id: 'NewInvitation' });

/** What a token of another system may do. */
export const tokenScopes = [
  'dossiers:read',
  'dossiers:write',
  'facts:read',
  'facts:write',
  'duties:read',
  'directory:read',
] as const;
export type TokenScope = (typeof tokenScopes)[number];
const tokenScope = z.enum(tokenScopes).meta({ id: 'TokenScope' });

export const newApiToken = z
  .strictObject({
    name: line.describe('Which system it is for.'),
    scopes: z
      .array(tokenScope, { error: 'notAList' })
      .min(1, { error: 'emptyList' })
      .max(20, { error: 'tooMany' }),
    days: z
      .int({ error: 'notACount' })
      .min(1, { error: 'outOfRange' })
      .max(365, { error: 'outOfRange' })
      .describe('How long it works: a year at most, then another one is made.'),
  })
  .meta({ id: 'NewApiToken' });

const apiToken = z
  .strictObject({
    id,
    name: z.string(),
    prefix: z.string().describe('How the token begins.'),
    scopes: answerList(z.string()),
    createdAt: instant,
    createdBy: id,
    expiresAt: instant,
    lastUsedAt: instant.nullable(),
    revokedAt: instant.nullable(),
  })
  .meta({ id: 'ApiToken' });
export const apiTokenList = z.strictObject({ tokens: answerList(apiToken) }).meta({ id: 'ApiTokenList' });
export const madeApiToken = z
  .strictObject({ token: z.string().describe('Told this once.'), view: apiToken })
  .meta({ id: 'MadeApiToken' });
