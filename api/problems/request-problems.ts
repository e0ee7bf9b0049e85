/** What can be wrong with a request before the application sees it, and with the service itself. */

import type { ApplicationRefusalCode } from '../../application/application.ts';
import type { ProblemCode } from '../../contracts/problem.ts';
import type { ProblemEntry, Words } from './problem-entry.ts';
import type { SignInProblemCode } from './sign-in-problems.ts';

export type RequestProblemCode = Exclude<ProblemCode, ApplicationRefusalCode | SignInProblemCode>;

export const requestProblems: Readonly<Record<RequestProblemCode, ProblemEntry>> = {
  invalidRequest: {
    status: 400,
    title: { lv: 'Pieprasījums nav pareizi aizpildīts', en: 'The request is not filled in correctly' },
    detail: {
      lv: 'Kas un kurā vietā jālabo, teikts sarakstā “errors”.',
      en: 'The list “errors” says what to put right, and where.',
    },
  },
  idempotencyKeyMissing: {
    status: 400,
    title: { lv: 'Trūkst derīgas Idempotency-Key', en: 'A valid Idempotency-Key is missing' },
    detail: {
      lv: 'Katram ierakstam vajadzīga galvene Idempotency-Key: 8–255 redzamas ASCII zīmes bez atstarpēm, katram pieprasījumam cita, atkārtojumam tā pati.',
      en: 'Every write needs the header Idempotency-Key: 8–255 visible ASCII characters without spaces, new for each request and the same for its repetition.',
    },
  },
  signInNeeded: {
    status: 401,
    title: { lv: 'Jāpierakstās', en: 'Sign-in needed' },
    detail: {
      lv: 'Pieprasījumam nav derīgas sesijas vai pieejas atslēgas, vai galvenē X-Acting-For nav nosaukta iestāde, kuras vārdā varat rīkoties.',
      en: 'The request carries no valid session or token, or the header X-Acting-For does not name an institution you can act for.',
    },
  },
  forbidden: {
    status: 403,
    title: { lv: 'Tas nav atļauts', en: 'This is not allowed' },
    detail: {
      lv: 'Jums nav tiesību to darīt. Jautājiet savas iestādes administratoram.',
      en: 'You have no right to do this. Ask the administrator of your institution.',
    },
  },
  methodNotAllowed: {
    status: 405,
    title: { lv: 'Šai adresei tāda metode nav atļauta', en: 'This address does not take that method' },
    detail: {
      lv: 'Atļautās metodes nosauktas galvenē Allow.',
      en: 'The header Allow names the methods it takes.',
    },
  },
  notAcceptable: {
    status: 406,
    title: { lv: 'Tādā veidā atbildi nevar dot', en: 'The answer cannot be given in that form' },
    detail: {
      lv: 'Atbildes ir JSON formātā. Sūtiet ar Accept: application/json.',
      en: 'Answers are JSON. Send Accept: application/json.',
    },
  },
  unsupportedMediaType: {
    status: 415,
    title: { lv: 'Saturam jābūt JSON', en: 'The body must be JSON' },
    detail: {
      lv: 'Sūtiet ar Content-Type: application/json (UTF-8), bez saspiešanas.',
      en: 'Send it with Content-Type: application/json (UTF-8), not compressed.',
    },
  },
  tooLarge: {
    status: 413,
    title: { lv: 'Pieprasījums ir par lielu', en: 'The request is too large' },
    detail: {
      lv: 'Saturs drīkst būt līdz 256 KiB. Sadaliet ierakstus vairākos pieprasījumos.',
      en: 'The body may have up to 256 KiB. Split the records into several requests.',
    },
  },
  tooManyRequests: {
    status: 429,
    title: { lv: 'Pārāk daudz pieprasījumu', en: 'Too many requests' },
    detail: {
      lv: 'Atkārtojiet pieprasījumu pēc tik sekundēm, cik teikts galvenē Retry-After.',
      en: 'Repeat the request after as many seconds as the header Retry-After says.',
    },
  },
  internal: {
    status: 500,
    title: { lv: 'Kļūda sistēmā', en: 'An error in the system' },
    detail: {
      lv: 'Tā ir mūsu kļūda, ne jūsu. Mēģiniet vēlreiz ar to pašu Idempotency-Key; ja neizdodas, nosauciet administratoram “instance”.',
      en: 'This is our mistake, not yours. Try again with the same Idempotency-Key; if it fails, tell the administrator the “instance”.',
    },
  },
  unavailable: {
    status: 503,
    title: { lv: 'Sistēma pašlaik neatbild', en: 'The system does not answer at the moment' },
    detail: {
      lv: 'Datubāze pašlaik nav sasniedzama vai nepieņem ierakstus, un nav zināms, vai jūsu ieraksts saglabāts. Pēc brīža atkārtojiet pieprasījumu ar to pašu Idempotency-Key.',
      en: 'The database cannot be reached or takes no writes at the moment, and it is not known whether yours was saved. Repeat the request shortly with the same Idempotency-Key.',
    },
  },
};

/** A closer word for some of these: the code stays, status and sentence differ. */
export type Fault = {
  readonly code: RequestProblemCode | 'notFound';
  readonly status: number;
  readonly detail: Words;
};

export const faults = {
  bodyNotJson: {
    code: 'invalidRequest',
    status: 400,
    detail: {
      lv: 'Saturu nevar nolasīt. Tam jābūt derīgam JSON UTF-8 kodējumā, ne dziļākam par 32 līmeņiem, bez laukiem “__proto__” un “constructor.prototype”.',
      en: 'The body cannot be read. It must be valid JSON in UTF-8, at most 32 levels deep, without the fields “__proto__” and “constructor.prototype”.',
    },
  },
  malformed: {
    code: 'invalidRequest',
    status: 400,
    detail: {
      lv: 'Pieprasījumu nevar nolasīt: tā galvene vai garums nav pareizs. Sūtiet to vēlreiz.',
      en: 'The request cannot be read: a header or its length is wrong. Send it again.',
    },
  },
  badAddress: {
    code: 'invalidRequest',
    status: 400,
    detail: {
      lv: 'Adresē ir nederīga zīme vai kodējums. Pārbaudiet adresi.',
      en: 'The address holds a character or an encoding that is not allowed. Check the address.',
    },
  },
  badIfMatch: {
    code: 'invalidRequest',
    status: 400,
    detail: {
      lv: 'Galvenē If-Match jābūt tieši tai vērtībai, kas saņemta galvenē ETag, piemēram, "17".',
      en: 'The header If-Match must hold exactly the value received in the header ETag, for instance "17".',
    },
  },
  badStretch: {
    code: 'invalidRequest',
    status: 400,
    detail: {
      lv: 'Dienai “until” jābūt tai pašai dienai kā “from” vai vēlākai, un kopā drīkst būt ne vairāk kā 400 dienu.',
      en: 'The day “until” must be the same as “from” or later, and together they may span 400 days at most.',
    },
  },
  noSuchAddress: {
    code: 'notFound',
    status: 404,
    detail: {
      lv: 'Šādas adreses nav. Pārbaudiet to: lielie un mazie burti atšķiras, beigās nav slīpsvītras. Visas adreses ir lapā /api/docs.',
      en: 'There is no such address. Check it: case matters, and it has no slash at its end. The page /api/docs lists all addresses.',
    },
  },
  tooSlow: {
    code: 'invalidRequest',
    status: 408,
    detail: {
      lv: 'Pieprasījums nepienāca laikā. Sūtiet to vēlreiz ar to pašu Idempotency-Key.',
      en: 'The request did not arrive in time. Send it again with the same Idempotency-Key.',
    },
  },
  notReady: {
    code: 'unavailable',
    status: 503,
    detail: {
      lv: 'Datubāze pašlaik nav sasniedzama. Mēģiniet pēc brīža.',
      en: 'The database cannot be reached at the moment. Try again shortly.',
    },
  },
  addressTooLong: {
    code: 'tooLarge',
    status: 414,
    detail: {
      lv: 'Kāda adreses daļa ir garāka par 200 zīmēm. Pārbaudiet identifikatoru.',
      en: 'A part of the address is longer than 200 characters. Check the id.',
    },
  },
  headersTooLarge: {
    code: 'tooLarge',
    status: 431,
    detail: {
      lv: 'Pieprasījuma galvenes ir lielākas par 16 KiB. Saīsiniet tās.',
      en: 'The headers of the request are larger than 16 KiB. Shorten them.',
    },
  },
} as const satisfies Readonly<Record<string, Fault>>;
