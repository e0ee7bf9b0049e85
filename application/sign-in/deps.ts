/** What sign-in is made with, and what all of its parts share. */
import type { Database } from '../../db/connect.ts';
import type { KeyProvider } from '../../db/encryption/key-provider.ts';
import type { Instant } from '../../domain/time.ts';
import type { Mailer } from '../mailer/mailer.ts';
import type { Clock, Log } from '../ports.ts';
import type { OidcProviderSetting } from './oidc-provider-setting.ts';
import type { PasswordCost } from './password-hash.ts';

export type SignInDeps = {
  /** Role `app_auth`. */
  readonly database: Database;
  /** The product's moment: which roles are held. */
  readonly clock: Clock;
  /** Wall time: how old sessions, links and codes are, also where the product's clock is a simulated one. */
  readonly wall: () => Instant;
  readonly mailer: Mailer;
  /** Domain of Message-IDs. */
  readonly mailFrom: string;
  readonly publicUrl: string;
  readonly training: boolean;
  /** Seal TOTP secrets. */
  readonly keys: KeyProvider;
  readonly passwordCost: PasswordCost;
  readonly providers: readonly OidcProviderSetting[];
  readonly log: Log;
};

/** Where a request comes from. `source` is an address, or the network of an IPv6 one; never what a header claims. */
export type Visitor = {
  readonly source: string;
  /** What the browser calls itself. */
  readonly agent: string;
  /** Token of a known device. */
  readonly device: string | null;
};

export type SignInRefusalCode =
  | 'signInRefused'
  | 'codeRefused'
  | 'linkInvalid'
  | 'passwordTooWeak'
  | 'invitationNotPossible'
  | 'freshSignInNeeded'
  | 'secondFactorStays'
  | 'passkeyRefused'
  | 'identityRefused'
  | 'identityProviderAway'
  | 'forbidden'
  | 'notFound'
  | 'tooManyRequests';

export type SignInResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refused: SignInRefusalCode; readonly retryAfter?: number };

export function granted<T>(value: T): SignInResult<T> {
  return { ok: true, value };
}

export function refused(code: SignInRefusalCode): SignInResult<never> {
  return { ok: false, refused: code };
}

export function wait(seconds: number): SignInResult<never> {
  return { ok: false, refused: 'tooManyRequests', retryAfter: seconds };
}
