/** The subject: what and when, never who. */
import type { StepName } from '../../domain/duty/duty.ts';
import { counted, daysAgo, formOf } from './notice-grammar.ts';
import type { MailLanguage, NoticeItem, NoticeMailInput } from './notice-input.ts';
import { caseWords, termNoun, WORDS } from './notice-words.ts';
import { capitalised, plainLine } from './plain-line.ts';

/** A subject says at most this many things. */
const MOST_CLAUSES = 3;

/** The subject without the training mark; also the heading of the mail. `items`: most urgent first. */
export function headline(input: NoticeMailInput, items: readonly NoticeItem[]): string {
  const [only, second] = items;
  const text =
    only !== undefined && second === undefined ? aboutOne(only, input) : aboutMany(items, input).join('; ');
  return capitalised(plainLine(text));
}

function aboutOne(item: NoticeItem, { language, today }: NoticeMailInput): string {
  const words = WORDS[language];
  const what = `${item.dutyTitle[language]}, ${caseWords(item, language)}`;
  const answer = `${words.answerMissing}: ${caseWords(item, language)}`;
  if (item.reportState !== null)
    return `${words[item.reportState]}: ${caseWords(item, language)}${passed(item, language)}`;
  const said = SAID[language][item.step];
  if (said !== undefined) return `${said}: ${what}`;
  if (item.step === 'settled') return `${words.done}: ${what}`;
  if (item.daysLate > 0)
    return `${item.awaits === 'answer' ? answer : `${words.notDone}: ${what}`}${passed(item, language)}`;
  if (item.step === 'plannedPassed')
    return language === 'lv' ? `Plānotais laiks pagājis: ${what}` : `Planned time has passed: ${what}`;
  if (item.dueDay === today) {
    if (item.danger) return language === 'lv' ? `Jāizdara tūlīt: ${what}` : `To be done at once: ${what}`;
    return language === 'lv' ? `Šodien jāpabeidz: ${what}` : `Due today: ${what}`;
  }
  const when = item.dueWords === '' ? '' : `, ${termNoun(item, language)}: ${item.dueWords}`;
  if (item.step === 'first') return `${language === 'lv' ? 'Jauns pienākums' : 'New duty'}: ${what}${when}`;
  return `${what}${when}`;
}

/** What somebody did about the duty, apart from its term. */
const SAID: Readonly<Record<MailLanguage, Readonly<Partial<Record<StepName, string>>>>> = {
  lv: {
    replyReceived: 'Saņemta atbilde, apstipriniet',
    answerAsked: 'Vai kāds ir saņēmis atbildi',
    accountAsked: 'Sagatavots sūdzības projekts, gaidām Jūsu atbildi vai skaidrojumu',
    windowOver: 'Saņēmējam dotais laiks beidzies',
    draftWithdrawn: 'Sūdzības projekts atsaukts',
  },
  en: {
    replyReceived: 'A reply has come, please confirm',
    answerAsked: 'Has anybody received the answer',
    accountAsked: 'A complaint has been drafted, your answer or account is awaited',
    windowOver: 'The receiver’s time is over',
    draftWithdrawn: 'Draft complaint withdrawn',
  },
};

/** “, ieteiktais laiks pagāja pirms 4 dienām”. */
function passed(item: NoticeItem, language: MailLanguage): string {
  if (item.daysLate < 1) return '';
  const ago = daysAgo(item.daysLate, language);
  return language === 'lv'
    ? `, ${termNoun(item, 'lv')} pagāja ${ago}`
    : `, the ${termNoun(item, 'en')} passed ${ago}`;
}

type Group =
  | 'notReported'
  | 'danger'
  | 'confirm'
  | 'ownLate'
  | 'ownToday'
  | 'headLate'
  | 'waiting'
  | 'ahead'
  | 'done';
const IN_ORDER: readonly Group[] = [
  'notReported',
  'danger',
  'confirm',
  'ownLate',
  'ownToday',
  'headLate',
  'waiting',
  'ahead',
  'done',
];

function aboutMany(items: readonly NoticeItem[], { language, today }: NoticeMailInput): string[] {
  const groups = new Map<Group, NoticeItem[]>();
  for (const item of items) {
    const group = groupOf(item, today);
    groups.set(group, [...(groups.get(group) ?? []), item]);
  }
  return IN_ORDER.flatMap((group) => {
    const members = groups.get(group) ?? [];
    return members.length === 0 ? [] : [CLAUSES[language][group](members.length, members)];
  }).slice(0, MOST_CLAUSES);
}

function groupOf(item: NoticeItem, today: string): Group {
  if (item.reportState === 'notReported') return 'notReported';
  if (item.step === 'settled' || item.step === 'draftWithdrawn') return 'done';
  if (item.danger) return 'danger';
  if (item.step === 'replyReceived') return 'confirm';
  const waits = ['waits', 'manager', 'principal', 'onCase'].includes(item.toldAs);
  if (item.daysLate > 0) return waits ? 'waiting' : item.toldAs === 'head' ? 'headLate' : 'ownLate';
  return item.dueDay === today && !waits ? 'ownToday' : 'ahead';
}

type Clause = (count: number, items: readonly NoticeItem[]) => string;
const DUTIES = ['pienākums', 'pienākumi', 'pienākumu'] as const;
const TO_DUTIES = ['pienākumam', 'pienākumiem', 'pienākumiem'] as const;
const EN_DUTIES = ['duty', 'duties', 'duties'] as const;

const CLAUSES: Readonly<Record<MailLanguage, Readonly<Record<Group, Clause>>>> = {
  lv: {
    notReported: (n) => `${WORDS.lv.notReported}: ${counted(n, 'lv', DUTIES)}`,
    danger: (n) => `tūlīt jāizdara ${counted(n, 'lv', DUTIES)}`,
    confirm: (n) => `jāapstiprina ${counted(n, 'lv', ['atbilde', 'atbildes', 'atbilžu'])}`,
    ownLate: (n) => `laiks pagājis ${counted(n, 'lv', TO_DUTIES)}`,
    ownToday: (n) => `šodien jāpabeidz ${counted(n, 'lv', DUTIES)}`,
    headLate: (n) => `Jūsu iestādē laiks pagājis ${counted(n, 'lv', TO_DUTIES)}`,
    waiting: (n, items) =>
      items.every((item) => item.awaits === 'answer')
        ? `vēl nav ${formOf(n, 'lv', ['saņemta', 'saņemtas', 'saņemtas'])} ${counted(n, 'lv', ['atbilde', 'atbildes', 'atbildes'])}`
        : `gaidāt, kad izpildīs ${counted(n, 'lv', ['pienākumu', 'pienākumus', 'pienākumu'])}`,
    ahead: (n) => `tuvākajā laikā ${counted(n, 'lv', DUTIES)}`,
    done: (n) => `izdarīts: ${counted(n, 'lv', DUTIES)}`,
  },
  en: {
    notReported: (n) => `${WORDS.en.notReported}: ${counted(n, 'en', EN_DUTIES)}`,
    danger: (n) => `${counted(n, 'en', EN_DUTIES)} to be done at once`,
    confirm: (n) => `${counted(n, 'en', ['reply', 'replies', 'replies'])} to confirm`,
    ownLate: (n) => `${counted(n, 'en', EN_DUTIES)} past the due time`,
    ownToday: (n) => `${counted(n, 'en', EN_DUTIES)} due today`,
    headLate: (n) => `${counted(n, 'en', EN_DUTIES)} of your institution past the due time`,
    waiting: (n, items) =>
      items.every((item) => item.awaits === 'answer')
        ? `${counted(n, 'en', ['answer', 'answers', 'answers'])} not yet received`
        : `you wait for ${counted(n, 'en', EN_DUTIES)}`,
    ahead: (n) => `${counted(n, 'en', EN_DUTIES)} coming up`,
    done: (n) => `${counted(n, 'en', EN_DUTIES)} done`,
  },
};
