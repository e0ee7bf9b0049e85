/** What a mail says of each duty. Only kinds, days, institutions and roles: no learner can get in. */

import type { NoticeItem } from '../../documents/mail/notice-mail.ts';
import type { WorkingCalendar } from '../../domain/calendar/index.ts';
import type { Duty, Party, StepName, ToldAs } from '../../domain/duty/duty.ts';
import { explainEn, explainLv } from '../../domain/duty/explanation-sentence.ts';
import { dueInWords } from '../../domain/duty/explanation-words.ts';
import { daysLate, isQuiet } from '../../domain/duty/status.ts';
import type { InstitutionKind, Role } from '../../domain/procedure/party.ts';
import { type CalendarDay, dayOf, type Instant } from '../../domain/time.ts';
import { lateness } from '../duty-view.ts';

export type NoticeSubject = {
  readonly dossierId: string;
  readonly caseNumber: string | null;
  readonly duty: Duty;
  readonly step: StepName;
  readonly n: number;
  readonly toldAs: ToldAs;
};

export type ItemWriting = {
  readonly language: 'lv' | 'en';
  readonly now: Instant;
  readonly calendar: WorkingCalendar;
  readonly institutionName: (institutionId: string) => string | null;
};

/** Duties whose fulfilment is an answer to somebody. */
const answers: ReadonlySet<string> = new Set([
  'reply',
  'feedback',
  'acknowledge-handover',
  'evaluate',
  'official-request',
  'board-assess',
  'referral-supplement',
  'parent-submission',
]);

/** One row of a mail. */
export function noticeItem(subject: NoticeSubject, writing: ItemWriting): NoticeItem {
  const { duty } = subject;
  const { language, now } = writing;
  return {
    caseNumber: subject.caseNumber,
    dossierId: subject.dossierId,
    dutyTitle: duty.title,
    step: subject.step,
    toldAs: subject.toldAs,
    answerUntil: answerUntil(subject),
    danger: duty.danger,
    reportState: duty.kind === 'danger-receipt' ? 'receiptUnconfirmed' : duty.danger ? 'notReported' : null,
    awaits: answers.has(duty.kind) ? 'answer' : 'act',
    termForce: duty.force.term,
    dueDay: duty.due?.day ?? null,
    dueWords: dueWords(duty, writing),
    daysLate: daysLate(duty, now),
    latenessWord: daysLate(duty, now) > 0 ? (lateness(duty)?.[language] ?? null) : null,
    owedBy: partyName(duty.owedBy, writing),
    owedTo: duty.owedTo.map((party) => partyName(party, writing)).join(', '),
    why: language === 'lv' ? explainLv(duty.explanation) : explainEn(duty.explanation),
  };
}

/** Of a drafted complaint: the last day on which the owing side may answer or add its account (rules of conduct 14). */
function answerUntil({ duty, step, n }: NoticeSubject): CalendarDay | null {
  return duty.tellings?.find((telling) => telling.name === step && telling.n === n)?.until ?? null;
}

/** A quiet term has no late word: “plānots līdz” (rules of conduct 7). */
function dueWords(duty: Duty, { now, calendar, language }: ItemWriting): string {
  if (duty.due === null) return '';
  const passed = dayOf(now) > duty.due.day;
  if (passed && (isQuiet(duty) || duty.answerUnknown)) {
    return `${language === 'lv' ? 'plānots līdz' : 'planned until'} ${duty.due.day}`;
  }
  return dueInWords(now, duty.due.day, calendar, language);
}

function partyName(party: Party, { language, institutionName }: ItemWriting): string {
  const nameOf = (id: string | null) => (id === null ? null : institutionName(id));
  switch (party.party) {
    case 'family':
      return familyNames[party.who][language];
    case 'outside':
      return party.name;
    case 'institution':
      return nameOf(party.institutionId) ?? (party.kind === null ? '–' : kindNames[party.kind][language]);
    case 'person': {
      const name = nameOf(party.institutionId);
      const role = roleNames[party.role][language];
      return name === null ? role : `${role}, ${name}`;
    }
  }
}

const familyNames = {
  learner: { lv: 'izglītojamais', en: 'learner' },
  parents: { lv: 'vecāki', en: 'parents' },
  both: { lv: 'izglītojamais un vecāki', en: 'learner and parents' },
} as const;

/** For institutions that nobody has turned to yet: the duty knows only what kind is meant. */
const kindNames: Readonly<Record<InstitutionKind, { readonly lv: string; readonly en: string }>> = {
  school: { lv: 'skola', en: 'school' },
  socialService: { lv: 'sociālais dienests', en: 'social service' },
  orphansCourt: { lv: 'bāriņtiesa', en: 'orphan’s court' },
  municipalPolice: { lv: 'pašvaldības policija', en: 'municipal police' },
  statePolice: { lv: 'Valsts policija', en: 'state police' },
  educationBoard: { lv: 'izglītības pārvalde', en: 'education board' },
  cooperationGroup: { lv: 'sadarbības grupa', en: 'cooperation group' },
  administrativeCommission: { lv: 'administratīvā komisija', en: 'administrative commission' },
  probationService: { lv: 'Valsts probācijas dienests', en: 'probation service' },
  childProtectionCentre: { lv: 'Bērnu aizsardzības centrs', en: 'Child Protection Centre' },
  familySupportCentre: { lv: 'Bērnu un ģimenes atbalsta centrs', en: 'family support centre' },
  municipality: { lv: 'pašvaldība', en: 'municipality' },
  founder: { lv: 'dibinātājs', en: 'founder' },
  crisisTeam: { lv: 'krīzes intervences komanda', en: 'crisis team' },
  stateAgency: { lv: 'valsts iestāde', en: 'state agency' },
};

const roleNames: Readonly<Record<Role, { readonly lv: string; readonly en: string }>> = {
  classTeacher: { lv: 'klases audzinātājs', en: 'class teacher' },
  supportStaff: { lv: 'atbalsta personāls', en: 'support staff' },
  socialPedagogue: { lv: 'sociālais pedagogs', en: 'social pedagogue' },
  teacher: { lv: 'pedagogs', en: 'teacher' },
  principal: { lv: 'direktors', en: 'principal' },
  administration: { lv: 'administrācija', en: 'administration' },
  authorisedPerson: { lv: 'pilnvarotā persona', en: 'authorised person' },
  onCall: { lv: 'dežurējošā persona', en: 'on-call person' },
  caseManager: { lv: 'gadījuma vadītājs', en: 'case manager' },
  previousCaseManager: { lv: 'iepriekšējais gadījuma vadītājs', en: 'previous case manager' },
  staff: { lv: 'darbinieks', en: 'member of staff' },
  head: { lv: 'vadītājs', en: 'head' },
  socialWorker: { lv: 'sociālais darbinieks', en: 'social worker' },
  familyAssistant: { lv: 'ģimenes asistents', en: 'family assistant' },
  secretary: { lv: 'lietvedis', en: 'secretary' },
  specialist: { lv: 'speciālists', en: 'specialist' },
  dataProtectionOfficer: { lv: 'datu aizsardzības speciālists', en: 'data-protection officer' },
  administrator: { lv: 'administrators', en: 'administrator' },
  service: { lv: 'cita sistēma', en: 'another system' },
  supportCoordinator: { lv: 'atbalsta koordinators', en: 'support coordinator' },
  attendanceContact: { lv: 'kontaktpersona kavējumu jautājumos', en: 'attendance contact' },
  juvenileContact: { lv: 'kontaktpersona nepilngadīgo lietās', en: 'juvenile contact' },
};
