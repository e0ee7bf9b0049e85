/** Words of the facts that any dossier may hold. */
import type { anyDossierVocabulary } from '../../../domain/dossier/vocabulary/any-dossier.ts';
import { both } from './both.ts';
import { otherReason } from './code-words.ts';
import type { WordsOf } from './fact-words.ts';

const exclusionGrounds = {
  suspected: both('Iespējams, iesaistīts notikušajā', 'Possibly involved'),
  relative: both('Radinieks', 'A relative'),
  conflictOfInterest: both('Interešu konflikts', 'Conflict of interest'),
  ...otherReason,
} as const;

const closingReasons = {
  talkWasEnough: both('Pietika ar 1–2 sarunām', 'One or two talks were enough'),
  goalsMet: both('Mērķi sasniegti', 'Goals met'),
  noProblemSeen: both('Risks neapstiprinājās', 'The risk was not confirmed'),
  ...otherReason,
} as const;

export const anyDossierWords: WordsOf<typeof anyDossierVocabulary> = {
  'fact.withdrawn': {
    title: both('Atsaukts ieraksts', 'Record withdrawn'),
    act: both('Atsaukt ierakstu', 'Withdraw a record'),
    fields: {
      eventId: { label: both('Kurš ieraksts', 'Which record'), whose: 'event' },
      reasonCode: {
        suggestions: {
          mistake: both('Ierakstīts kļūdas dēļ', 'Recorded by mistake'),
          wrongDate: both('Nepareizs datums', 'Wrong date'),
          wrongDossier: both('Ierakstīts citā lietā', 'Recorded in the wrong dossier'),
          twice: both('Ierakstīts divreiz', 'Recorded twice'),
          ...otherReason,
        },
      },
    },
  },
  'duty.postponed': {
    title: both('Atlikts pienākuma termiņš', 'Duty postponed'),
    act: both('Atlikt ar iemeslu', 'Postpone with a reason'),
    fields: {
      reasonCode: {
        suggestions: {
          illness: both('Slimība', 'Illness'),
          specialistOnLeave: both('Speciālists ir atvaļinājumā', 'The specialist is on leave'),
          meetingPending: both('Gaida sanāksmi', 'A meeting is pending'),
          parentsAbroad: both('Vecāki ir ārzemēs', 'The parents are abroad'),
          parentsUnreachable: both('Vecāki nav sasniedzami', 'The parents cannot be reached'),
          noSpecialist: both('Nav speciālista', 'There is no specialist'),
          missingInformation: both('Trūkst informācijas', 'Information is missing'),
          takenOver: both('Pārņemts no laika pirms sistēmas', 'Taken over from before the system'),
          ...otherReason,
        },
      },
    },
  },
  'duty.waived': {
    title: both('Pienākums atcelts', 'Duty waived'),
    act: both('Atcelt pienākumu', 'Waive a duty'),
    fields: {
      reasonCode: {
        codes: {
          notNeeded: both('Nav vajadzīgs', 'Not needed'),
          notPossible: both('Nav iespējams', 'Not possible'),
          doneBefore: both('Izdarīts pirms darba sākuma', 'Done before the start'),
        },
      },
    },
  },
  'duty.reopened': {
    title: both('Pienākums atvērts no jauna', 'Duty reopened'),
    act: both('Atvērt pienākumu no jauna', 'Reopen a duty'),
    fields: {
      reasonCode: {
        suggestions: {
          mistake: both('Noslēgts kļūdas dēļ', 'Settled by mistake'),
          notComplete: both('Vēl nav pabeigts', 'Not complete yet'),
          ...otherReason,
        },
      },
    },
  },
  'duty.escalated': {
    title: both('Pienākums virzīts nākamajā pakāpē', 'Duty taken to the next step'),
    act: both('Virzīt pienākumu nākamajā pakāpē', 'Take a duty to the next step'),
    fields: {
      step: { label: both('Pakāpe', 'Step') },
      decidedBy: { label: both('Kas izlēma', 'Who decided'), whose: 'person' },
    },
  },
  'duty.takenOver': {
    title: both('Pārņemti agrāki pienākumi', 'Earlier duties taken over'),
    act: both('Atzīmēt pienākumus kā pārņemtus', 'Mark duties as taken over'),
  },
  'mailReply.received': {
    title: both('Pa e-pastu saņemta atbilde', 'Reply received by e-mail'),
    act: both('Pierakstīt pa e-pastu saņemtu atbildi', 'Record a reply by e-mail'),
    fields: {
      fromPersonId: { label: both('Kam bija rakstīts', 'Who had been written to'), whose: 'person' },
    },
  },
  'mailReply.confirmed': {
    title: both('Novērtēta pa e-pastu saņemtā atbilde', 'Reply by e-mail assessed'),
    act: both('Norādīt, vai tā ir gaidītā atbilde', 'Say whether it is the answer'),
    fields: {
      isAnswer: { label: both('Tā ir gaidītā atbilde', 'It is the answer') },
      replyId: {
        label: both('Kura atbilde', 'Which reply'),
        whose: 'event',
        from: [{ type: 'mailReply.received' }],
      },
    },
  },
  'answer.asked': {
    title: both('Jautāts, vai kāds ir saņēmis atbildi', 'Everybody asked for the answer'),
    act: both('Jautāt visiem, vai ir atbilde', 'Ask everybody for the answer'),
  },
  'receiver.called': {
    title: both('Zvanīts saņēmēja iestādes vadītājam', 'Head of the receiver called'),
    act: both('Pierakstīt zvanu saņēmējam', 'Record a call to the receiver'),
    fields: {
      calledAt: { label: both('Zvana laiks', 'Called at') },
      resultCode: {
        codes: {
          reached: both('Sazvanīts', 'Reached'),
          noAnswer: both('Neatbildēja', 'No answer'),
          messageLeft: both('Atstāta ziņa', 'Message left'),
        },
      },
    },
  },
  'correction.asked': {
    title: both('Lūgts labojums', 'Correction asked for'),
    act: both('Lūgt labojumu', 'Ask for a correction'),
    fields: {
      whatCode: {
        label: both('Kas nav pareizi', 'What is not right'),
        codes: {
          answeredElsewhere: both('Atbilde jau saņemta citā ceļā', 'Already answered another way'),
          wrongReceiver: both('Nepareizs saņēmējs', 'Wrong receiver'),
          wrongDate: both('Nepareizs datums', 'Wrong date'),
          noActiveUser: both('Saņēmējam nav aktīva lietotāja', 'The receiver has no active user'),
          notNeeded: both('Vairs nav vajadzīgs', 'No longer needed'),
          other: both('Cits', 'Something else'),
        },
      },
    },
  },
  'correction.answered': {
    title: both('Atbildēts uz labojuma lūgumu', 'Request for a correction answered'),
    act: both('Atbildēt uz labojuma lūgumu', 'Answer the request for a correction'),
    fields: {
      requestId: {
        label: both('Kurš lūgums', 'Which request'),
        whose: 'event',
        from: [{ type: 'correction.asked' }],
      },
      outcomeCode: {
        codes: {
          mended: both('Ir izlabots', 'Put right'),
          declined: both('Nav ko labot, pamatojums vārdos', 'Nothing to put right; the reason in words'),
        },
      },
    },
  },
  'account.added': {
    title: both('Pievienots iestādes skaidrojums', 'Own account added'),
    act: both('Pievienot savu skaidrojumu', 'Add one’s own account'),
  },
  'person.excluded': {
    title: both('Personai liegta piekļuve', 'Person excluded'),
    act: both('Liegt personai piekļuvi', 'Exclude a person'),
    fields: { groundCode: { suggestions: exclusionGrounds } },
  },
  'person.readmitted': {
    title: both('Personai atjaunota piekļuve', 'Person readmitted'),
    act: both('Atjaunot personai piekļuvi', 'Readmit a person'),
    fields: {
      groundCode: {
        suggestions: {
          notConfirmed: both('Pamats neapstiprinājās', 'The ground was not confirmed'),
          noLongerApplies: both('Pamats vairs nepastāv', 'The ground no longer applies'),
          ...otherReason,
        },
      },
    },
  },
  'calendar.changed': {
    title: both('Mainīts kalendārs', 'Calendar changed'),
    act: both('Mainīt kalendāru', 'Change the calendar'),
    fields: {
      version: { label: both('Kalendāra versija', 'Version of the calendar') },
      keptDueOn: { label: both('Termiņš paliek', 'Due date kept') },
    },
  },
  'concern.closed': {
    title: both('Bažas noslēgtas', 'Concern closed'),
    act: both('Noslēgt bažas', 'Close the concern'),
    fields: { reasonCode: { suggestions: closingReasons } },
  },
  'case.reopened': {
    title: both('Gadījuma vadība atsākta', 'Case reopened'),
    act: both('Atsākt gadījuma vadību', 'Reopen the case'),
    fields: {
      reasonCode: {
        suggestions: {
          riskAgain: both('Risks radies no jauna', 'The risk is back'),
          mistake: both('Noslēgts kļūdas dēļ', 'Closed by mistake'),
          ...otherReason,
        },
      },
    },
  },
  'mail.refused': {
    title: both('E-pasts nav piegādāts', 'Mail refused'),
    act: both('Pierakstīt nepiegādātu e-pastu', 'Record a refused mail'),
  },
  'access.takenInEmergency': {
    title: both('Izmantota ārkārtas piekļuve', 'Emergency access taken'),
    act: both('Izmantot ārkārtas piekļuvi', 'Take emergency access'),
    fields: {
      groundCode: {
        suggestions: {
          dangerToChild: both('Bērna apdraudējums', 'Danger to the child'),
          childMissing: both('Bērns ir pazudis', 'The child is missing'),
          childFound: both('Bērns ir atrasts', 'The child was found'),
          ...otherReason,
        },
      },
      untilAt: { label: both('Piekļuve līdz', 'Until') },
    },
  },
  'access.reviewed': {
    title: both('Pārbaudīta ārkārtas piekļuve', 'Emergency access reviewed'),
    act: both('Pārbaudīt ārkārtas piekļuvi', 'Review an emergency access'),
    fields: {
      accessId: {
        label: both('Kura piekļuve', 'Which access'),
        whose: 'event',
        from: [{ type: 'access.takenInEmergency' }],
      },
      outcomeCode: {
        codes: {
          justified: both('Bija pamatota', 'Justified'),
          notJustified: both('Nebija pamatota', 'Not justified'),
        },
      },
    },
  },
  'address.corrected': {
    title: both('Izlabota adrese', 'Address corrected'),
    act: both('Pierakstīt, ka adrese izlabota', 'Record a corrected address'),
  },
};
