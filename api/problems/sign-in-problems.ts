/** Every refusal of sign-in and of the guard's sign-in rules: its status and its words. None tells whether an address is known. */
import type { SignInRefusalCode } from '../../application/sign-in/deps.ts';
import type { ProblemEntry } from './problem-entry.ts';

/** What the guard says by itself. */
type GuardRefusalCode = 'secondFactorNeeded' | 'secondFactorSetUpNeeded' | 'originRefused' | 'scopeMissing';

/** `forbidden`, `notFound` and `tooManyRequests` mean the same everywhere. */
export type SignInProblemCode =
  | Exclude<SignInRefusalCode, 'forbidden' | 'notFound' | 'tooManyRequests'>
  | GuardRefusalCode;

export const signInProblems: Readonly<Record<SignInProblemCode, ProblemEntry>> = {
  signInRefused: {
    status: 401,
    title: { lv: 'E-pasts vai parole nav pareiza', en: 'Mail address or password is not right' },
    detail: {
      lv: 'Pārbaudiet abus. Paroli var nomainīt ar saiti e-pastā.',
      en: 'Check both. A link by mail lets you choose a new password.',
    },
  },
  codeRefused: {
    status: 401,
    title: { lv: 'Kods neder', en: 'The code is not accepted' },
    detail: {
      lv: 'Katrs kods der vienu reizi un tikai īsu brīdi. Ievadiet nākamo kodu no lietotnes vai vienu no atkopšanas kodiem.',
      en: 'Each code works once and for a short while. Enter the next one from the app, or one of the recovery codes.',
    },
  },
  passkeyRefused: {
    status: 401,
    title: { lv: 'Piekļuves atslēga nav pieņemta', en: 'The passkey is not accepted' },
    detail: {
      lv: 'Mēģiniet vēlreiz vai pierakstieties ar paroli.',
      en: 'Try again, or sign in with your password.',
    },
  },
  identityRefused: {
    status: 401,
    title: { lv: 'Šī identitāte nav piesaistīta', en: 'This identity is not linked' },
    detail: {
      lv: 'Pašvaldības identitāte jāpiesaista, pieņemot uzaicinājumu vai savā profilā pēc pierakstīšanās.',
      en: 'An identity of the municipality is linked by accepting an invitation with it, or in your profile once signed in.',
    },
  },
  identityProviderAway: {
    status: 503,
    title: {
      lv: 'Pašvaldības pierakstīšanās pašlaik neatbild',
      en: 'The municipality’s sign-in does not answer',
    },
    detail: {
      lv: 'Mēģiniet pēc brīža vai pierakstieties citādi.',
      en: 'Try again shortly, or sign in another way.',
    },
  },
  linkInvalid: {
    status: 422,
    title: { lv: 'Saite vairs neder', en: 'The link no longer works' },
    detail: {
      lv: 'Saite der vienu reizi un noteiktu laiku. Lūdziet jaunu.',
      en: 'A link works once and for a limited time. Ask for a new one.',
    },
  },
  passwordTooWeak: {
    status: 422,
    title: { lv: 'Parole ir pārāk viegli uzminama', en: 'The password is too easy to guess' },
    detail: {
      lv: 'Vajag vismaz 12 zīmju, bez sava vārda un biežām parolēm. Labi der vairāki nesaistīti vārdi.',
      en: 'At least 12 characters, without your name or common passwords. Several unrelated words do well.',
    },
  },
  invitationNotPossible: {
    status: 422,
    title: { lv: 'Šo cilvēku uzaicināt nevar', en: 'This person cannot be invited' },
    detail: {
      lv: 'Konts jau ir, trūkst e-pasta adreses, vai ar šo adresi jau pierakstās kāds cits.',
      en: 'There is an account already, no mail address is known, or somebody else signs in with it.',
    },
  },
  freshSignInNeeded: {
    status: 403,
    title: { lv: 'Pierakstieties vēlreiz', en: 'Sign in again' },
    detail: {
      lv: 'To, kā pierakstāties, var mainīt pusstundu pēc pierakstīšanās.',
      en: 'How you sign in can be changed within half an hour of signing in.',
    },
  },
  secondFactorStays: {
    status: 409,
    title: { lv: 'Otrais faktors jāpatur', en: 'The second factor stays' },
    detail: {
      lv: 'Lietotne jau ir pievienota, vai tas ir pēdējais faktors, bet jūsu pienākumiem vajadzīgi divi. Vispirms pievienojiet citu.',
      en: 'An authenticator is set up already, or this is the last factor and your duties ask for two. Add another first.',
    },
  },
  secondFactorNeeded: {
    status: 401,
    title: { lv: 'Vajadzīgs otrais faktors', en: 'The second factor is still asked' },
    detail: {
      lv: 'Parole ir pareiza. Sūtiet kodu uz /api/v1/sign-in/second-factor vai pierakstieties ar piekļuves atslēgu.',
      en: 'The password is right. Send the code to /api/v1/sign-in/second-factor, or sign in with a passkey.',
    },
  },
  secondFactorSetUpNeeded: {
    status: 403,
    title: { lv: 'Jāpievieno otrais faktors', en: 'Set up a second factor' },
    detail: {
      lv: 'Jūsu pienākumiem vajadzīgi divi faktori. Pievienojiet piekļuves atslēgu (/api/v1/account/passkeys/options) vai lietotni ar kodiem (/api/v1/account/totp); līdz tam pārējais nav pieejams.',
      en: 'Your duties ask for two factors. Add a passkey (/api/v1/account/passkeys/options) or an authenticator (/api/v1/account/totp); nothing else answers until then.',
    },
  },
  originRefused: {
    status: 403,
    title: { lv: 'Pieprasījums nāk no citas vietnes', en: 'The request comes from another site' },
    detail: {
      lv: 'Ar pārlūka sesiju rakstīt var tikai no paša Termiņsarga lapām.',
      en: 'With a browser’s session, only Termiņsargs’ own pages may write.',
    },
  },
  scopeMissing: {
    status: 403,
    title: { lv: 'Atslēgai šādu tiesību nav', en: 'The token does not reach this' },
    detail: {
      lv: 'Sistēmas atslēga der tikai tam, kam tā izsniegta.',
      en: 'A system’s token is good only for the scopes it was made with.',
    },
  },
};
