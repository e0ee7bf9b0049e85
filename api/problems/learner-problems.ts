/** Refusals about learners and classes: status and words. None names anybody. */
import type { ApplicationRefusalCode } from '../../application/application.ts';
import type { ProblemEntry } from './problem-entry.ts';

export const learnerProblems = {
  learnerUnknown: {
    status: 422,
    title: { lv: 'Izglītojamais nav atrasts', en: 'Learner not found' },
    detail: {
      lv: 'Tāda izglītojamā nav, vai jums nav pamata viņu redzēt, vai viņš mācās citā skolā. Izvēlieties izglītojamo no meklēšanas rezultātiem.',
      en: 'There is no such learner, or you have no ground to see them, or they go to another school. Choose one from a search.',
    },
  },
  learnerVersionConflict: {
    status: 412,
    title: {
      lv: 'Izglītojamā dati pa šo laiku ir mainījušies',
      en: 'The learner’s data have changed meanwhile',
    },
    detail: {
      lv: 'Kopš datus ielādējāt, kāds tos ir mainījis. Ielādējiet tos no jauna, pārbaudiet, vai jūsu labojums vēl vajadzīgs, un sūtiet ar jauno ETag.',
      en: 'Somebody changed the data since you loaded them. Load them again, see whether your change is still needed, and send it with the new ETag.',
    },
  },
  notYourSchool: {
    status: 403,
    title: { lv: 'To dara izglītojamā skola', en: 'The learner’s school does this' },
    detail: {
      lv: 'Izglītojamo, viņa datus un klasi ieraksta skola, kurā viņš mācās. Norādiet skolu galvenē X-Acting-For, ja strādājat vairākās iestādēs, vai sazinieties ar skolu.',
      en: 'A learner, their data and their class are recorded by the school they go to. Name it in the header X-Acting-For if you work for several institutions, or contact the school.',
    },
  },
  possibleDuplicate: {
    status: 409,
    title: { lv: 'Šāds izglītojamais, iespējams, jau ir zināms', en: 'This learner may be known already' },
    detail: {
      lv: 'Vispirms meklējiet (/api/v1/learners/search) un salīdziniet. Ja tas ir cits cilvēks, sūtiet vēlreiz ar notDuplicate: true un jaunu Idempotency-Key.',
      en: 'First search (/api/v1/learners/search) and compare. If it is somebody else, send again with notDuplicate: true and a new Idempotency-Key.',
    },
  },
  contactUnknown: {
    status: 422,
    title: { lv: 'Kontaktpersona nav atrasta', en: 'Contact not found' },
    detail: {
      lv: 'Šim izglītojamajam nav kontaktpersonas ar norādīto identifikatoru, vai tas norādīts divreiz. Jaunai kontaktpersonai identifikatoru neraksta.',
      en: 'This learner has no contact with the id given, or it is given twice. A new contact is sent without an id.',
    },
  },
  notEnrolled: {
    status: 409,
    title: { lv: 'Izglītojamais šajā skolā nemācās', en: 'The learner is not enrolled' },
    detail: {
      lv: 'Mācību beigas jau ir ierakstītas, vai sākums nav ierakstīts. Nekas nav mainīts.',
      en: 'The leaving is recorded already, or no enrolment is. Nothing was changed.',
    },
  },
  classUnknown: {
    status: 422,
    title: { lv: 'Klase nav atrasta', en: 'Class not found' },
    detail: {
      lv: 'Jūsu skolā tādas klases nav. Izvēlieties klasi no /api/v1/classes.',
      en: 'Your school has no such class. Choose one from /api/v1/classes.',
    },
  },
  classExists: {
    status: 409,
    title: { lv: 'Tāda klase jau ir', en: 'The class exists already' },
    detail: {
      lv: 'Skolai šajā mācību gadā jau ir klase ar šādu nosaukumu. Izvēlieties citu nosaukumu vai strādājiet ar esošo klasi.',
      en: 'The school has a class of this name in this school year. Choose another name, or work with the one there is.',
    },
  },
  dateInFuture: {
    status: 422,
    title: { lv: 'Datums ir nākotnē', en: 'The date lies in the future' },
    detail: {
      lv: 'Klases un audzinātāja maiņu ieraksta tajā dienā, kad tā sākas, vai vēlāk.',
      en: 'A change of class or of its teacher is recorded on the day it begins, or later.',
    },
  },
} as const satisfies Partial<Record<ApplicationRefusalCode, ProblemEntry>>;
