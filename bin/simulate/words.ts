/** What the lines of a simulation are called. */
import type { StepName, ToldAs } from '../../domain/duty/duty.ts';
import type { Observation } from './observe.ts';

export type Language = 'lv' | 'en';
type Bilingual = Readonly<Record<Language, string>>;
type DutyChange = Extract<Observation, { readonly what: 'duty' }>['change'];
type MailKind = Extract<Observation, { readonly what: 'mail' }>['kind'];

export const dutyWords: Readonly<Record<DutyChange, Bilingual>> = {
  started: { lv: 'pienākums', en: 'duty' },
  takenOver: { lv: 'pārņemts', en: 'taken over' },
  changed: { lv: 'mainīts', en: 'changed' },
  reopened: { lv: 'atkal atvērts', en: 'reopened' },
  vanished: { lv: 'atkrīt', en: 'no longer owed' },
  fulfilled: { lv: 'izpildīts', en: 'fulfilled' },
  superseded: { lv: 'aizstāts', en: 'superseded' },
  waived: { lv: 'atcelts', en: 'waived' },
  closed: { lv: 'noslēgts', en: 'closed' },
};

/** A duty past its due moment is called by the force of its term instead (rules of conduct 8). */
export const stepWords: Readonly<Record<StepName, Bilingual>> = {
  first: { lv: 'paziņojums', en: 'notice' },
  remindBefore: { lv: 'atgādinājums', en: 'reminder' },
  remindToday: { lv: 'atgādinājums', en: 'reminder' },
  nag: { lv: 'atgādinājums', en: 'reminder' },
  dangerNag: { lv: 'apdraudējums', en: 'danger' },
  plannedPassed: { lv: 'plānotais laiks pagājis', en: 'planned time passed' },
  late: { lv: 'nokavēts', en: 'late' },
  head: { lv: 'ziņo vadītājam', en: 'head informed' },
  waitingSide: { lv: 'ziņo gaidošajai pusei', en: 'waiting side informed' },
  propose: { lv: 'ierosina vērsties tālāk', en: 'next step proposed' },
  replyReceived: { lv: 'lūdz apstiprināt atbildi', en: 'asks whether the reply is the answer' },
  answerAsked: { lv: 'vai kāds ir saņēmis atbildi', en: 'has anybody received the answer' },
  accountAsked: { lv: 'sagatavots sūdzības projekts', en: 'complaint drafted' },
  windowOver: { lv: 'saņēmējam dotais laiks beidzies', en: 'the receiver’s time is over' },
  draftWithdrawn: { lv: 'sūdzības projekts atsaukts', en: 'draft complaint withdrawn' },
  settled: { lv: 'paziņojums par izpildi', en: 'notice of fulfilment' },
};

export const toldWords: Readonly<Record<ToldAs, Bilingual>> = {
  owes: { lv: 'atbild', en: 'owes' },
  follows: { lv: 'seko līdzi', en: 'follows' },
  waits: { lv: 'gaida', en: 'waits' },
  head: { lv: 'vada iestādi', en: 'heads the institution' },
  manager: { lv: 'vada gadījumu', en: 'manages the case' },
  principal: { lv: 'vada skolu', en: 'heads the school' },
  onCall: { lv: 'dežurē', en: 'on call' },
  recorder: { lv: 'pierakstīja', en: 'recorded it' },
  onCase: { lv: 'strādā ar gadījumu', en: 'works on the case' },
};

export const mailWords: Readonly<Record<MailKind, Bilingual>> = {
  danger: { lv: 'vēstule par apdraudējumu', en: 'mail about danger' },
  notices: { lv: 'vēstule', en: 'mail' },
  digest: { lv: 'rīta kopsavilkums', en: 'morning digest' },
};

export const words = {
  recorded: { lv: 'ierakstīts', en: 'recorded' },
  year: { lv: 'mācību gads', en: 'school year' },
  owedBy: { lv: 'atbild', en: 'owed by' },
  owedTo: { lv: 'gaida', en: 'awaited by' },
  until: { lv: 'līdz', en: 'due' },
  noDue: { lv: 'bez termiņa', en: 'no due date' },
  why: { lv: 'kāpēc', en: 'why' },
  nobody: { lv: 'nevienam', en: 'nobody' },
} as const satisfies Readonly<Record<string, Bilingual>>;
