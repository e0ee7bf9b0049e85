/** Words of the facts of concern, case and plan. */
import type { concernCaseVocabulary } from '../../../domain/dossier/vocabulary/concern-case.ts';
import { both } from './both.ts';
import {
  channelWords,
  institutionKindWords,
  levelWords,
  otherReason,
  planSideWords,
  riskWords,
  subjectWords,
} from './code-words.ts';
import type { WordsOf } from './fact-words.ts';

export const concernCaseWords: WordsOf<typeof concernCaseVocabulary> = {
  'risk.noticed': {
    title: both('Pamanīts risks', 'Risk noticed'),
    act: both('Pierakstīt pamanītu risku', 'Record a risk noticed'),
    fields: { riskCode: { codes: riskWords } },
  },
  'concern.recorded': {
    title: both('Pierakstītas bažas', 'Concern recorded'),
    act: both('Pierakstīt bažas', 'Record a concern'),
    fields: {
      concernId: { whose: 'new' },
      riskCode: { codes: riskWords },
      factDate: { label: both('Kad novērots', 'Observed on') },
    },
  },
  'concern.reobserved': {
    title: both('Situācija novērota atkārtoti', 'Situation observed again'),
    act: both('Pierakstīt atkārtotu novērojumu', 'Record another observation'),
    fields: {
      trendCode: {
        label: both('Tendence', 'Trend'),
        codes: {
          persists: both('Saglabājas', 'Persists'),
          less: both('Mazinās', 'Grows less'),
          more: both('Pieaug', 'Grows'),
        },
      },
    },
  },
  'risk.identified': {
    title: both('Konstatēts risks', 'Risk identified'),
    act: both('Pierakstīt konstatētu risku', 'Record an identified risk'),
    fields: { riskCode: { codes: riskWords } },
  },
  'situation.assessed': {
    title: both('Izvērtēta situācija', 'Situation assessed'),
    act: both('Pierakstīt, ka situācija izvērtēta', 'Record an assessment of the situation'),
    fields: { specialistId: { label: both('Speciālists, kuru informēt', 'Specialist to be told') } },
  },
  'situation.complex': {
    title: both('Situācija atzīta par sarežģītu', 'Situation marked as complex'),
    act: both('Atzīmēt situāciju kā sarežģītu', 'Mark the situation as complex'),
    fields: {
      groundCode: {
        suggestions: {
          severalInstitutions: both('Iesaistītas vairākas iestādes', 'Several institutions involved'),
          beyondSchool: both('Pārsniedz izglītības iestādes kompetenci', 'Beyond the school’s competence'),
          ...otherReason,
        },
      },
    },
  },
  'case.opened': {
    title: both('Uzsākta gadījuma vadība', 'Case opened'),
    act: both('Uzsākt gadījuma vadību', 'Open a case'),
    fields: {
      level: { codes: levelWords },
      purposeful: {
        label: both('Mērķtiecīga gadījuma vadība', 'Purposeful case management'),
      },
      actionPlanInUse: { label: both('Izmanto rīcības plānu', 'The action plan is in use') },
      municipalityId: { label: both('Atbildīgā pašvaldība', 'Responsible municipality') },
      residenceGroundCode: {
        label: both('Pēc kā noteikta atbildīgā pašvaldība', 'Ground of the municipality'),
        codes: {
          parentsDeclared: both('Vecāku deklarētā dzīvesvieta', 'The parents’ declared residence'),
          livesWithParent: both(
            'Tā vecāka dzīvesvieta, pie kura bērns dzīvo',
            'Residence of the parent with whom the child lives',
          ),
          learnerStays: both('Vieta, kur uzturas izglītojamais', 'Where the learner stays'),
          parentsActual: both('Vecāku faktiskā dzīvesvieta', 'The parents’ actual residence'),
          outOfFamilyCare: both('Pašvaldība, kas lēmusi par ārpusģimenes aprūpi', 'Out-of-family care'),
          ownDeclared: both('Paša deklarētā dzīvesvieta', 'The learner’s own declared residence'),
        },
      },
    },
  },
  'case.managerAssigned': {
    title: both('Iecelts gadījuma vadītājs', 'Case manager appointed'),
    act: both('Iecelt gadījuma vadītāju', 'Appoint a case manager'),
    fields: {
      managerId: { label: both('Gadījuma vadītājs', 'Case manager'), whose: 'person' },
      level: { codes: levelWords },
      roleCode: {
        label: both('Loma', 'Role'),
        codes: {
          lead: both('Vada gadījumu', 'Leads the case'),
          co: both('Līdzvada gadījumu', 'Co-manages the case'),
        },
      },
      schoolConsent: { label: both('Izglītības iestāde piekrīt', 'The school agrees') },
      meetingId: { label: both('Kurā sanāksmē', 'At which meeting') },
    },
  },
  'case.closed': {
    title: both('Gadījums noslēgts', 'Case closed'),
    act: both('Noslēgt gadījumu', 'Close the case'),
    fields: {
      reasonCode: {
        suggestions: {
          goalsMet: both('Mērķi sasniegti', 'Goals met'),
          handedOver: both('Nodots citai iestādei', 'Handed over to another institution'),
          leftSchool: both('Izglītojamais maina izglītības iestādi', 'The learner moves school'),
          ...otherReason,
        },
      },
    },
  },
  'talk.held': {
    title: both('Saruna notikusi', 'Talk held'),
    act: both('Pierakstīt sarunu', 'Record a talk'),
    fields: {
      kindCode: {
        codes: {
          first: both('Pirmā saruna', 'First talk'),
          absence: both('Saruna par kavējumiem', 'Talk about absences'),
          family: both('Pārrunas ar ģimeni', 'Talk with the family'),
          preventive: both('Preventīvā saruna', 'Preventive talk'),
          other: both('Cita saruna', 'Another talk'),
        },
      },
    },
  },
  'profile.filled': {
    title: both(
      'Aizpildīts pārskats par izglītojamā spējām, izaicinājumiem un vēlmēm',
      'Overview of the learner filled in',
    ),
    act: both('Pierakstīt, ka pārskats aizpildīts', 'Record the filled-in overview'),
    fields: {
      withCodes: {
        label: both('Kopā ar', 'Together with'),
        codes: { learner: both('Izglītojamo', 'The learner'), parents: both('Vecākiem', 'The parents') },
      },
    },
  },
  'profile.updated': {
    title: both(
      'Aktualizēts pārskats par izglītojamā spējām, izaicinājumiem un vēlmēm',
      'Overview of the learner updated',
    ),
    act: both('Pierakstīt, ka pārskats aktualizēts', 'Record the updated overview'),
  },
  'plan.drafted': {
    title: both('Sagatavots atbalsta plāna projekts', 'Draft support plan made'),
    act: both('Sagatavot atbalsta plāna projektu', 'Draft a support plan'),
    fields: { planId: { whose: 'new' } },
  },
  'plan.accepted': {
    title: both('Atbalsta plāns saskaņots', 'Support plan accepted'),
    act: both('Pierakstīt, ka plāns saskaņots', 'Record that the plan is accepted'),
    fields: { byCode: { label: both('Kas saskaņoja', 'Accepted by'), codes: planSideWords } },
  },
  'plan.refused': {
    title: both('Atbalsta plāns nav saskaņots', 'Support plan refused'),
    act: both('Pierakstīt, ka plānu nesaskaņo', 'Record that the plan is refused'),
    fields: {
      byCode: { label: both('Kas nesaskaņoja', 'Refused by'), codes: planSideWords },
      reasonCode: {
        suggestions: {
          disagree: both('Nepiekrīt pasākumiem', 'Disagrees with the measures'),
          wantsChanges: both('Vēlas izmaiņas plānā', 'Wants the plan changed'),
          noProblemSeen: both('Uzskata, ka atbalsts nav vajadzīgs', 'Sees no need of support'),
          noTime: both('Nevar piedalīties noteiktajos laikos', 'Cannot take part at these times'),
          ...otherReason,
        },
      },
    },
  },
  'plan.agreed': {
    title: both('Panākta vienošanās par atbalsta plānu', 'Support plan agreed'),
    act: both('Pierakstīt vienošanos par plānu', 'Record the agreed plan'),
    fields: {
      actionIds: {
        label: both('Plāna darbības', 'Actions of the plan'),
        whose: 'plain',
        from: [{ type: 'plan.actionAgreed', field: 'actionId' }],
      },
    },
  },
  'plan.actionAgreed': {
    title: both('Panākta vienošanās par plāna darbību', 'Action of the plan agreed'),
    act: both('Pievienot plāna darbību', 'Add an action to the plan'),
    fields: {
      actionId: { label: both('Darbība', 'Action'), whose: 'new' },
      ownerId: { label: both('Atbildīgais', 'Owner'), whose: 'person' },
    },
  },
  'plan.revised': {
    title: both('Pārskatīts atbalsta plāns', 'Support plan revised'),
    act: both('Pārskatīt atbalsta plānu', 'Revise the support plan'),
    fields: {
      changed: { label: both('Plāns ir mainīts', 'The plan was changed') },
      reasonCode: {
        suggestions: {
          noImprovement: both('Nav uzlabojumu', 'No improvement'),
          newInformation: both('Saņemta jauna informācija', 'New information'),
          planFits: both('Plāns ir piemērots, maiņa nav vajadzīga', 'The plan fits, no change needed'),
          ...otherReason,
        },
      },
    },
  },
  'review.held': {
    title: both('Notikusi atkārtota tikšanās', 'Review held'),
    act: both('Pierakstīt atkārtotu tikšanos', 'Record a review'),
    fields: {
      resultCode: {
        label: both('Kā mainījusies situācija', 'How things are'),
        codes: {
          better: both('Uzlabojusies', 'Better'),
          same: both('Nav mainījusies', 'The same'),
          worse: both('Pasliktinājusies', 'Worse'),
        },
      },
      indicatorCodes: {
        label: both('Novērtētie rādītāji', 'Indicators looked at'),
        codes: {
          attendance: both('Apmeklējuma regularitāte', 'Regular attendance'),
          behaviourIncidents: both('Uzvedības incidentu skaits', 'Number of behaviour incidents'),
          learningProgress: both('Mācību progress', 'Learning progress'),
          participation: both('Izglītojamā un ģimenes līdzdalība', 'Participation of learner and family'),
        },
      },
    },
  },
  'review.cancelled': {
    title: both('Tikšanās atcelta', 'Review cancelled'),
    act: both('Atcelt tikšanos', 'Cancel a review'),
    fields: {
      reasonCode: {
        codes: {
          goesWell: both('Gadījums veiksmīgi virzās uz priekšu', 'Things go well'),
          other: both('Cits iemesls', 'Another reason'),
        },
      },
    },
  },
  'outsideHelp.needed': {
    title: both('Vajadzīga ārējas iestādes palīdzība', 'Outside help needed'),
    act: both('Pierakstīt, ka vajadzīga ārēja palīdzība', 'Record that outside help is needed'),
    fields: {
      receiverKindCode: {
        label: both('Kuras iestādes palīdzība', 'Whose help'),
        codes: institutionKindWords,
      },
    },
  },
  'administration.asked': {
    title: both('Administrācijai jautāts par ārēju palīdzību', 'Administration asked'),
    act: both('Jautāt administrācijai par ārēju palīdzību', 'Ask the administration'),
    fields: {
      decisionCode: {
        suggestions: {
          involve: both('Iesaistīt ārēju iestādi', 'Involve an outside institution'),
          continueAtSchool: both('Turpināt izglītības iestādē', 'Continue at school'),
        },
      },
    },
  },
  'administration.informed': {
    title: both('Informēta administrācija', 'Administration informed'),
    act: both('Pierakstīt, ka administrācija informēta', 'Record that the administration was informed'),
    fields: { subjectCode: { codes: subjectWords } },
  },
  'staff.informed': {
    title: both('Informēts darbinieks', 'Member of staff informed'),
    act: both('Pierakstīt, ka darbinieks informēts', 'Record that a colleague was informed'),
    fields: { subjectCode: { codes: subjectWords } },
  },
  'info.received': {
    title: both('Saņemta informācija', 'Information received'),
    act: both('Pierakstīt saņemtu informāciju', 'Record information received'),
    fields: {
      kindCode: {
        codes: {
          letter: both('Vēstule', 'Letter'),
          advice: both('Padoms', 'Advice'),
          recommendation: both('Ieteikums', 'Recommendation'),
          doctor: both('Ārsta atzinums', 'Doctor’s opinion'),
          pmk: both(
            'Pedagoģiski medicīniskās komisijas atzinums',
            'Opinion of the pedagogical-medical commission',
          ),
        },
      },
      channelCode: { codes: channelWords },
      namedStaffIds: { label: both('Kam jāizlasa', 'Who has to read it'), whose: 'person' },
      broughtByParents: { label: both('Iesniedza vecāki', 'Brought by the parents') },
    },
  },
  'info.read': {
    title: both('Informācija izlasīta', 'Information read'),
    act: both('Apstiprināt, ka izlasīts', 'Confirm having read it'),
    fields: {
      infoId: {
        label: both('Kura informācija', 'Which information'),
        whose: 'event',
        from: [{ type: 'info.received' }],
      },
    },
  },
  'board.consulted': {
    title: both('Notikusi konsultācija ar izglītības pārvaldi', 'Education board consulted'),
    act: both('Pierakstīt konsultāciju ar izglītības pārvaldi', 'Record a consultation of the board'),
  },
  'assessment.recorded': {
    title: both('Pierakstīts speciālista izvērtējums', 'Specialist’s assessment recorded'),
    act: both('Pierakstīt izvērtējumu', 'Record an assessment'),
    fields: {
      kindCode: {
        label: both('Kāds izvērtējums', 'Kind of assessment'),
        suggestions: {
          psychologist: both('Psihologa', 'Psychologist’s'),
          socialPedagogue: both('Sociālā pedagoga', 'Social pedagogue’s'),
          speechTherapist: both('Logopēda', 'Speech therapist’s'),
          specialPedagogue: both('Speciālā pedagoga', 'Special pedagogue’s'),
          other: both('Cita speciālista', 'Another specialist’s'),
        },
      },
    },
  },
  'support.decided': {
    title: both('Nolemts par atbalsta pasākumiem', 'Support decided'),
    act: both('Pierakstīt lēmumu par atbalstu', 'Record the decision on support'),
    fields: {
      decisionCode: {
        suggestions: {
          granted: both('Atbalstu sniedz', 'Support is given'),
          notNeeded: both('Atbalsts nav vajadzīgs', 'Support is not needed'),
          other: both('Cits lēmums', 'Another decision'),
        },
      },
    },
  },
  'support.noResult': {
    title: both('Atbalsts nav devis rezultātu', 'Support without result'),
    act: both('Pierakstīt, ka rezultāta nav', 'Record that support had no result'),
    fields: {
      rung: {
        label: both('Kurā posmā', 'At which rung'),
        codes: {
          '1': both('1. Klases audzinātājs vai pedagogs', '1. Class teacher or teacher'),
          '2': both('2. Atbalsta personāls', '2. Support staff'),
          '3': both('3. Izglītības iestādes administrācija', '3. School administration'),
          '4': both('4. Sociālais dienests', '4. Social service'),
          '5': both('5. Sadarbības grupa', '5. Cooperation group'),
          '6': both('6. Bāriņtiesa', '6. Orphan’s court'),
        },
      },
      reasonCode: {
        codes: {
          notTargetGroup: both('Neatbilst mērķa grupai', 'Not in the target group'),
          familyRefuses: both('Ģimene nepiekrīt sadarbībai', 'The family does not agree to cooperate'),
          notMotivated: both('Ģimene nav motivēta sadarbībai', 'The family is not motivated'),
          noResult: both('Nav rezultāta', 'No result'),
          worsened: both('Situācija pasliktinājusies', 'Things have become worse'),
        },
      },
      areaCodes: {
        label: both('Kurā jomā', 'In which area'),
        codes: {
          learning: both('Mācības', 'Learning'),
          socialEmotional: both('Sociāli emocionālās prasmes', 'Social-emotional skills'),
        },
      },
      problemCodes: {
        label: both('Kāda ir problēma', 'What the problem is'),
        codes: {
          familySocial: both('Sociālas problēmas ģimenē', 'Social problems in the family'),
          unlawfulActs: both('Prettiesiska rīcība', 'Unlawful acts'),
          breaksRules: both(
            'Grūtības ievērot iekšējās kārtības noteikumus',
            'Difficulty with the internal rules',
          ),
          schoolingNotProvided: both(
            'Nav nodrošināta izglītības ieguve',
            'Schooling is not provided by the parents',
          ),
        },
      },
    },
  },
};
