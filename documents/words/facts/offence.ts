/** Words of the facts of offences, police and commission, of bullying and of violence against staff. */
import type { offenceVocabulary } from '../../../domain/dossier/vocabulary/offence.ts';
import { both } from './both.ts';
import { channelWords, otherReason } from './code-words.ts';
import type { WordsOf } from './fact-words.ts';

export const offenceWords: WordsOf<typeof offenceVocabulary> = {
  'offence.stopped': {
    title: both('Apturēta prettiesiska rīcība', 'Unlawful act stopped'),
    act: both('Pierakstīt prettiesisku rīcību', 'Record an unlawful act'),
    fields: {
      offenceCode: {
        label: both('Kāda rīcība', 'What act'),
        suggestions: {
          theft: both('Zādzība', 'Theft'),
          violence: both('Vardarbība', 'Violence'),
          propertyDamage: both('Mantas bojāšana', 'Damage to property'),
          substances: both('Apreibinošo vielu lietošana', 'Intoxicating substances'),
        },
      },
      ageAtOffence: { label: both('Vecums rīcības brīdī', 'Age at the time') },
    },
  },
  'offence.reported': {
    title: both('Vadītājam ziņots par prettiesisku rīcību', 'Unlawful act reported to the head'),
    act: both('Pierakstīt, ka vadītājam ziņots par rīcību', 'Record that the head was told of the act'),
  },
  'police.infoRequested': {
    title: both('Policija pieprasījusi papildu informāciju', 'Police asked for more information'),
    act: both('Pierakstīt policijas pieprasījumu', 'Record a request of the police'),
    fields: {
      askedFor: {
        label: both('Kas pieprasīts', 'What was asked for'),
        suggestions: {
          eventDescription: both('Notikumu apraksts', 'Description of events'),
          testimony: both('Liecības', 'Testimony'),
          documents: both('Dokumenti', 'Documents'),
        },
      },
    },
  },
  'police.caseReceived': {
    title: both('Policija saņēmusi ziņojumu', 'Case received by the police'),
    act: both('Pierakstīt, ka policija saņēmusi ziņojumu', 'Record the receipt by the police'),
  },
  'police.assessed': {
    title: both('Policija izvērtējusi ziņojumu', 'Case assessed by the police'),
    act: both('Pierakstīt policijas izvērtējumu', 'Record the assessment of the police'),
    fields: {
      outcomeCode: {
        codes: {
          warned: both('Izteikts brīdinājums', 'Warned'),
          processStarted: both('Sākts process', 'Process started'),
          refused: both('Atteikts sākt procesu', 'Process refused'),
        },
      },
      alsoWarned: { label: both('Izteikts arī brīdinājums', 'Also warned') },
      reasonCode: {
        label: both('Atteikuma iemesls', 'Reason of the refusal'),
        suggestions: {
          noOffence: both('Nav pārkāpuma pazīmju', 'No signs of an offence'),
          ageBelowLiability: both('Nav sasniegts atbildības vecums', 'Below the age of liability'),
          ...otherReason,
        },
      },
    },
  },
  'police.caseForwarded': {
    title: both('Lieta nosūtīta administratīvajai komisijai', 'Case forwarded to the commission'),
    act: both('Pierakstīt nosūtīšanu administratīvajai komisijai', 'Record the forwarding to the commission'),
  },
  'commission.caseReceived': {
    title: both('Administratīvā komisija saņēmusi lietu', 'Case received by the commission'),
    act: both('Pierakstīt, ka komisija saņēmusi lietu', 'Record the receipt by the commission'),
  },
  'commission.docsRequested': {
    title: both('Komisija pieprasījusi dokumentus', 'Documents asked for by the commission'),
    act: both('Pierakstīt komisijas pieprasījumu', 'Record a request of the commission'),
    fields: {
      institutionId: { label: both('Kurai iestādei pieprasīts', 'Institution asked') },
      docCode: {
        label: both('Dokuments', 'Document'),
        codes: {
          characterisation: both('Raksturojums', 'Characterisation'),
          livingConditions: both('Izziņa par sadzīves apstākļiem', 'Statement on living conditions'),
          other: both('Cits dokuments', 'Another document'),
        },
      },
    },
  },
  'commission.sittingSet': {
    title: both('Noteikta sēde', 'Sitting set'),
    act: both('Pierakstīt sēdes datumu', 'Record a sitting'),
    fields: {
      sittingId: { whose: 'new' },
      date: { label: both('Sēdes datums', 'Day of the sitting') },
      bodyCode: {
        label: both('Kas izskata', 'Before whom'),
        codes: {
          commission: both('Administratīvā komisija', 'Administrative commission'),
          court: both('Tiesa', 'Court'),
        },
      },
    },
  },
  'commission.opinionGiven': {
    title: both('Sēdē sniegts viedoklis', 'Opinion given at the sitting'),
    act: both('Pierakstīt sniegto viedokli', 'Record the opinion given'),
    fields: {
      byInstitutionId: { label: both('Kura iestāde sniedza', 'Given by'), whose: 'institution' },
      attended: { label: both('Piedalījās sēdē', 'Attended the sitting') },
    },
  },
  'commission.decided': {
    title: both('Administratīvā komisija pieņēmusi lēmumu', 'Commission decided'),
    act: both('Pierakstīt komisijas lēmumu', 'Record the commission’s decision'),
    fields: {
      decisionCode: {
        suggestions: {
          warning: both('Brīdinājums', 'A warning'),
          correctiveMeasure: both(
            'Audzinoša rakstura piespiedu līdzeklis',
            'A compulsory measure of correctional nature',
          ),
          penalty: both('Sods', 'A penalty'),
          terminated: both('Process izbeigts', 'Process ended'),
        },
      },
    },
  },
  'info.sent': {
    title: both('Sniegta pieprasītā informācija', 'Information sent'),
    act: both('Pierakstīt sniegto informāciju', 'Record the information sent'),
    fields: {
      requestId: {
        label: both('Uz kuru pieprasījumu', 'Which request'),
        whose: 'event',
        from: [
          { type: 'police.infoRequested' },
          { type: 'commission.docsRequested' },
          { type: 'court.infoRequested', field: 'requestId' },
        ],
      },
      channelCode: { codes: channelWords },
    },
  },
  'art58.groundFound': {
    title: both(
      'Konstatēts pamats profilakses lietai (58. pants)',
      'Ground of a prevention file found (section 58)',
    ),
    act: both('Pierakstīt pamatu profilakses lietai', 'Record a ground of a prevention file'),
    fields: {
      groundNo: {
        label: both('Kurš gadījums', 'Which case'),
        codes: {
          '1': both('1) izdarījis noziedzīgu nodarījumu', '1) has committed a criminal offence'),
          '2': both(
            '2) atzīts par vainīgu noziedzīga nodarījuma izdarīšanā, bet sods nav saistīts ar brīvības atņemšanu',
            '2) found guilty of a criminal offence, the penalty not being deprivation of liberty',
          ),
          '3': both('3) atbrīvots no kriminālatbildības', '3) released from criminal liability'),
          '4': both(
            '4) atbrīvots no ieslodzījuma vai soda izciešanas vietas',
            '4) released from imprisonment or a place of punishment',
          ),
          '5': both(
            '5) izdarījis Krimināllikumā paredzētās prettiesiskās darbības pirms 14 gadu vecuma sasniegšanas',
            '5) has done what the Criminal Law punishes before the age of 14',
          ),
          '6': both(
            '6) vairāk nekā divas reizes izdarījis administratīvo pārkāpumu',
            '6) has committed more than two administrative offences',
          ),
          '7': both(
            '7) ubago, klaiņo vai veic citas darbības, kas var novest pie prettiesiskas rīcības',
            '7) begs, roams or does what may lead to unlawful acts',
          ),
        },
      },
    },
  },
  'preventionFile.opened': {
    title: both('Iekārtota profilakses lieta', 'Prevention file opened'),
    act: both('Iekārtot profilakses lietu', 'Open a prevention file'),
    fields: {
      fileId: { whose: 'new' },
      programmeId: { label: both('Sociālās korekcijas programma', 'Correction programme') },
      ownerInstitutionId: { label: both('Kura iestāde iekārtoja', 'Opened by'), whose: 'institution' },
      partInstitutionIds: {
        label: both('Iestādes, kas sagatavo savu daļu', 'Institutions that prepare a part'),
        whose: 'institution',
      },
    },
  },
  'preventionFile.partReceived': {
    title: both('Saņemta profilakses lietas daļa', 'Part of the prevention file received'),
    act: both('Pierakstīt saņemto daļu', 'Record a part received'),
  },
  'bullying.seen': {
    title: both('Pamanīta ņirgāšanās', 'Bullying seen'),
    act: both('Pierakstīt pamanītu ņirgāšanos', 'Record bullying seen'),
    fields: { seenAt: { label: both('Pamanīšanas laiks', 'Seen at') } },
  },
  'bullying.stopped': {
    title: both('Ņirgāšanās apturēta', 'Bullying stopped'),
    act: both('Pierakstīt, ka ņirgāšanās apturēta', 'Record that bullying was stopped'),
    fields: {
      stoppedAt: { label: both('Apturēšanas laiks', 'Stopped at') },
      victimSafe: { label: both('Upuris ir drošībā', 'The victim is safe') },
    },
  },
  'bullying.talkHeld': {
    title: both('Notikušas pārrunas par ņirgāšanos', 'Talk about bullying held'),
    act: both('Pierakstīt pārrunas par ņirgāšanos', 'Record a talk about bullying'),
    fields: {
      participantRoleCodes: {
        label: both('Pārrunu dalībnieki', 'Participants'),
        codes: {
          victim: both('Upuris', 'Victim'),
          bystander: both('Vērotājs', 'Bystander'),
          offender: both('Pāridarītājs', 'Offender'),
          parents: both('Vecāki', 'Parents'),
          classTeacher: both('Klases audzinātājs', 'Class teacher'),
          principal: both('Iestādes vadītājs', 'Principal'),
          supportTeam: both('Atbalsta komanda', 'Support team'),
        },
      },
      followUpNeeded: { label: both('Vajadzīgas atkārtotas pārrunas', 'Another talk is needed') },
      resultCode: {
        codes: {
          helps: both('Pārrunas palīdz', 'Talks help'),
          doesNotHelp: both('Pārrunas nepalīdz', 'Talks do not help'),
        },
      },
      stepNos: {
        label: both('Veiktie soļi (15. tabula)', 'Steps taken (table 15)'),
        codes: {
          '1': both('1. solis', 'Step 1'),
          '2': both('2. solis', 'Step 2'),
          '3': both('3. solis', 'Step 3'),
          '4': both('4. solis', 'Step 4'),
          '5': both('5. solis', 'Step 5'),
          '6': both('6. solis', 'Step 6'),
          '7': both('7. solis', 'Step 7'),
          '8': both('8. solis', 'Step 8'),
          '9': both('9. solis', 'Step 9'),
        },
      },
    },
  },
  'staffVictim.harmed': {
    title: both('Notikusi vardarbība pret darbinieku', 'Violence against a member of staff'),
    act: both('Pierakstīt vardarbību pret darbinieku', 'Record violence against a member of staff'),
    fields: { employeeId: { label: both('Darbinieks', 'Member of staff'), whose: 'person' } },
  },
  'staffVictim.reported': {
    title: both('Vadītājam ziņots par vardarbību pret darbinieku', 'Violence against staff reported'),
    act: both('Pierakstīt, ka vadītājam ziņots par vardarbību', 'Record the report to the head'),
  },
  'staffVictim.supported': {
    title: both('Darbiniekam sniegts atbalsts', 'Member of staff supported'),
    act: both('Pierakstīt darbiniekam sniegto atbalstu', 'Record the support given to staff'),
    fields: {
      passedToLawEnforcement: {
        label: both('Informācija nodota tiesībaizsardzības iestādēm', 'Passed on to law enforcement'),
      },
    },
  },
};
