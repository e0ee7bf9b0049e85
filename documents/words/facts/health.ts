/** Words of the facts of health, change of school and the path after the 9th grade. */
import type { healthVocabulary } from '../../../domain/dossier/vocabulary/health.ts';
import { both } from './both.ts';
import type { WordsOf } from './fact-words.ts';

const examSubject = {
  label: both('Mācību priekšmets', 'Subject'),
  suggestions: {
    latvian: both('Latviešu valoda', 'Latvian'),
    mathematics: both('Matemātika', 'Mathematics'),
    foreignLanguage: both('Svešvaloda', 'Foreign language'),
  },
} as const;

export const healthWords: WordsOf<typeof healthVocabulary> = {
  'health.infoRequested': {
    title: both('Lūgta informācija par veselības stāvokli', 'Health information requested'),
    act: both('Pierakstīt lūgumu sniegt veselības informāciju', 'Record a request for health information'),
  },
  'health.changed': {
    title: both('Mainījies veselības stāvoklis', 'Health changed'),
    act: both('Pierakstīt veselības stāvokļa maiņu', 'Record a change of health'),
  },
  'health.infoGiven': {
    title: both('Saņemta informācija par veselības stāvokli', 'Health information given'),
    act: both('Pierakstīt saņemto informāciju par veselību', 'Record health information received'),
    fields: { registeredBy: { label: both('Kas reģistrēja', 'Registered by'), whose: 'person' } },
  },
  'health.markDecided': {
    title: both('Nolemts par veselības atzīmi VIIS', 'Health mark in VIIS decided'),
    act: both('Pierakstīt lēmumu par veselības atzīmi', 'Record the decision on the health mark'),
    fields: { mark: { label: both('Atzīme ir vajadzīga', 'The mark is needed') } },
  },
  'health.markEnded': {
    title: both('Veselības atzīmes termiņš beidzies', 'Health mark ended'),
    act: both('Pierakstīt veselības atzīmes beigas', 'Record the end of the health mark'),
  },
  'health.markUpdated': {
    title: both('Veselības atzīme VIIS atjaunota vai dzēsta', 'Health mark renewed or deleted'),
    act: both('Atjaunot vai dzēst veselības atzīmi', 'Renew or delete the health mark'),
    fields: {
      actionCode: {
        label: both('Kas darīts', 'What was done'),
        codes: { renewed: both('Atjaunota', 'Renewed'), deleted: both('Dzēsta', 'Deleted') },
      },
    },
  },
  'transfer.arrived': {
    title: both('Uzņemts izglītojamais no citas izglītības iestādes', 'Learner came from another school'),
    act: both('Pierakstīt izglītojamo no citas izglītības iestādes', 'Record an arrival from another school'),
  },
  'transfer.viisChecked': {
    title: both('VIIS pārbaudīts, vai ir veselības atzīme', 'VIIS checked for a health mark'),
    act: both('Pierakstīt atzīmes pārbaudi VIIS', 'Record the check for a mark in VIIS'),
    fields: { markFound: { label: both('Atzīme ir', 'There is a mark') } },
  },
  'transfer.infoRequested': {
    title: both('Iepriekšējai iestādei pieprasīta informācija', 'Former school asked'),
    act: both('Pierakstīt pieprasījumu iepriekšējai iestādei', 'Record the request to the former school'),
    fields: { receivedOn: { label: both('Kad pieprasījums saņemts', 'Request received on') } },
  },
  'transfer.infoReceived': {
    title: both('Saņemta informācija no iepriekšējās iestādes', 'Information of the former school received'),
    act: both('Pierakstīt informāciju no iepriekšējās iestādes', 'Record the former school’s information'),
  },
  'transfer.infoFiled': {
    title: both('Informācija pievienota izglītojamā lietai', 'Information filed'),
    act: both('Pierakstīt, ka informācija pievienota', 'Record that the information was filed'),
    fields: { newMarkValidTo: { label: both('Jaunā atzīme spēkā līdz', 'New mark valid to') } },
  },
  'extern.applied': {
    title: both('Saņemts iesniegums par eksterņa statusu', 'Application for extern status received'),
    act: both('Pierakstīt iesniegumu par eksterņa statusu', 'Record an application for extern status'),
  },
  'extern.ordered': {
    title: both('Izdots rīkojums par eksterņa statusu', 'Order on extern status issued'),
    act: both('Pierakstīt rīkojumu par eksterņa statusu', 'Record the order on extern status'),
  },
  'extern.admitted': {
    title: both(
      'Eksternis uzņemts profesionālajā izglītības iestādē',
      'Extern admitted to a vocational school',
    ),
    act: both('Pierakstīt eksterņa uzņemšanu', 'Record the admission'),
    fields: { admittedOn: { label: both('Kad uzņemts', 'Admitted on') } },
  },
  'extern.planMade': {
    title: both('Izstrādāts eksterņa individuālais atbalsta plāns', 'Extern’s support plan made'),
    act: both('Pierakstīt eksterņa atbalsta plānu', 'Record the extern’s support plan'),
    fields: { planId: { whose: 'new' } },
  },
  'extern.examSet': {
    title: both('Noteikts eksāmena datums', 'Exam set'),
    act: both('Noteikt eksāmena datumu', 'Set an exam'),
    fields: { subjectCode: examSubject, examOn: { label: both('Eksāmena datums', 'Day of the exam') } },
  },
  'extern.examPassed': {
    title: both('Eksāmens nokārtots', 'Exam passed'),
    act: both('Pierakstīt nokārtotu eksāmenu', 'Record a passed exam'),
    fields: {
      subjectCode: examSubject,
      certificateNo: { label: both('Apliecības numurs', 'Certificate number') },
    },
  },
};
