/** What an account's owner is told after something about how they sign in was changed, by them or by anybody else. */
import { dayOf, type Instant, localTime } from '../../domain/time.ts';
import type { MailLanguage } from './notice-input.ts';

export type AccountChange =
  | 'passwordChanged'
  | 'passwordReset'
  | 'totpSet'
  | 'totpRemoved'
  | 'recoveryCodesRenewed'
  | 'recoveryCodeUsed'
  | 'passkeyAdded'
  | 'passkeyRemoved'
  | 'identityLinked'
  | 'identityUnlinked'
  | 'factorsReset'
  | 'mailChanged';

type Said = { readonly subject: string; readonly line: string };

const said: Readonly<Record<AccountChange, Readonly<Record<MailLanguage, Said>>>> = {
  passwordChanged: {
    lv: {
      subject: 'Jūsu parole ir nomainīta',
      line: 'Jūsu Termiņsarga parole ir nomainīta. Pārējās sesijas ir beigtas.',
    },
    en: {
      subject: 'Your password was changed',
      line: 'Your password for Termiņsargs was changed. All other sessions have ended.',
    },
  },
  passwordReset: {
    lv: {
      subject: 'Jūsu parole ir atjaunota',
      line: 'Ar pa e-pastu sūtītu saiti ir izvēlēta jauna Jūsu Termiņsarga parole. Visas sesijas ir beigtas.',
    },
    en: {
      subject: 'Your password was reset',
      line: 'A new password for Termiņsargs was chosen by a link sent by mail. All sessions have ended.',
    },
  },
  totpSet: {
    lv: {
      subject: 'Pievienota lietotne ar kodiem',
      line: 'Jūsu kontam ir pievienota lietotne ar vienreizējiem kodiem. Pārējās sesijas ir beigtas.',
    },
    en: {
      subject: 'An authenticator was added',
      line: 'An authenticator app was added to your account. All other sessions have ended.',
    },
  },
  totpRemoved: {
    lv: {
      subject: 'Noņemta lietotne ar kodiem',
      line: 'No Jūsu konta ir noņemta lietotne ar vienreizējiem kodiem.',
    },
    en: {
      subject: 'An authenticator was removed',
      line: 'The authenticator app was removed from your account.',
    },
  },
  recoveryCodesRenewed: {
    lv: {
      subject: 'Izveidoti jauni atkopšanas kodi',
      line: 'Jūsu kontam ir izveidoti jauni atkopšanas kodi; vecie vairs neder.',
    },
    en: {
      subject: 'New recovery codes were made',
      line: 'New recovery codes were made for your account; the old ones no longer work.',
    },
  },
  recoveryCodeUsed: {
    lv: {
      subject: 'Izmantots atkopšanas kods',
      line: 'Ar Jūsu paroli un vienu no Jūsu atkopšanas kodiem kāds ir pierakstījies.',
    },
    en: {
      subject: 'A recovery code was used',
      line: 'Somebody signed in with your password and one of your recovery codes.',
    },
  },
  passkeyAdded: {
    lv: {
      subject: 'Pievienota piekļuves atslēga',
      line: 'Jūsu kontam ir pievienota piekļuves atslēga. Pārējās sesijas ir beigtas.',
    },
    en: {
      subject: 'A passkey was added',
      line: 'A passkey was added to your account. All other sessions have ended.',
    },
  },
  passkeyRemoved: {
    lv: { subject: 'Noņemta piekļuves atslēga', line: 'No Jūsu konta ir noņemta piekļuves atslēga.' },
    en: { subject: 'A passkey was removed', line: 'A passkey was removed from your account.' },
  },
  identityLinked: {
    lv: {
      subject: 'Piesaistīts pašvaldības konts',
      line: 'Jūsu kontam ir piesaistīts pašvaldības konts: ar to tagad var pierakstīties.',
    },
    en: {
      subject: 'A municipality’s account was linked',
      line: 'An account at your municipality was linked to yours: it can now be used to sign in.',
    },
  },
  identityUnlinked: {
    lv: {
      subject: 'Atsaistīts pašvaldības konts',
      line: 'No Jūsu konta ir atsaistīts pašvaldības konts: ar to vairs nevar pierakstīties.',
    },
    en: {
      subject: 'A municipality’s account was unlinked',
      line: 'The account at your municipality was unlinked from yours: it can no longer be used to sign in.',
    },
  },
  factorsReset: {
    lv: {
      subject: 'Administrators noņēma Jūsu otro faktoru',
      line: 'Jūsu iestādes administrators ir noņēmis lietotni ar kodiem, atkopšanas kodus un piekļuves atslēgas. Visas sesijas ir beigtas; parole paliek līdzšinējā.',
    },
    en: {
      subject: 'An administrator removed your second factor',
      line: 'An administrator of your institution removed your authenticator, recovery codes and passkeys. All sessions have ended; your password stays.',
    },
  },
  mailChanged: {
    lv: {
      subject: 'Mainīta Jūsu e-pasta adrese',
      line: 'Iestādē, kurā strādājat, ir mainīta Jūsu e-pasta adrese: ar šo vairs nevar pierakstīties.',
    },
    en: {
      subject: 'Your mail address was changed',
      line: 'Your mail address was changed at the institution where you work: this one can no longer be used to sign in.',
    },
  },
};

/** Done by others: there is nothing that the owner could undo alone. */
const byOthers: ReadonlySet<AccountChange> = new Set(['factorsReset', 'mailChanged']);

const otherwise = {
  lv: {
    own: 'Ja to nedarījāt Jūs: atveriet Termiņsargu kā parasti, nevis no vēstules, tūlīt nomainiet paroli, beidziet pārējās sesijas, noņemiet svešos pierakstīšanās līdzekļus un zvaniet savas iestādes administratoram. Ja vairs netiekat iekšā, zvaniet tūlīt.',
    others: 'Ja par to nezinājāt, tūlīt zvaniet savas iestādes administratoram vai vadītājam.',
  },
  en: {
    own: 'If this was not you: open Termiņsargs as you always do, not from a mail, change your password at once, end all other sessions, remove what is not yours among the ways to sign in, and call the administrator of your institution. If you can no longer get in, call at once.',
    others: 'If you did not know of this, call the administrator or the head of your institution at once.',
  },
} as const satisfies Readonly<Record<MailLanguage, unknown>>;

export type AccountNoticeWords = {
  readonly subject: string;
  readonly lines: readonly string[];
  readonly after: string;
};

/** What happened, when (in Riga), and what to do if it was not the owner. */
export function accountNoticeWords(
  told: AccountChange,
  at: Instant,
  language: MailLanguage,
): AccountNoticeWords {
  const { subject, line } = said[told][language];
  const when = language === 'lv' ? `Kad: ${momentInFull(at, 'lv')}` : `When: ${momentInFull(at, 'en')}`;
  return {
    subject: `${subject} – Termiņsargs`,
    lines: [line, when],
    after: otherwise[language][byOthers.has(told) ? 'others' : 'own'],
  };
}

function momentInFull(at: Instant, language: MailLanguage): string {
  const { hour, minute } = localTime(at);
  const minutes = String(minute).padStart(2, '0');
  return language === 'lv'
    ? `${dayOf(at).split('-').toReversed().join('.')}. plkst. ${hour}.${minutes}.`
    : `${dayOf(at)}, ${hour}:${minutes} in Riga.`;
}
