/** Words of the facts of absence. */
import type { absenceVocabulary } from '../../../domain/dossier/vocabulary/absence.ts';
import { both } from './both.ts';
import { channelWords, otherReason } from './code-words.ts';
import type { WordsOf } from './fact-words.ts';

export const absenceWords: WordsOf<typeof absenceVocabulary> = {
  'absence.noted': {
    title: both('Konstatēts kavējums', 'Absence noted'),
    act: both('Pierakstīt kavējumu', 'Record an absence'),
    fields: {
      date: { label: both('Kavējuma datums', 'Day of absence') },
      scopeCode: {
        codes: { day: both('Visa diena', 'The whole day'), lesson: both('Mācību stunda', 'One lesson') },
      },
      reasonKnown: { label: both('Iemesls ir zināms', 'The reason is known') },
    },
  },
  'absence.reported': {
    title: both('Vecāki paziņojuši par kavējumu', 'Absence reported by the parents'),
    act: both('Pierakstīt vecāku paziņojumu par kavējumu', 'Record the parents’ word on an absence'),
    fields: {
      date: { label: both('Kavējuma datums', 'Day of absence') },
      reasonCode: {
        suggestions: {
          illness: both('Slimība', 'Illness'),
          doctor: both('Ārsta apmeklējums', 'A visit to the doctor'),
          family: both('Ģimenes apstākļi', 'Family circumstances'),
          ...otherReason,
        },
      },
      byParentId: { label: both('Kurš paziņoja', 'Who told'), whose: 'parent' },
    },
  },
  'absence.thresholdReached': {
    title: both('Sasniegts kavējumu slieksnis', 'Threshold of absence reached'),
    act: both('Apstiprināt kavējumu slieksni', 'Confirm a threshold of absence'),
    fields: {
      ruleCode: {
        label: both('Kurš slieksnis', 'Which threshold'),
        suggestions: {
          'unexcused-lessons': both(
            'Neattaisnoti kavētas 20 mācību stundas semestrī',
            '20 lessons missed without excuse in a semester',
          ),
          'preschool-study-days': both(
            'Neattaisnoti kavētas vairāk nekā trīs mācību dienas pirmsskolā',
            'More than three study days missed without excuse in preschool',
          ),
          'days-in-month': both(
            'Vairāk nekā 10 kavētas dienas kalendārā mēnesī',
            'More than 10 days missed in a calendar month',
          ),
        },
      },
      ruleVersionFrom: { label: both('Noteikums spēkā no', 'Rule in force from') },
      periodFrom: { label: both('Periods no', 'Period from') },
      periodTo: { label: both('Periods līdz', 'Period to') },
      count: { label: both('Cik kavēts', 'How many missed') },
      unitCode: {
        codes: {
          lesson: both('Mācību stundas', 'Lessons'),
          studyDay: both('Mācību dienas', 'Study days'),
          day: both('Dienas', 'Days'),
          percentOfLessons: both('Procenti no mācību stundām', 'Per cent of lessons'),
        },
      },
      confirmedBy: { label: both('Kas apstiprināja', 'Who confirmed'), whose: 'person' },
      regulation89Observed: {
        label: both('Ievēroti MK noteikumi Nr. 89', 'Cabinet Regulation 89 was observed'),
      },
      affectsLearning: { label: both('Ietekmē mācības', 'Affects learning') },
    },
  },
  'absence.viisEntered': {
    title: both('Kavējumi ievadīti VIIS', 'Absences entered into VIIS'),
    act: both('Pierakstīt, ka kavējumi ievadīti VIIS', 'Record the entry into VIIS'),
    fields: {
      actionsIncluded: {
        label: both('Pievienoti dati par rīcību kavējumu novēršanai', 'With data on the actions taken'),
      },
    },
  },
  'absence.causeAssessed': {
    title: both('Izvērtēti kavējumu cēloņi', 'Causes of absence assessed'),
    act: both('Pierakstīt kavējumu cēloņus', 'Record the causes of absence'),
    fields: {
      causeCode: {
        label: both('Galvenais cēlonis', 'Main cause'),
        codes: {
          parentsIrresponsible: both('Vecāku pienākumu nepildīšana', 'Parental duties not fulfilled'),
          family: both('Ģimenes apstākļi', 'Family circumstances'),
          health: both('Veselība', 'Health'),
          learningDifficulty: both('Mācīšanās grūtības', 'Learning difficulties'),
          relations: both('Attiecības ar citiem', 'Relations with others'),
          motivation: both('Mācību motivācija', 'Motivation to learn'),
          other: both('Cits cēlonis', 'Another cause'),
        },
      },
      knownToInstitutionId: {
        label: both('Kurai iestādei tas zināms', 'Which institution knows'),
        whose: 'institution',
      },
    },
  },
  'absence.planMade': {
    title: both('Sagatavots kavējumu mazināšanas plāns', 'Plan to reduce absences made'),
    act: both('Pierakstīt kavējumu mazināšanas plānu', 'Record the plan to reduce absences'),
    fields: { planId: { whose: 'new' } },
  },
  'absence.excusedDoubted': {
    title: both('Radušās šaubas par attaisnotajiem kavējumiem', 'Excused absences in doubt'),
    act: both('Pierakstīt šaubas par attaisnotajiem kavējumiem', 'Record a doubt about excused absences'),
    fields: {
      groundCode: {
        suggestions: {
          manyExcused: both('Daudz attaisnotu kavējumu', 'Many excused absences'),
          parentNotes: both('Galvenokārt vecāku zīmes', 'Mostly parents’ notes'),
          qualityAtRisk: both('Apdraudēta izglītības ieguves kvalitāte', 'Quality of learning at risk'),
          ...otherReason,
        },
      },
    },
  },
  'absence.rulesChecked': {
    title: both('Izvērtēts, vai ievēroti iekšējās kārtības noteikumi', 'Internal rules on absence checked'),
    act: both('Pierakstīt iekšējās kārtības noteikumu izvērtējumu', 'Record the check of the rules'),
  },
  'supportTeam.informed': {
    title: both('Informēta atbalsta komanda', 'Support team informed'),
    act: both('Pierakstīt, ka atbalsta komanda informēta', 'Record that the support team was informed'),
    fields: { teamId: { label: both('Atbalsta komanda', 'Support team'), whose: 'plain' } },
  },
  'notice.sent': {
    title: both('Nosūtīts paziņojums iestādēm', 'Notice sent to institutions'),
    act: both('Pierakstīt nosūtītu paziņojumu', 'Record a notice sent'),
    fields: {
      receiverIds: { label: both('Saņēmēji', 'Receivers'), whose: 'institution' },
      kindCode: {
        label: both('Par ko', 'About'),
        codes: { absence: both('Kavējumi', 'Absences'), other: both('Cits jautājums', 'Another matter') },
      },
      channelCode: { codes: channelWords },
    },
  },
  'rightsBreach.suspected': {
    title: both('Radušās aizdomas par bērna tiesību pārkāpumu', 'Breach of the child’s rights suspected'),
    act: both('Pierakstīt aizdomas par bērna tiesību pārkāpumu', 'Record a suspected breach of rights'),
    fields: {
      groundCode: {
        codes: {
          absence: both('Kavējumi', 'Absences'),
          parentalDuties: both('Vecāku pienākumu nepildīšana', 'Parental duties not fulfilled'),
          other: both('Cits pamats', 'Another ground'),
        },
      },
      suspectedByInstitutionId: {
        label: both('Kurai iestādei radās aizdomas', 'Which institution suspects'),
        whose: 'institution',
      },
    },
  },
  'viis.checked': {
    title: both('Pārbaudīti kavējumu dati VIIS', 'Absences checked in VIIS'),
    act: both('Pierakstīt kavējumu datu pārbaudi VIIS', 'Record the check of absences in VIIS'),
    fields: { period: { label: both('Periods', 'Period') } },
  },
  'homeVisit.requested': {
    title: both('Lūgts apmeklēt ģimeni mājās', 'Home visit requested'),
    act: both('Lūgt apmeklēt ģimeni mājās', 'Request a home visit'),
    fields: { institutionId: { label: both('Kurai iestādei lūgts', 'Institution asked') } },
  },
  'homeVisit.recorded': {
    title: both('Ģimene apmeklēta mājās', 'Home visit made'),
    act: both('Pierakstīt mājas apmeklējumu', 'Record a home visit'),
    fields: {
      visitedOn: { label: both('Kad apmeklēts', 'Visited on') },
      resultCode: {
        suggestions: {
          met: both('Ģimene satikta', 'The family was met'),
          notAtHome: both('Neviens nebija mājās', 'Nobody was at home'),
        },
      },
    },
  },
};
