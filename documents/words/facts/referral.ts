/** Words of the facts of referral, answer, consultation, complaint and data breach. */
import type { referralVocabulary } from '../../../domain/dossier/vocabulary/referral.ts';
import { both } from './both.ts';
import { channelWords, complaintGroundWords, otherReason } from './code-words.ts';
import type { WordsOf } from './fact-words.ts';
import { problemReportSigns } from './problem-report-signs.ts';

export const referralWords: WordsOf<typeof referralVocabulary> = {
  'sdGround.found': {
    title: both('Konstatēts pamats informēt sociālo dienestu', 'Ground to inform the social service found'),
    act: both('Pierakstīt pamatu informēt sociālo dienestu', 'Record a ground to inform the social service'),
    fields: {
      groundCode: {
        codes: {
          basicNeeds: both(
            'Netiek nodrošinātas pamatvajadzības (ēdiens, apģērbs, miegs, higiēna)',
            'Basic needs are not met (food, clothing, sleep, hygiene)',
          ),
          neglectSuspected: both(
            'Aizdomas par nolaidību, vardarbību vai sociālo atstumtību',
            'Suspicion of neglect, violence or social exclusion',
          ),
          repeatedAbsence: both(
            'Atkārtoti kavējumi vai ilgstoša neiesaistīšanās mācībās',
            'Repeated absence, or not taking part in learning for long',
          ),
          hardship: both(
            'Ģimenei ir sociālas vai finansiālas grūtības',
            'The family has social or financial difficulties',
          ),
          parentsAbsent: both('Vecāku līdzdalības trūkums', 'The parents take no part'),
        },
      },
      beyondSchool: {
        label: both('Pārsniedz izglītības iestādes kompetenci', 'Beyond the school’s competence'),
      },
    },
  },
  'referral.sent': {
    title: both('Nosūtīts citai iestādei', 'Referral sent'),
    act: both('Nosūtīt citai iestādei', 'Send to another institution'),
    fields: {
      referralId: { whose: 'new' },
      receiverId: { label: both('Saņēmējs', 'Receiver'), whose: 'institution' },
      kindCode: {
        label: both('Ko nosūta', 'What is sent'),
        codes: {
          problemReport: both('Problēmziņojums', 'Problem report'),
          letter: both('Vēstule', 'Letter'),
          handover: both('Gadījuma nodošana', 'Handover of the case'),
          notice: both('Paziņojums', 'Notice'),
          request: both('Pieprasījums', 'Request'),
          report: both('Ziņojums', 'Report'),
          application: both('Iesniegums', 'Application'),
        },
      },
      channelCode: { codes: channelWords },
      regNo: { label: both('Reģistrācijas numurs', 'Registration number') },
      answerFormCode: {
        label: both('Kādā veidā vēlas atbildi', 'Form of the answer'),
        suggestions: {
          inWriting: both('Rakstveidā', 'In writing'),
          email: both('Pa e-pastu', 'By e-mail'),
          phone: both('Pa tālruni', 'By phone'),
        },
      },
      wishedBy: { label: both('Vēlamais atbildes datums', 'Answer wished by') },
      checklistItemCodes: {
        label: both('Konstatējumi izglītības iestādē', 'What the school has found'),
        suggestions: problemReportSigns,
      },
      withMaterials: {
        label: both('Pievienoti materiāli par paveikto', 'With materials on the work done'),
      },
    },
  },
  'referral.received': {
    title: both('Nodošana saņemta', 'Referral received'),
    act: both('Pierakstīt saņemšanu', 'Record the receipt'),
    fields: {
      howKnownCode: {
        label: both('Kā zināms, ka saņemts', 'How the receipt is known'),
        codes: {
          product: both('Saņemts šajā sistēmā', 'Received in this system'),
          recordedBySender: both('Ierakstīja sūtītājs', 'Recorded by the sender'),
          recordedByReceiver: both('Ierakstīja saņēmējs', 'Recorded by the receiver'),
        },
      },
    },
  },
  'referral.acknowledged': {
    title: both('Saņēmējs izlēmis par pārņemšanu', 'Receiver decided on the takeover'),
    act: both('Pārņemt vai noraidīt', 'Accept or decline'),
    fields: {
      outcomeCode: {
        codes: {
          accepted: both('Pārņemts', 'Accepted'),
          declined: both('Noraidīts', 'Declined'),
          redirected: both('Pāradresēts', 'Redirected'),
        },
      },
      reasonCode: {
        suggestions: {
          notCompetent: both('Nav iestādes kompetencē', 'Not in the institution’s competence'),
          otherMunicipality: both('Atbild cita pašvaldība', 'Another municipality is responsible'),
          alreadyKnown: both('Gadījumu jau vada šī iestāde', 'The case is already managed here'),
          ...otherReason,
        },
      },
      redirectedToId: { label: both('Kurai iestādei pāradresēts', 'Redirected to'), whose: 'institution' },
    },
  },
  'referral.supplementRequested': {
    title: both('Pieprasīts papildinājums', 'Supplement requested'),
    act: both('Pieprasīt papildinājumu', 'Request a supplement'),
    fields: {
      missingCodes: {
        label: both('Kā trūkst', 'What is missing'),
        suggestions: {
          workDone: both('Ziņu par paveikto izglītības iestādē', 'What the school has done'),
          plan: both('Atbalsta plāna', 'The support plan'),
          contacts: both('Vecāku kontaktinformācijas', 'The parents’ contacts'),
          absences: both('Ziņu par kavējumiem', 'Data on absences'),
        },
      },
    },
  },
  'referral.supplemented': {
    title: both('Nosūtīts papildinājums', 'Supplement sent'),
    act: both('Papildināt', 'Supplement'),
    fields: {
      requestId: {
        label: both('Uz kuru pieprasījumu', 'Which request'),
        whose: 'event',
        from: [{ type: 'referral.supplementRequested' }],
      },
    },
  },
  'referral.withdrawn': {
    title: both('Nodošana atsaukta', 'Referral withdrawn'),
    act: both('Atsaukt nodošanu', 'Withdraw a referral'),
    fields: {
      reasonCode: {
        codes: {
          wrongRecipient: both('Nepareizs adresāts', 'Wrong recipient'),
          noLongerNeeded: both('Vairs nav vajadzīgs', 'No longer needed'),
          mistake: both('Nosūtīts kļūdas dēļ', 'Sent by mistake'),
          other: both('Cits iemesls', 'Another reason'),
        },
      },
    },
  },
  'externalContact.made': {
    title: both('Notikusi saziņa ar ārēju iestādi', 'Outside institution contacted'),
    act: both('Pierakstīt saziņu ar ārēju iestādi', 'Record a contact with an outside institution'),
    fields: { firstContactOn: { label: both('Pirmā saziņa', 'First contact on') } },
  },
  'handover.completed': {
    title: both('Gadījuma nodošana pabeigta', 'Handover completed'),
    act: both('Pabeigt gadījuma nodošanu', 'Complete the handover'),
    fields: {
      copiesPassed: { label: both('Nodotas rīcības plāna kopijas', 'Copies of the action plan passed on') },
      summaryPassed: { label: both('Nodots kopsavilkums', 'Summary passed on') },
    },
  },
  'evaluation.completed': {
    title: both('Pabeigts izvērtējums', 'Evaluation completed'),
    act: both('Pierakstīt izvērtējumu un iznākumu', 'Record the evaluation'),
    fields: {
      outcomeCode: {
        codes: {
          notNeeded: both('Citas iestādes nav vajadzīgas', 'Others are not needed'),
          othersNeeded: both('Vajadzīgas citas iestādes', 'Others are needed'),
          critical: both('Gadījums ir kritisks', 'The case is critical'),
          refused: both('Ģimene nepiekrīt sadarbībai', 'The family does not agree to cooperate'),
        },
      },
      targetGroup: { label: both('Klients atbilst mērķa grupai', 'The client is in the target group') },
      clientAgrees: { label: both('Klients piekrīt sadarbībai', 'The client agrees to cooperate') },
    },
  },
  'evaluation.released': {
    title: both('Izvērtējums izsniegts citai iestādei', 'Evaluation released'),
    act: both('Izsniegt izvērtējumu', 'Release an evaluation'),
    fields: {
      evaluationId: {
        label: both('Kurš izvērtējums', 'Which evaluation'),
        whose: 'event',
        from: [{ type: 'evaluation.completed' }],
      },
    },
  },
  'reply.sent': {
    title: both('Nosūtīta atbilde', 'Reply sent'),
    act: both('Nosūtīt atbildi', 'Send the reply'),
    fields: { channelCode: { codes: channelWords } },
  },
  'reply.reported': {
    title: both('Pierakstīta citur saņemta atbilde', 'Reply that came elsewhere recorded'),
    act: both('Pierakstīt citur saņemtu atbildi', 'Record a reply that came elsewhere'),
    fields: {
      bySideCode: {
        label: both('Kas ierakstīja', 'Recorded by'),
        codes: { sender: both('Sūtītājs', 'Sender'), receiver: both('Saņēmējs', 'Receiver') },
      },
      channelCode: { codes: channelWords },
      documentId: { label: both('Dokuments', 'Document'), whose: 'plain' },
      disputed: { label: both('Otra puse nepiekrīt', 'The other side disputes it') },
    },
  },
  'reply.postponed': {
    title: both('Atlikts atbildes termiņš', 'Reply postponed'),
    act: both('Atlikt atbildi ar iemeslu', 'Postpone the reply with a reason'),
    fields: {
      reasonCode: {
        suggestions: {
          missingInformation: both('Trūkst informācijas', 'Information is missing'),
          meetingPending: both('Gaida sanāksmi', 'A meeting is pending'),
          specialistOnLeave: both('Speciālists ir atvaļinājumā', 'The specialist is on leave'),
          parentsAbroad: both('Vecāki ir ārzemēs', 'The parents are abroad'),
          parentsUnreachable: both('Vecāki nav sasniedzami', 'The parents cannot be reached'),
          noSpecialist: both('Nav speciālista', 'There is no specialist'),
          ...otherReason,
        },
      },
    },
  },
  'feedback.given': {
    title: both('Sniegta atgriezeniskā saite', 'Feedback given'),
    act: both('Sniegt atgriezenisko saiti', 'Give feedback'),
    fields: { formCode: { label: both('Kādā veidā', 'Form'), codes: channelWords } },
  },
  'consultation.requested': {
    title: both('Lūgta speciālistu konsultācija', 'Consultation requested'),
    act: both('Lūgt speciālistu konsultāciju', 'Request a consultation'),
    fields: {
      consultationId: { whose: 'new' },
      groundCode: {
        codes: {
          notTakingPart: both(
            'Izglītojamā vai ģimenes līdzdalības trūkums',
            'The learner or the family takes no part',
          ),
          informationUnclear: both(
            'Informācijas trūkst, vai tā ir pretrunīga',
            'Information is missing or contradictory',
          ),
          other: both('Cits pamats', 'Another ground'),
        },
      },
      coordinatorId: { label: both('Kas koordinē', 'Coordinated by'), whose: 'institution' },
    },
  },
  'consultation.held': {
    title: both('Notikusi speciālistu konsultācija', 'Consultation held'),
    act: both('Pierakstīt konsultāciju', 'Record a consultation'),
    fields: { familyPresent: { label: both('Piedalījās ģimene', 'The family was present') } },
  },
  'consultation.refused': {
    title: both('Nav piekrišanas speciālista konsultācijai', 'Consultation refused'),
    act: both('Pierakstīt, ka konsultācijai nepiekrīt', 'Record that a consultation is refused'),
    fields: {
      refusedByCode: {
        label: both('Kas nepiekrīt', 'Refused by'),
        codes: { parents: both('Vecāki', 'Parents'), guardian: both('Aizbildnis', 'Guardian') },
      },
      specialistKindCode: {
        suggestions: {
          familyDoctor: both('Ģimenes ārsts', 'Family doctor'),
          psychologist: both('Psihologs', 'Psychologist'),
          other: both('Cits speciālists', 'Another specialist'),
        },
      },
      childNeedsIt: { label: both('Bērnam konsultācija ir vajadzīga', 'The child needs it') },
    },
  },
  'officialInfo.requested': {
    title: both('Oficiāli pieprasīta informācija', 'Official information requested'),
    act: both('Pierakstīt oficiālu informācijas pieprasījumu', 'Record an official request'),
    fields: {
      requestId: { label: both('Pieprasījums', 'Request'), whose: 'new' },
      fromInstitutionId: { label: both('Kurai iestādei pieprasīts', 'Institution asked') },
      needCode: {
        label: both('Kam tā vajadzīga', 'What it is needed for'),
        suggestions: { learnerSupport: both('Izglītojamā atbalstam', 'For the learner’s support') },
      },
    },
  },
  'officialInfo.answered': {
    title: both('Atbildēts uz informācijas pieprasījumu', 'Request for information answered'),
    act: both('Atbildēt uz informācijas pieprasījumu', 'Answer a request for information'),
    fields: {
      requestId: {
        label: both('Uz kuru pieprasījumu', 'Which request'),
        whose: 'plain',
        from: [{ type: 'officialInfo.requested', field: 'requestId' }],
      },
      outcomeCode: { codes: { answer: both('Atbilde', 'Answer'), refusal: both('Atteikums', 'Refusal') } },
    },
  },
  'complaint.drafted': {
    title: both('Sagatavots sūdzības projekts', 'Complaint drafted'),
    act: both('Sagatavot sūdzības projektu', 'Draft a complaint'),
    fields: { complaintId: { whose: 'new' }, groundCode: { codes: complaintGroundWords } },
  },
  'complaint.filed': {
    title: both('Iesniegta sūdzība', 'Complaint filed'),
    act: both('Iesniegt sūdzību', 'File a complaint'),
    fields: {
      complaintId: { whose: 'new', from: [{ type: 'complaint.drafted', field: 'complaintId' }] },
      aboutInstitutionId: {
        label: both('Par kuru iestādi', 'About which institution'),
        whose: 'institution',
      },
      toInstitutionId: { label: both('Kurai iestādei', 'To which institution'), whose: 'institution' },
      groundCode: { codes: complaintGroundWords },
    },
  },
  'complaint.assessed': {
    title: both('Izvērtēta sūdzība', 'Complaint assessed'),
    act: both('Izvērtēt sūdzību', 'Assess a complaint'),
    fields: {
      outcomeCode: {
        codes: {
          groupConvened: both('Sasaukta sadarbības grupa', 'Cooperation group convened'),
          leadershipInvolved: both('Iesaistīta pašvaldības vadība', 'Municipality’s leadership involved'),
          closed: both('Izskatīšana pabeigta', 'Closed'),
        },
      },
      reasonCode: {
        suggestions: {
          answered: both('Atbilde ir saņemta', 'The answer has come'),
          notFounded: both('Nav pamata', 'Not well-founded'),
          ...otherReason,
        },
      },
    },
  },
  'breach.found': {
    title: both('Konstatēts datu aizsardzības pārkāpums', 'Data breach found'),
    act: both('Pierakstīt datu aizsardzības pārkāpumu', 'Record a data breach'),
    fields: {
      breachId: { whose: 'new' },
      kindCode: {
        codes: {
          wrongRecipient: both('Nepareizs adresāts', 'Wrong recipient'),
          disclosure: both('Dati izpausti', 'Data disclosed'),
          loss: both('Dati zaudēti', 'Data lost'),
          other: both('Cits pārkāpums', 'Another breach'),
        },
      },
    },
  },
  'breach.reported': {
    title: both('Ziņots par datu aizsardzības pārkāpumu', 'Data breach reported'),
    act: both('Pierakstīt, ka par pārkāpumu ziņots', 'Record that the breach was reported'),
  },
  'breach.recorded': {
    title: both('Datu aizsardzības pārkāpums reģistrēts', 'Data breach entered in the record'),
    act: both('Reģistrēt datu aizsardzības pārkāpumu', 'Enter the breach in the record'),
    fields: { recordedAt: { label: both('Reģistrēšanas laiks', 'Recorded at') } },
  },
  'resources.requested': {
    title: both('Lūgts nodrošināt atbalsta personālu', 'Support staff requested'),
    act: both('Lūgt nodrošināt atbalsta personālu', 'Request support staff'),
    fields: {
      requestId: { label: both('Lūgums', 'Request'), whose: 'new' },
      kindCode: {
        label: both('Kāds speciālists vajadzīgs', 'Specialist needed'),
        suggestions: {
          psychologist: both('Psihologs', 'Psychologist'),
          socialPedagogue: both('Sociālais pedagogs', 'Social pedagogue'),
          speechTherapist: both('Logopēds', 'Speech therapist'),
        },
      },
    },
  },
  'resources.answered': {
    title: both('Atbildēts par atbalsta personālu', 'Request for support staff answered'),
    act: both('Atbildēt par atbalsta personālu', 'Answer on support staff'),
    fields: {
      requestId: {
        label: both('Uz kuru lūgumu', 'Which request'),
        whose: 'plain',
        from: [{ type: 'resources.requested', field: 'requestId' }],
      },
      outcomeCode: {
        suggestions: {
          provided: both('Speciālists nodrošināts', 'Provided'),
          notAvailable: both('Speciālista nav', 'Not available'),
        },
      },
    },
  },
};
