import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarDay } from '../../domain/time.ts';
import { hostileText } from '../../test/support/hostile-text.ts';
import { type NoticeItem, type NoticeMailInput, renderNoticeMail } from './notice-mail.ts';

const TODAY = calendarDay('2026-11-23');

/** The social service's reply, due on the 19th, told to the school that waits. */
const REPLY: NoticeItem = {
  caseNumber: '2026-0412',
  dossierId: '0193f2a4-77aa',
  dutyTitle: {
    lv: 'Rakstiski atbildēt izglītības iestādei par veikto un turpmāko rīcību',
    en: 'Answer the school in writing about what was and will be done',
  },
  step: 'late',
  toldAs: 'waits',
  danger: false,
  answerUntil: null,
  reportState: null,
  awaits: 'answer',
  termForce: 'recommended',
  dueDay: calendarDay('2026-11-19'),
  dueWords: 'kavē 4 dienas (kopš 19. nov.)',
  daysLate: 4,
  latenessWord: 'ieteiktais laiks pagājis (ieteikums, nav tiesību norma)',
  owedBy: 'Saldus novada Sociālais dienests',
  owedTo: 'Saldus 1. vidusskola',
  why: '20 darbdienas no 21.10.; 18.11. ir svētku diena → 19.11. (K 4.2, ieteikums)',
};
const TALK: NoticeItem = {
  ...REPLY,
  caseNumber: '2026-0398',
  dutyTitle: { lv: 'Organizēt atkārtotu tikšanos ar izglītojamo', en: 'Hold the monthly review' },
  step: 'remindToday',
  toldAs: 'owes',
  awaits: 'act',
  termForce: 'must',
  dueDay: TODAY,
  dueWords: 'šodien',
  daysLate: 0,
  latenessWord: null,
  owedBy: 'gadījuma vadītājs',
  owedTo: 'izglītojamais un vecāki',
  why: '1 mēnesis no 23.10. (K tabula 3.5, avota prasība)',
};
const ABSENCE: NoticeItem = {
  ...TALK,
  caseNumber: '2026-0377',
  dutyTitle: {
    lv: 'Ievadīt kavējumus VIIS, izvērtēt cēloņus un sagatavot plānu',
    en: 'Enter the absences, assess their causes and make a plan',
  },
  step: 'late',
  termForce: 'law',
  dueDay: calendarDay('2026-11-12'),
  dueWords: 'kavē 11 dienas (kopš 12. nov.)',
  daysLate: 11,
  latenessWord: 'nokavēts likumā noteiktais termiņš',
};
const DANGER: NoticeItem = {
  ...TALK,
  caseNumber: '2026-0415',
  dutyTitle: {
    lv: 'Ziņot par bērna apdraudējumu vai tiesību pārkāpumu',
    en: 'Report danger to a child or a breach of rights',
  },
  step: 'dangerNag',
  toldAs: 'recorder',
  danger: true,
  reportState: 'notReported',
  termForce: 'law',
  owedBy: 'izglītības iestādes darbinieks',
  owedTo: 'policija, BAC vai bāriņtiesa',
  why: 'Tūlīt, vēl tās pašas dienas laikā (Bērnu tiesību aizsardzības likuma 73. pants, likums)',
};

function mail(items: readonly NoticeItem[], over: Partial<NoticeMailInput> = {}) {
  return renderNoticeMail({
    language: 'lv',
    recipient: { displayName: 'Anna Kalniņa' },
    publicUrl: 'https://terminsargs.saldus.test/',
    training: false,
    kind: 'digest',
    today: TODAY,
    items,
    ...over,
  });
}

const times = (count: number, item: NoticeItem) => Array.from({ length: count }, () => item);

describe('subject: what and when, never who (design, Mail)', () => {
  it.each<[string, string, readonly NoticeItem[]]>([
    [
      'Atbilde vēl nav saņemta: gadījums 2026-0412, ieteiktais laiks pagāja pirms 4 dienām',
      'Answer not yet received: case 2026-0412, the recommended time passed 4 days ago',
      [REPLY],
    ],
    ['Šodien jāpabeidz 3 pienākumi', '3 duties due today', times(3, TALK)],
    ['Šodien jāpabeidz 21 pienākums', '21 duties due today', times(21, TALK)],
    ['Šodien jāpabeidz 10 pienākumu', '10 duties due today', times(10, TALK)],
    [
      'Laiks pagājis 1 pienākumam; šodien jāpabeidz 2 pienākumi',
      '1 duty past the due time; 2 duties due today',
      [TALK, ABSENCE, TALK],
    ],
    ['Vēl nav saņemta 21 atbilde', '21 answers not yet received', times(21, REPLY)],
    ['Vēl nav saņemtas 10 atbildes', '10 answers not yet received', times(10, REPLY)],
    [
      'Vēl nav izdarīts: Ievadīt kavējumus VIIS, izvērtēt cēloņus un sagatavot plānu, gadījums 2026-0377, likumā noteiktais termiņš pagāja pirms 11 dienām',
      'Not yet done: Enter the absences, assess their causes and make a plan, case 2026-0377, the deadline set by law passed 11 days ago',
      [ABSENCE],
    ],
    [
      'Pierakstīts, VĒL NAV ziņots: gadījums 2026-0415',
      'Recorded, NOT YET reported: case 2026-0415',
      [DANGER],
    ],
    [
      'Pierakstīts, VĒL NAV ziņots: gadījums 2026-0415, likumā noteiktais termiņš pagāja vakar',
      'Recorded, NOT YET reported: case 2026-0415, the deadline set by law passed yesterday',
      [{ ...DANGER, daysLate: 1 }],
    ],
    [
      'Šodien jāpabeidz: Organizēt atkārtotu tikšanos ar izglītojamo, gadījums 2026-0398',
      'Due today: Hold the monthly review, case 2026-0398',
      [TALK],
    ],
    [
      'Jauns pienākums: Organizēt atkārtotu tikšanos ar izglītojamo, mācību gada pienākums, termiņš: rīt',
      'New duty: Hold the monthly review, school-year duty, due date: rīt',
      [
        {
          ...TALK,
          caseNumber: null,
          step: 'first',
          dueWords: 'rīt',
          dueDay: calendarDay('2026-11-24'),
        },
      ],
    ],
    [
      'Plānotais laiks pagājis: Organizēt atkārtotu tikšanos ar izglītojamo, gadījums 2026-0398',
      'Planned time has passed: Hold the monthly review, case 2026-0398',
      [{ ...TALK, step: 'plannedPassed', termForce: 'default', dueDay: calendarDay('2026-11-20') }],
    ],
  ])('%s', (lv, en, items) => {
    expect(mail(items).subject).toBe(lv);
    expect(mail(items, { language: 'en' }).subject).toBe(en);
  });
});

describe('body', () => {
  const numbers = (text: string) => [...text.matchAll(/^\d+\. .* – gadījums (\S+)$/gm)].map((hit) => hit[1]);

  it('danger first, then the most days late, then the nearest due day (design, Mail)', () => {
    const tomorrow = { ...TALK, caseNumber: '2026-0001', dueDay: calendarDay('2026-11-24'), dueWords: 'rīt' };
    const untimed = { ...TALK, caseNumber: '2026-0000', dueDay: null, dueWords: '' };
    const { text, html } = mail([untimed, tomorrow, TALK, REPLY, ABSENCE, DANGER]);
    const order = ['2026-0415', '2026-0377', '2026-0412', '2026-0398', '2026-0001', '2026-0000'];
    expect(numbers(text)).toEqual(order);
    expect([...html.matchAll(/>gadījums (\S+)<\/p>/g)].map((hit) => hit[1])).toEqual(order);
    expect(text).toContain('bez termiņa');
  });

  it('at most 10 rows, then how many more (design, Mail)', () => {
    const { text, html } = mail(times(14, TALK));
    expect(numbers(text)).toHaveLength(10);
    expect(html.match(/aria-label=/g)).toHaveLength(10);
    expect(text).toContain('un vēl 4: https://terminsargs.saldus.test/');
    expect(mail(times(10, TALK)).text).not.toContain('un vēl');
  });

  it('recorded is not reported: 110 and the state stand above everything (rules of conduct 2)', () => {
    for (const kind of ['danger', 'digest'] as const) {
      const { text, html } = mail([TALK, DANGER], { kind });
      for (const body of [text, html]) {
        expect(body).toContain('Šī sistēma policijai neziņo. Zvaniet 110.');
        expect(body).toContain('Pierakstīts, VĒL NAV ziņots');
        expect(body.indexOf('Zvaniet 110')).toBeLessThan(body.indexOf(DANGER.dutyTitle.lv));
      }
      expect(html).toContain('href="tel:110"');
    }
    expect(mail([TALK]).html).not.toContain('110.');
  });

  it('a written report whose receipt nobody confirmed is called so (rules of conduct 2)', () => {
    const { text, subject } = mail([{ ...DANGER, reportState: 'receiptUnconfirmed' }]);
    expect(subject).toBe('Nosūtīts, saņemšana nav apstiprināta: gadījums 2026-0415');
    expect(text).not.toContain('VĒL NAV ziņots');
  });

  it('only binding terms are dark red; a passed recommendation is not (design, principle 2)', () => {
    expect(mail([ABSENCE]).html).toContain('<p class="late"');
    expect(mail([REPLY]).html).not.toContain('<p class="late"');
    expect(mail([REPLY]).html).toContain('<p class="passed"');
  });

  it('the words of lateness are those that come in, and none where none comes (rules of conduct 7, 8)', () => {
    const quiet = {
      ...TALK,
      termForce: 'default' as const,
      step: 'plannedPassed' as const,
      dueWords: 'plānots līdz 20. nov.',
    };
    const { text } = mail([quiet]);
    expect(text).toContain('plānots līdz 20. nov.');
    expect(text).not.toMatch(/nokavēt|kavē/);
    expect(mail([REPLY]).text).toContain(REPLY.latenessWord);
  });

  it('training is marked in subject and body, in both languages (rules of conduct 28)', () => {
    for (const language of ['lv', 'en'] as const) {
      const { subject, text, html } = mail([TALK], { training: true, language });
      expect(subject).toMatch(/^MĀCĪBAS/);
      expect(text).toMatch(/^MĀCĪBAS/);
      expect(html).toContain('MĀCĪBAS');
      expect(JSON.stringify(mail([TALK], { language }))).not.toContain('MĀCĪBAS');
    }
  });

  it('says why it came and where to change that (design, Mail)', () => {
    const { text, html } = mail([REPLY, TALK]);
    for (const body of [text, html]) {
      expect(body).toContain('Kāpēc saņemat šo vēstuli:');
      expect(body).toContain('Pienākums ir Jums vai Jūsu iestādei.');
      expect(body).toContain('Jūs vai Jūsu iestāde gaida iznākumu.');
      expect(body).toContain('https://terminsargs.saldus.test/iestatijumi');
    }
  });

  it('the last rung below a decision says that a person decides (duties 4, step 3)', () => {
    expect(mail([{ ...REPLY, step: 'propose', toldAs: 'manager' }]).text).toContain('izlemjat Jūs');
  });

  it.each([
    ['replyReceived', 'waits', 'vai tā ir gaidītā atbilde', 'whether it is the answer'],
    ['answerAsked', 'onCase', 'Vai kāds ir saņēmis atbildi?', 'Has anybody received the answer?'],
    ['accountAsked', 'owes', 'Līdz 08.01.2027. (ieskaitot)', 'Until 08/01/2027 (inclusive)'],
    ['windowOver', 'manager', 'Vai sūdzību sūtīt, izlemjat Jūs', 'is for you to decide'],
    ['draftWithdrawn', 'manager', 'sūdzības projekts ir atsaukts', 'the draft complaint is withdrawn'],
  ] as const)(
    'before a complaint each is told what is asked of them: %s (R 14, R 20)',
    (step, toldAs, lv, en) => {
      const item: NoticeItem = { ...REPLY, step, toldAs, answerUntil: calendarDay('2027-01-08') };
      expect(mail([item]).text).toContain(lv);
      expect(mail([item], { language: 'en' }).html).toContain(en);
    },
  );

  it('a reply to a danger notice settles nothing: the mail still says that nobody was told (R 2, R 20)', () => {
    const { text } = mail([{ ...DANGER, step: 'replyReceived', toldAs: 'recorder' }]);
    expect(text).toContain('VĒL NAV ziņots. Pa e-pastu saņemta atbilde');
  });

  it('loads nothing from anywhere and runs nothing', () => {
    const { html } = mail([REPLY, DANGER, ...times(12, TALK)]);
    expect(html).not.toMatch(/<(img|script|link|iframe|form|object)|url\(|@import|src=/i);
    expect(
      [...html.matchAll(/href="([^"]*)"/g)].every((hit) => /^(https:\/\/|tel:110$)/.test(hit[1] ?? '')),
    ).toBe(true);
  });

  it('no exclamation marks (design, principle 8)', () => {
    for (const language of ['lv', 'en'] as const) {
      const { subject, text } = mail([REPLY, DANGER, TALK, ABSENCE], { language });
      expect(subject + text).not.toContain('!');
    }
  });

  it('escapes everything: no tag, no attribute, no line of its own (reliability b8)', () => {
    fc.assert(
      fc.property(hostileText(), (bad) => {
        const hostile = `${bad}<script>"'>`;
        const item: NoticeItem = {
          ...REPLY,
          caseNumber: hostile,
          dossierId: hostile,
          dutyTitle: { lv: hostile, en: hostile },
          dueWords: hostile,
          latenessWord: hostile,
          owedBy: hostile,
          owedTo: hostile,
          why: hostile,
        };
        const clean = mail([{ ...REPLY, caseNumber: 'x' }]);
        const { subject, html, text } = mail([item], { recipient: { displayName: hostile } });
        const tags = (source: string) =>
          [...source.matchAll(/<[^>]*>/g)].map((hit) => hit[0].split(/[\s>]/, 1)[0]);
        expect(tags(html)).toEqual(tags(clean.html));
        expect(text.split('\n')).toHaveLength(clean.text.split('\n').length);
        expect(subject).not.toMatch(/[\r\n]/);
      }),
      { numRuns: 500 },
    );
  });

  it('without items, or with an address that is none, it throws', () => {
    expect(() => mail([])).toThrow(TypeError);
    expect(() => mail([TALK], { publicUrl: 'javascript:alert(1)' })).toThrow(TypeError);
  });

  it('any number of items gives a mail, the same each time', () => {
    for (const count of [1, 2, 9, 11, 101]) {
      const items = times(count, ABSENCE);
      expect(mail(items)).toEqual(mail(items.toReversed()));
    }
  });
});

describe('whole mails', () => {
  const english = (item: NoticeItem): NoticeItem => ({
    ...item,
    dueWords: item.daysLate > 0 ? `${item.daysLate} days late` : 'today',
    latenessWord: item.latenessWord === null ? null : 'overdue',
    owedBy: 'Social service',
    owedTo: 'School no. 1',
    why: '20 working days from 21 Oct',
  });

  it('digest in Latvian', () => {
    expect(mail([REPLY, TALK, ABSENCE])).toMatchSnapshot();
  });

  it('digest in English', () => {
    expect(mail([REPLY, TALK, ABSENCE].map(english), { language: 'en' })).toMatchSnapshot();
  });

  it('danger in Latvian, in training', () => {
    expect(mail([DANGER], { kind: 'danger', training: true })).toMatchSnapshot();
  });

  it('danger in English', () => {
    expect(mail([english(DANGER)], { kind: 'danger', language: 'en' })).toMatchSnapshot();
  });
});
