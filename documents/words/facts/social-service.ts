/** Words of the facts of the social service and the orphan's court. */
import type { socialServiceVocabulary } from '../../../domain/dossier/vocabulary/social-service.ts';
import { both } from './both.ts';
import { otherReason } from './code-words.ts';
import type { WordsOf } from './fact-words.ts';

const agreementWords = {
  cooperation: both('Vienošanās par sadarbību', 'Agreement on cooperation'),
  crisis: both('Vienošanās par krīzes intervenci', 'Agreement on crisis intervention'),
};

export const socialServiceWords: WordsOf<typeof socialServiceVocabulary> = {
  'homeSurvey.done': {
    title: both('Apsekoti ģimenes sadzīves apstākļi', 'Home survey done'),
    act: both('Pierakstīt apsekošanu', 'Record a home survey'),
    fields: {
      surveyedOn: { label: both('Kad apsekots', 'Surveyed on') },
      actNo: { label: both('Apsekošanas akta numurs', 'Number of the survey act') },
    },
  },
  'agreement.signed': {
    title: both('Noslēgta vienošanās', 'Agreement signed'),
    act: both('Pierakstīt noslēgtu vienošanos', 'Record a signed agreement'),
    fields: {
      agreementId: { label: both('Vienošanās', 'Agreement'), whose: 'new' },
      kindCode: { codes: agreementWords },
    },
  },
  'agreement.refused': {
    title: both('Vienošanās nav noslēgta', 'Agreement refused'),
    act: both('Pierakstīt, ka vienošanās nav noslēgta', 'Record that the agreement was refused'),
    fields: {
      kindCode: { codes: agreementWords },
      reasonCode: {
        suggestions: {
          familyRefuses: both('Ģimene nepiekrīt sadarbībai', 'The family does not agree to cooperate'),
          notMotivated: both('Ģimene nav motivēta sadarbībai', 'The family is not motivated'),
          ...otherReason,
        },
      },
    },
  },
  'programme.planned': {
    title: both('Saplānota programma', 'Programme planned'),
    act: both('Pierakstīt programmu', 'Record a programme'),
    fields: {
      kindCode: {
        codes: {
          support: both('Sociālā atbalsta programma', 'Social support programme'),
          rehabilitation: both('Rehabilitācijas plāns', 'Rehabilitation plan'),
        },
      },
    },
  },
  'services.assigned': {
    title: both('Nolemts par pakalpojumiem ģimenei', 'Services for the family decided'),
    act: both('Pierakstīt lēmumu par pakalpojumiem', 'Record the decision on services'),
    fields: {
      serviceCodes: {
        label: both('Pakalpojumi', 'Services'),
        suggestions: {
          familyAssistant: both('Ģimenes asistents', 'Family assistant'),
          psychologist: both('Psihologa konsultācijas', 'Psychologist'),
          socialRehabilitation: both('Sociālā rehabilitācija', 'Social rehabilitation'),
          dayCentre: both('Dienas centrs', 'Day centre'),
        },
      },
      outcomeCode: {
        codes: {
          assigned: both('Piešķirts', 'Assigned'),
          refused: both('Atteikts', 'Refused'),
          notAvailable: both('Nav pieejams', 'Not available'),
          none: both('Neviens pakalpojums', 'None'),
        },
      },
      reasonCode: {
        suggestions: {
          waitingList: both('Gaidīšanas rinda', 'A waiting list'),
          noProvider: both('Nav pakalpojuma sniedzēja', 'No provider'),
          ...otherReason,
        },
      },
    },
  },
  'assistant.started': {
    title: both('Ģimenes asistents sācis darbu', 'Family assistant started'),
    act: both('Pierakstīt, ka asistents sācis darbu', 'Record that the assistant started'),
  },
  'assistant.reported': {
    title: both('Ģimenes asistents ziņojis par darbu', 'Family assistant reported'),
    act: both('Pierakstīt asistenta ziņojumu', 'Record the assistant’s report'),
  },
  'crisis.accepted': {
    title: both('Ģimene uzņemta krīzes intervencē', 'Crisis intervention accepted'),
    act: both('Pierakstīt krīzes intervenci', 'Record a crisis intervention'),
    fields: {
      teamId: { label: both('Krīzes intervences komanda', 'Crisis intervention team'), whose: 'institution' },
    },
  },
  'npais.factArisen': {
    title: both('Radušās NPAIS ievadāmas ziņas', 'Fact for NPAIS arisen'),
    act: both('Pierakstīt NPAIS ievadāmas ziņas', 'Record a fact for NPAIS'),
    fields: { factCode: { label: both('Kādas ziņas', 'Which fact') } },
  },
  'npais.entered': {
    title: both('Ziņas ievadītas NPAIS', 'Entered into NPAIS'),
    act: both('Pierakstīt, ka ziņas ievadītas NPAIS', 'Record the entry into NPAIS'),
    fields: {
      factId: {
        label: both('Kuras ziņas', 'Which fact'),
        whose: 'event',
        from: [{ type: 'npais.factArisen' }],
      },
    },
  },
  'court.involved': {
    title: both('Iesaistīta bāriņtiesa', 'Orphan’s court involved'),
    act: both('Pierakstīt bāriņtiesas iesaisti', 'Record that the court is involved'),
    fields: {
      custodyGround: {
        label: both('Ir pamats lietai par aizgādības tiesībām', 'There is ground for a custody case'),
      },
    },
  },
  'court.familyFound': {
    title: both('Bāriņtiesa konstatējusi nepietiekamu bērna aprūpi', 'Insufficient care found by the court'),
    act: both('Pierakstīt nepietiekamu bērna aprūpi', 'Record insufficient care'),
  },
  'court.caseStarted': {
    title: both('Bāriņtiesa uzsākusi lietu', 'Court case started'),
    act: both('Pierakstīt bāriņtiesas lietas uzsākšanu', 'Record the start of a court case'),
    fields: {
      courtCaseNo: { label: both('Lietas numurs', 'Case number') },
      kindCode: {
        codes: {
          custodySuspension: both('Par aizgādības tiesību pārtraukšanu', 'Suspension of custody'),
          other: both('Cita lieta', 'Another case'),
        },
      },
    },
  },
  'court.parentWarned': {
    title: both('Vecākam izskaidrotas sekas', 'Parent told of the consequences'),
    act: both('Pierakstīt, ka vecākam izskaidrotas sekas', 'Record that the parent was warned'),
    fields: { riskAssessedOn: { label: both('Kad izvērtēts risks', 'Risk assessed on') } },
  },
  'court.termSet': {
    title: both('Vecākam noteikts termiņš trūkumu novēršanai', 'Term set for the parent'),
    act: both('Noteikt vecākam termiņu', 'Set a term for the parent'),
    fields: { termOn: { label: both('Noteiktais termiņš', 'The term') } },
  },
  'court.termRemedied': {
    title: both('Trūkumi novērsti', 'Shortcomings remedied'),
    act: both('Pierakstīt, ka trūkumi novērsti', 'Record that the shortcomings were remedied'),
    fields: { remediedOn: { label: both('Kad novērsti', 'Remedied on') } },
  },
  'court.termEnded': {
    title: both('Vecākam noteiktais termiņš beidzies', 'The parent’s term ended'),
    act: both('Pierakstīt termiņa beigas', 'Record the end of the term'),
    fields: {
      danger: { label: both('Ir draudi dzīvībai vai veselībai', 'There is danger to life or health') },
    },
  },
  'court.decided': {
    title: both('Bāriņtiesa pieņēmusi lēmumu', 'Court decided'),
    act: both('Pierakstīt bāriņtiesas lēmumu', 'Record the court’s decision'),
    fields: {
      decisionCode: {
        codes: {
          suspended: both('Aizgādības tiesības pārtrauktas', 'Custody suspended'),
          notSuspended: both('Aizgādības tiesības nav pārtrauktas', 'Custody not suspended'),
          closed: both('Lieta izbeigta', 'Case closed'),
        },
      },
      careFormCode: {
        label: both('Aprūpes veids', 'Form of care'),
        suggestions: {
          guardian: both('Aizbildnis', 'Guardian'),
          fosterFamily: both('Audžuģimene', 'Foster family'),
          careInstitution: both('Bērnu aprūpes iestāde', 'Child-care institution'),
        },
      },
    },
  },
  'court.childSent': {
    title: both('Bāriņtiesa nosūtījusi bērnu pie speciālista', 'Child sent to a specialist'),
    act: both('Pierakstīt nosūtīšanu pie speciālista', 'Record the sending to a specialist'),
    fields: {
      specialistKindCode: {
        suggestions: {
          familyDoctor: both('Ģimenes ārsts', 'Family doctor'),
          psychologist: both('Psihologs', 'Psychologist'),
          other: both('Cits speciālists', 'Another specialist'),
        },
      },
    },
  },
  'court.infoRequested': {
    title: both('Bāriņtiesa pieprasījusi informāciju', 'Information requested by the court'),
    act: both('Pierakstīt bāriņtiesas pieprasījumu', 'Record a request of the court'),
    fields: { requestId: { label: both('Pieprasījums', 'Request'), whose: 'new' } },
  },
  'circumstances.changed': {
    title: both('Mainījušies apstākļi', 'Circumstances changed'),
    act: both('Pierakstīt apstākļu maiņu', 'Record a change of circumstances'),
    fields: {
      changeCode: {
        label: both('Kas mainījies', 'What changed'),
        codes: {
          custodyBack: both('Atjaunotas aizgādības tiesības', 'Custody is back'),
          schoolChanged: both('Izglītojamais maina izglītības iestādi', 'The learner moves school'),
          residenceChanged: both('Mainīta dzīvesvieta', 'Residence changed'),
          other: both('Citi apstākļi', 'Other circumstances'),
        },
      },
    },
  },
};
