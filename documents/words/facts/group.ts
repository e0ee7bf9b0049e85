/** Words of the facts of the cooperation group, meetings and the Child Protection Centre. */
import type { groupVocabulary } from '../../../domain/dossier/vocabulary/group.ts';
import { both } from './both.ts';
import { meetingKindWords } from './code-words.ts';
import type { WordsOf } from './fact-words.ts';

const askedInstitutions = {
  label: both('Iestādes, kurām lūgta informācija', 'Institutions asked for information'),
  whose: 'institution',
} as const;

export const groupWords: WordsOf<typeof groupVocabulary> = {
  'group.caseProposed': {
    title: both('Gadījums ierosināts sadarbības grupai', 'Case proposed to the cooperation group'),
    act: both('Ierosināt gadījumu sadarbības grupai', 'Propose the case to the cooperation group'),
    fields: {
      byInstitutionId: { label: both('Ierosinātāja iestāde', 'Proposed by'), whose: 'institution' },
      reasonCode: {
        codes: {
          severalInstitutionsQuickly: both(
            'Vajadzīga ātra rīcība un vairāku iestāžu sadarbība',
            'Several institutions have to act quickly',
          ),
          beyondOneInstitution: both(
            'Nav atrisināms vienas iestādes ietvaros',
            'Cannot be solved within one institution',
          ),
          longUnsolved: both('Ilgstoši nav izdevies atrisināt', 'Unsolved for long'),
          letter: both('Izglītības iestādes administrācijas vēstule', 'Letter of the school administration'),
          regulation89: both('Nav ievēroti MK noteikumi Nr. 89', 'Cabinet Regulation 89 not observed'),
        },
      },
    },
  },
  'group.infoRequested': {
    title: both('Iestādēm lūgta informācija sadarbības grupai', 'Information for the group requested'),
    act: both('Lūgt informāciju sadarbības grupai', 'Request information for the group'),
    fields: { askedInstitutionIds: askedInstitutions },
  },
  'group.infoGiven': {
    title: both('Sniegta informācija sadarbības grupai', 'Information given to the group'),
    act: both('Sniegt informāciju sadarbības grupai', 'Give information to the group'),
    fields: {
      byInstitutionId: { label: both('Kura iestāde sniedza', 'Given by'), whose: 'institution' },
    },
  },
  'group.packSent': {
    title: both('Nosūtīts gadījuma kopsavilkums grupai', 'Summary sent to the group'),
    act: both('Pierakstīt, ka kopsavilkums nosūtīts', 'Record that the summary was sent'),
  },
  'group.actionAgreed': {
    title: both('Sadarbības grupā saskaņota darbība', 'Action agreed in the group'),
    act: both('Pierakstīt saskaņotu darbību', 'Record an agreed action'),
    fields: {
      actionId: { label: both('Darbība', 'Action'), whose: 'new' },
      institutionId: { label: both('Kura iestāde izpilda', 'Done by') },
      amountCode: { label: both('Apjoms', 'Amount') },
      consentBy: { label: both('Kas iestādes vārdā piekrita', 'Who agreed for it'), whose: 'person' },
    },
  },
  'group.actionDone': {
    title: both('Saskaņotā darbība izpildīta', 'Agreed action done'),
    act: both('Pierakstīt, ka darbība izpildīta', 'Record that the action was done'),
    fields: {
      actionId: {
        label: both('Kura darbība', 'Which action'),
        whose: 'plain',
        from: [{ type: 'group.actionAgreed', field: 'actionId' }],
      },
      resultCode: {
        suggestions: {
          done: both('Izpildīts', 'Done'),
          partly: both('Izpildīts daļēji', 'Partly done'),
        },
      },
    },
  },
  'group.notAgreed': {
    title: both('Sadarbības grupa nav vienojusies', 'Cooperation group not agreed'),
    act: both('Pierakstīt, ka grupa nav vienojusies', 'Record that the group has not agreed'),
  },
  'meeting.requested': {
    title: both('Lūgta sanāksme', 'Meeting requested'),
    act: both('Lūgt sanāksmi', 'Request a meeting'),
    fields: { meetingId: { whose: 'new' }, kindCode: { codes: meetingKindWords } },
  },
  'meeting.scheduled': {
    title: both('Noteikts sanāksmes laiks', 'Meeting scheduled'),
    act: both('Noteikt sanāksmes laiku', 'Schedule a meeting'),
    fields: {
      meetingId: { whose: 'new', from: [{ type: 'meeting.requested', field: 'meetingId' }] },
      kindCode: { codes: meetingKindWords },
      startsAt: { label: both('Sanāksmes sākums', 'Starts at') },
      agendaCaseIds: {
        label: both('Darba kārtībā iekļautie gadījumi', 'Cases on the agenda'),
        whose: 'dossier',
      },
      askedInstitutionIds: askedInstitutions,
    },
  },
  'meeting.logisticsSent': {
    title: both('Paziņots sanāksmes laiks un vieta', 'Time and place of the meeting sent'),
    act: both('Pierakstīt, ka laiks un vieta paziņoti', 'Record that time and place were sent'),
  },
  'meeting.held': {
    title: both('Sanāksme notikusi', 'Meeting held'),
    act: both('Pierakstīt sanāksmi', 'Record a meeting'),
    fields: {
      kindCode: { codes: meetingKindWords },
      caseTaken: { label: both('Sadarbības grupa gadījumu pārņem', 'The group takes the case') },
    },
  },
  'minutes.sent': {
    title: both('Nosūtīts sanāksmes protokols', 'Minutes sent'),
    act: both('Pierakstīt, ka protokols nosūtīts', 'Record that the minutes were sent'),
  },
  'bac.consulted': {
    title: both(
      'Saņemts Bērnu aizsardzības centra atbalsts',
      'Support of the Child Protection Centre received',
    ),
    act: both('Pierakstīt Bērnu aizsardzības centra atbalstu', 'Record the centre’s support'),
    fields: {
      supportKindCode: {
        label: both('Atbalsta veids', 'Kind of support'),
        codes: {
          recommendations: both('Ieteikumi', 'Recommendations'),
          services: both('Organizēti pakalpojumi bērnam un ģimenei', 'Services for child and family'),
        },
      },
    },
  },
};
