/** The sentences of a notice mail. Facts, no blame, no exclamation marks. */
import type { ToldAs } from '../../domain/duty/duty.ts';
import type { TermForce } from '../../domain/procedure/force.ts';
import type { MailLanguage, NoticeItem } from './notice-input.ts';

type Words = {
  readonly training: string;
  readonly trainingNote: string;
  readonly noReportByUs: string;
  readonly call110: string;
  readonly notReported: string;
  readonly receiptUnconfirmed: string;
  readonly answerMissing: string;
  readonly notDone: string;
  readonly done: string;
  readonly proposal: string;
  readonly replyReceived: string;
  readonly answerAsked: string;
  readonly accountAsked: (until: string) => string;
  readonly windowOver: string;
  readonly draftWithdrawn: string;
  readonly openCase: string;
  readonly openYear: string;
  readonly caseWord: string;
  readonly yearWord: string;
  readonly owedBy: string;
  readonly owedTo: string;
  readonly whyDue: string;
  readonly nothingDue: string;
  readonly and: (more: number) => string;
  readonly allDuties: string;
  readonly whyMail: string;
  readonly digestNote: string;
  readonly change: string;
  readonly changeLink: string;
  readonly dangerAlways: string;
  readonly noName: string;
  readonly automatic: string;
};

export const WORDS: Readonly<Record<MailLanguage, Words>> = {
  lv: {
    training: 'MĀCĪBAS',
    trainingNote: 'Šī ir mācību vide: gadījumi un personas ir izdomāti.',
    noReportByUs: 'Šī sistēma policijai neziņo. Zvaniet 110.',
    call110: 'Zvanīt 110',
    notReported: 'Pierakstīts, VĒL NAV ziņots',
    receiptUnconfirmed: 'Nosūtīts, saņemšana nav apstiprināta',
    answerMissing: 'Atbilde vēl nav saņemta',
    notDone: 'Vēl nav izdarīts',
    done: 'Izdarīts',
    proposal: 'Vai vērsties izglītības pārvaldē vai sadarbības grupā, izlemjat Jūs',
    replyReceived:
      'Pa e-pastu saņemta atbilde. Lūdzu, norādiet gadījumā, vai tā ir gaidītā atbilde; līdz tam paziņojumi par nokavējumu ir apturēti',
    answerAsked: 'Vai kāds ir saņēmis atbildi? Ja to esat saņēmis Jūs, ierakstiet to gadījumā',
    accountAsked: (until) =>
      `Sagatavots sūdzības projekts. Līdz ${until} (ieskaitot) varat atbildēt vai pievienot savu skaidrojumu, ko izdrukā līdzās sūdzībai. Ja atbildēsiet, projekts tiks atsaukts`,
    windowOver: 'Divas darbdienas, kas bija dotas atbildei, ir pagājušas. Vai sūdzību sūtīt, izlemjat Jūs',
    draftWithdrawn: 'Pienākums ir noslēgts, tāpēc sūdzības projekts ir atsaukts',
    openCase: 'Atvērt gadījumu',
    openYear: 'Atvērt pienākumu',
    caseWord: 'gadījums',
    yearWord: 'mācību gada pienākums',
    owedBy: 'Atbild',
    owedTo: 'Gaida',
    whyDue: 'Kāpēc',
    nothingDue: 'bez termiņa',
    and: (more) => `un vēl ${more}`,
    allDuties: 'Skatīt visus',
    whyMail: 'Kāpēc saņemat šo vēstuli',
    digestNote: 'Šis ir darbdienas rīta kopsavilkums.',
    change:
      'Kad un par ko raksta, nosaka Jūsu pašvaldība; jautājiet savas iestādes administratoram. Jūsu konts:',
    changeLink: 'Iestatījumi',
    dangerAlways: 'Ziņas par bērna apdraudējumu izslēgt nevar.',
    noName: 'Vēstulēs bērnu vārdu nav; tie redzami tikai pēc ienākšanas sistēmā.',
    automatic: 'Termiņsargs šo vēstuli nosūtīja automātiski.',
  },
  en: {
    training: 'MĀCĪBAS (TRAINING)',
    trainingNote: 'This is a training environment: cases and persons are invented.',
    noReportByUs: 'This system does not report to the police. Call 110.',
    call110: 'Call 110',
    notReported: 'Recorded, NOT YET reported',
    receiptUnconfirmed: 'Sent, receipt not confirmed',
    answerMissing: 'Answer not yet received',
    notDone: 'Not yet done',
    done: 'Done',
    proposal: 'Whether to turn to the education board or the cooperation group is for you to decide',
    replyReceived:
      'A reply came by mail. Please say in the case whether it is the answer; until then no late notices are sent',
    answerAsked: 'Has anybody received the answer? If you have, record it in the case',
    accountAsked: (until) =>
      `A complaint has been drafted. Until ${until} (inclusive) you can answer or add your own account, which is printed beside the complaint. If you answer, the draft is withdrawn`,
    windowOver:
      'The two working days left for an answer are over. Whether to send the complaint is for you to decide',
    draftWithdrawn: 'The duty is settled, so the draft complaint is withdrawn',
    openCase: 'Open the case',
    openYear: 'Open the duty',
    caseWord: 'case',
    yearWord: 'school-year duty',
    owedBy: 'Owed by',
    owedTo: 'Awaited by',
    whyDue: 'Why',
    nothingDue: 'no due date',
    and: (more) => `and ${more} more`,
    allDuties: 'See all',
    whyMail: 'Why you receive this mail',
    digestNote: 'This is the morning summary of a working day.',
    change:
      'When and what you are told about is set by your municipality; ask your institution’s administrator. Your account:',
    changeLink: 'Settings',
    dangerAlways: 'Notices about danger to a child cannot be switched off.',
    noName: 'Mails carry no children’s names; those are seen only after signing in.',
    automatic: 'Termiņsargs sent this mail automatically.',
  },
};

const REASONS: Readonly<Record<MailLanguage, Readonly<Record<ToldAs, string>>>> = {
  lv: {
    owes: 'Pienākums ir Jums vai Jūsu iestādei.',
    follows: 'Jūs sekojat līdzi pienākumam, kura izpildītājam sistēma nevar rakstīt.',
    waits: 'Jūs vai Jūsu iestāde gaida iznākumu.',
    head: 'Jūs vadāt iestādi, kurai ir šis pienākums.',
    manager: 'Jūs vadāt gadījumu.',
    principal: 'Jūs vadāt izglītības iestādi, uz kuru gadījums attiecas.',
    onCall: 'Jūs šobrīd dežurējat ziņām par bērna apdraudējumu.',
    recorder: 'Jūs pierakstījāt notikumu, no kura pienākums sākās.',
    onCase: 'Jūs strādājat ar šo gadījumu.',
  },
  en: {
    owes: 'You or your institution owe this.',
    follows: 'You follow a duty whose owner the system cannot write to.',
    waits: 'You or your institution wait for the outcome.',
    head: 'You head the institution that owes this.',
    manager: 'You manage the case.',
    principal: 'You head the school that the case concerns.',
    onCall: 'You are on call for news of danger to a child.',
    recorder: 'You recorded the fact that started the duty.',
    onCase: 'You work on this case.',
  },
};

/** Why a person in this position is told. */
export function reasonFor(toldAs: ToldAs, language: MailLanguage): string {
  return REASONS[language][toldAs];
}

/** “gadījums 2026-0412”. */
export function caseWords(item: NoticeItem, language: MailLanguage): string {
  const words = WORDS[language];
  return item.caseNumber === null ? words.yearWord : `${words.caseWord} ${item.caseNumber}`;
}

const TERM_NOUNS: Readonly<Record<MailLanguage, Readonly<Record<TermForce, string>>>> = {
  lv: {
    law: 'likumā noteiktais termiņš',
    must: 'termiņš',
    agreed: 'termiņš',
    recommended: 'ieteiktais laiks',
    default: 'plānotais laiks',
  },
  en: {
    law: 'deadline set by law',
    must: 'due date',
    agreed: 'due date',
    recommended: 'recommended time',
    default: 'planned time',
  },
};

/**
 * What the due day of this duty is called (rules of conduct 7 and 8); a duty that is late although its term is a
 * default one (danger, same day) has a plain due date.
 */
export function termNoun(item: NoticeItem, language: MailLanguage): string {
  const force = item.termForce ?? 'must';
  return TERM_NOUNS[language][force === 'default' && item.latenessWord !== null ? 'must' : force];
}
