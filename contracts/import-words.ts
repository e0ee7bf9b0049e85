/** Problems and hints of an import in words: what is wrong, and what would be right. None repeats what was typed. */
import type { ImportKind } from '../domain/import/columns.ts';
import type {
  ImportHint,
  ImportHintCode,
  ImportProblem,
  ImportProblemCode,
} from '../domain/import/problem.ts';
import { columnList } from '../domain/import/table.ts';

type Language = 'lv' | 'en';
type Words = { readonly lv: string; readonly en: string };

/** `{limit}`: the number or the day that the problem names. */
const problemWords: Readonly<Record<ImportProblemCode, Words>> = {
  empty: { lv: 'Šūna ir tukša. Ierakstiet vērtību.', en: 'The cell is empty. Fill it in.' },
  notADay: {
    lv: 'Šis nav datums. Rakstiet 2026-11-21 vai 21.11.2026.',
    en: 'This is not a date. Write 2026-11-21 or 21.11.2026.',
  },
  notATime: { lv: 'Šis nav laiks. Rakstiet 16:30.', en: 'This is not a time. Write 16:30.' },
  notAFlag: { lv: 'Rakstiet “jā” vai “nē”.', en: 'Write “yes” or “no”.' },
  notInList: {
    lv: 'Šādas vērtības sarakstā nav. Izvēlieties vienu no atļautajām.',
    en: 'The list has no such value. Choose one of those allowed.',
  },
  notAMail: {
    lv: 'Šī nav e-pasta adrese. Rakstiet vienu adresi, piemēram, vards@example.lv.',
    en: 'This is not an e-mail address. Write one address, such as name@example.lv.',
  },
  notAPhone: {
    lv: 'Šis nav tālruņa numurs. Rakstiet ciparus, piemēram, 20000000 vai +371 20000000.',
    en: 'This is not a phone number. Write digits, such as 20000000 or +371 20000000.',
  },
  notASchoolYear: {
    lv: 'Šis nav mācību gads. Rakstiet 2026/2027.',
    en: 'This is not a school year. Write 2026/2027.',
  },
  notALabel: {
    lv: 'Šeit der burti, cipari, punkts, domuzīme un slīpsvītra, piemēram, 5.b vai 1-12/345.',
    en: 'Letters, digits, dots, dashes and slashes fit here, such as 5.b or 1-12/345.',
  },
  notALevel: { lv: 'Līmenis ir 1, 2 vai 3.', en: 'The level is 1, 2 or 3.' },
  tooLong: {
    lv: 'Teksts ir par garu. Saīsiniet to (ne vairāk par 200 rakstzīmēm).',
    en: 'The text is too long. Shorten it (200 characters at most).',
  },
  badText: {
    lv: 'Šūnā ir rindas pārtraukums vai neredzama rakstzīme. Ierakstiet vienā rindā.',
    en: 'The cell holds a line break or an invisible character. Write it on one line.',
  },
  fileEmpty: {
    lv: 'Fails ir tukšs. Lejupielādējiet veidni un aizpildiet to.',
    en: 'The file is empty. Download the template and fill it in.',
  },
  fileUnreadable: {
    lv: 'Šis nav CSV fails. Programmā Excel izvēlieties “Saglabāt kā” → “CSV UTF-8”.',
    en: 'This is not a CSV file. In Excel choose “Save as” → “CSV UTF-8”.',
  },
  quoteOpen: {
    lv: 'Pēdiņas šajā rindā nav pareizi atvērtas vai aizvērtas; tālāk fails netika lasīts. Pēdiņas tekstā raksta divreiz un visu šūnu liek pēdiņās.',
    en: 'Quotation marks in this row are not opened or closed rightly; the file was not read any further. Within a text they are doubled, and the whole cell is quoted.',
  },
  tooManyRows: {
    lv: 'Failā ir par daudz rindu. Sadaliet to: vienā reizē ne vairāk par {limit}.',
    en: 'The file has too many rows. Split it: {limit} at most at a time.',
  },
  headingTwice: {
    lv: 'Šī kolonna failā ir divreiz. Atstājiet vienu.',
    en: 'The file has this column twice. Leave one.',
  },
  headingMissing: {
    lv: 'Failā nav šīs kolonnas, un tā ir obligāta. Pievienojiet to ar šādu virsrakstu.',
    en: 'The file lacks this column, which is required. Add it with this heading.',
  },
  tooManyCells: {
    lv: 'Rindā ir vairāk šūnu nekā virsrakstu. Pārbaudiet, vai atdalītājs nav arī tekstā bez pēdiņām.',
    en: 'The row has more cells than there are headings. See whether the delimiter stands within a text without quotation marks.',
  },
  twiceInFile: {
    lv: 'Tas pats failā jau ir augstāk. Atstājiet vienu rindu.',
    en: 'The same stands further up in the file. Leave one row.',
  },
  notASchool: {
    lv: 'To importē skola. Izvēlieties skolu, kuras vārdā strādājat.',
    en: 'A school imports this. Choose the school for which you act.',
  },
  institutionUnknown: {
    lv: 'Šādas iestādes nav starp tām, par kurām drīkstat rakstīt. Rakstiet nosaukumu tāpat kā iestāžu sarakstā.',
    en: 'There is no such institution among those that you may name. Write it as in the directory.',
  },
  institutionAmbiguous: {
    lv: 'Ar šādu nosaukumu ir vairākas iestādes. Ierakstiet šo rindu pašā programmā.',
    en: 'Several institutions have this name. Enter this row in the product itself.',
  },
  periodInvalid: {
    lv: 'Beigu datums ir pirms sākuma vai jau pagājis. Labojiet vienu no datumiem.',
    en: 'It would end before it begins. Correct one of the dates.',
  },
  mailOfAnother: {
    lv: 'Šī adrese failā augstāk ir citam cilvēkam. Katram cilvēkam vajag savu adresi.',
    en: 'Further up in the file this address belongs to somebody else. Each person needs their own.',
  },
  notYourself: {
    lv: 'Sev lomu piešķirt nevar. Lūdziet to citam administratoram vai vadītājam.',
    en: 'Nobody gives a role to themselves. Ask another administrator or head.',
  },
  personUnknown: {
    lv: 'Cilvēks ar šādu adresi te nestrādā. Vispirms importējiet cilvēkus vai labojiet adresi.',
    en: 'Nobody with this address works here. Import the people first, or correct the address.',
  },
  personAmbiguous: {
    lv: 'Šāda adrese ir vairākiem cilvēkiem. Ierakstiet šo rindu pašā programmā.',
    en: 'Several people have this address. Enter this row in the product itself.',
  },
  classUnknown: {
    lv: 'Skolai šajā mācību gadā šādas klases nav. Vispirms importējiet klases vai labojiet nosaukumu.',
    en: 'The school has no such class this school year. Import the classes first, or correct the name.',
  },
  dayInFuture: {
    lv: 'Datums ir nākotnē. Rakstiet šodienu vai agrāku dienu.',
    en: 'The date lies in the future. Write today or an earlier day.',
  },
  contactIncomplete: {
    lv: 'Kontaktpersonai nav vārda. Ierakstiet vārdu vai iztukšojiet pārējās šīs kontaktpersonas šūnas.',
    en: 'The contact has no name. Write it, or empty the contact’s other cells.',
  },
  learnerUnknown: {
    lv: 'Jūsu skolā šāda izglītojamā nav. Vispirms importējiet izglītojamos vai labojiet vārdu un dzimšanas datumu.',
    en: 'Your school has no such learner. Import the learners first, or correct the name and the birth date.',
  },
  learnerAmbiguous: {
    lv: 'Ar šādu vārdu ir vairāki izglītojamie. Ierakstiet dzimšanas datumu.',
    en: 'Several learners have this name. Write the birth date.',
  },
  startDateMissing: {
    lv: 'Pašvaldībai nav ierakstīts darba sākuma datums. Vispirms ierakstiet to pašvaldības iestatījumos: no tā atkarīgs, kuri termiņi ir pārņemti.',
    en: 'The municipality has no start date yet. Set it on the set-up page first: it decides which duties are taken over.',
  },
  afterStart: {
    lv: 'Lieta atvērta pēc darba sākuma ({limit}). Tādu atveriet parastajā kārtībā.',
    en: 'The case was opened after work with the product began ({limit}). Open it the usual way.',
  },
  beforeOpening: {
    lv: 'Datums ir pirms lietas atvēršanas ({limit}). Labojiet vienu no datumiem.',
    en: 'The date lies before the case was opened ({limit}). Correct one of the dates.',
  },
  reviewIncomplete: {
    lv: 'Izvērtēšanai vajag gan datumu, gan iznākumu (labāk, tāpat, sliktāk). Ierakstiet abus vai iztukšojiet abus.',
    en: 'A review needs both a date and a result (better, same, worse). Write both, or empty both.',
  },
  referralIncomplete: {
    lv: 'Nosūtījumam vajag gan saņēmēju, gan datumu. Ierakstiet abus vai iztukšojiet šī nosūtījuma šūnas.',
    en: 'A referral needs both a receiver and a date. Write both, or empty the referral’s cells.',
  },
  referralTwice: {
    lv: 'Šai iestādei rindā jau ir tāds pats neatbildēts nosūtījums. Atstājiet vienu.',
    en: 'The row has the same open referral to this institution already. Leave one.',
  },
  meetingDayMissing: {
    lv: 'Ir sanāksmes laiks, bet nav dienas. Ierakstiet dienu.',
    en: 'There is a time for the meeting, but no day. Write the day.',
  },
  meetingPast: {
    lv: 'Sanāksme jau ir pagājusi. Rakstiet nākamās sanāksmes dienu vai atstājiet tukšu.',
    en: 'The meeting is over already. Write the day of the next one, or leave it empty.',
  },
};

const hintWords: Readonly<Record<ImportHintCode, Words>> = {
  headingUnread: {
    lv: 'Šī kolonna netiks lasīta. Ja tā vajadzīga, salīdziniet virsrakstu ar veidni.',
    en: 'This column will not be read. If it is needed, compare its heading with the template.',
  },
  leftAsIs: {
    lv: 'Programmā jau ir ierakstīts citādi; tas paliek, kā ir. Ja vajag, labojiet to programmā.',
    en: 'The product holds something else already; that stays as it is. Correct it in the product if needed.',
  },
  mayBeKnown: {
    lv: 'Skolā jau ir kāds ar līdzīgu vārdu. Pārbaudiet, vai tas nav tas pats cilvēks; importējot tiks izveidots jauns.',
    en: 'The school has somebody of a similar name. See whether it is the same person; importing makes a new one.',
  },
};

/** The heading of a column, in the language of the answer; null where no single one is meant. */
export function headingOf(kind: ImportKind, column: string | null, language: Language): string | null {
  return columnList(kind).find(([id]) => id === column)?.[1][language] ?? null;
}

export function importProblemText({ code, limit }: ImportProblem, language: Language): string {
  return problemWords[code][language].replace('{limit}', limit ?? '');
}

export function importHintText({ code }: ImportHint, language: Language): string {
  return hintWords[code][language];
}
