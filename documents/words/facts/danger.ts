/**
 * Words of the facts of danger and incidents. Nothing may sound as if the product itself told anybody (rules of
 * conduct 2): one records whom one has told.
 */
import type { dangerVocabulary } from '../../../domain/dossier/vocabulary/danger.ts';
import { both } from './both.ts';
import {
  channelWords,
  dangerChannelWords,
  dangerRecipientWords,
  institutionKindWords,
  otherReason,
  situationWords,
  subjectWords,
} from './code-words.ts';
import type { WordsOf } from './fact-words.ts';

export const dangerWords: WordsOf<typeof dangerVocabulary> = {
  'danger.seen': {
    title: both('Pamanīta bīstama situācija', 'Danger seen'),
    act: both('Pierakstīt bīstamu situāciju', 'Record a danger seen'),
    fields: { kindCode: { label: both('Situācija', 'Situation'), codes: situationWords } },
  },
  'danger.suspected': {
    title: both('Radušās aizdomas par bērna apdraudējumu', 'Danger to a child suspected'),
    act: both('Pierakstīt aizdomas par apdraudējumu', 'Record a suspected danger'),
    fields: {
      kindCode: { label: both('Situācija', 'Situation'), codes: situationWords },
      ageUnder7: { label: both('Bērns ir jaunāks par 7 gadiem', 'The child is under 7') },
    },
  },
  'danger.reported': {
    title: both('Ziņots par bērna apdraudējumu', 'Danger reported'),
    act: both('Pierakstīt, kam ziņots', 'Record who was told'),
    fields: {
      dangerId: {
        label: both('Par kuru apdraudējumu', 'Which danger'),
        whose: 'event',
        from: [{ type: 'danger.suspected' }],
      },
      recipientKindCode: { label: both('Kam ziņots', 'Who was told'), codes: dangerRecipientWords },
      recipientId: { label: both('Kurai iestādei', 'Which institution'), whose: 'institution' },
      channelCode: { codes: dangerChannelWords },
      writtenFollowsNeeded: { label: both('Jāziņo arī rakstveidā', 'A written report has to follow') },
    },
  },
  'danger.receiptConfirmed': {
    title: both('Apstiprināts, ka ziņojums saņemts', 'Receipt of the report confirmed'),
    act: both('Pierakstīt, ka ziņojums saņemts', 'Record that the report was received'),
    fields: {
      reportId: {
        label: both('Kurš ziņojums', 'Which report'),
        whose: 'event',
        from: [{ type: 'danger.reported' }],
      },
    },
  },
  'incident.headTold': {
    title: both('Ziņots iestādes vadītājam vai pilnvarotajai personai', 'Head told of the incident'),
    act: both('Pierakstīt, ka ziņots vadītājam', 'Record that the head was told'),
    fields: { dangerContinues: { label: both('Apdraudējums turpinās', 'The danger goes on') } },
  },
  'incident.recorded': {
    title: both('Pierakstīts drošības incidents', 'Incident recorded'),
    act: both('Pierakstīt drošības incidentu', 'Record an incident'),
    fields: {
      incidentId: { whose: 'new' },
      kindCodes: {
        label: both('Kas notika', 'What happened'),
        suggestions: {
          violence: both('Vardarbība', 'Violence'),
          threat: both('Draudi', 'Threats'),
          dangerousItem: both('Bīstams priekšmets', 'Dangerous item'),
          intoxication: both('Apreibinošo vielu lietošana', 'Intoxicating substances'),
          other: both('Cits incidents', 'Another incident'),
        },
      },
      learnerIds: { label: both('Iesaistītie izglītojamie', 'Learners involved') },
      adultLearner: { label: both('Izglītojamais ir pilngadīgs', 'The learner is of age') },
    },
  },
  'incident.markedExtraordinary': {
    title: both('Incidents atzīts par ārkārtas gadījumu', 'Incident marked as extraordinary'),
    act: both('Atzīmēt kā ārkārtas gadījumu', 'Mark the incident as extraordinary'),
    fields: {
      groundCode: {
        codes: {
          extraordinary: both('Ārkārtas gadījums', 'Extraordinary case'),
          substantialThreat: both('Būtisks drošības apdraudējums', 'Substantial threat to safety'),
        },
      },
    },
  },
  'incident.ended': {
    title: both('Drošības incidents beidzies', 'Incident ended'),
    act: both('Pierakstīt incidenta beigas', 'Record the end of the incident'),
  },
  'incident.planMade': {
    title: both('Pēc incidenta izstrādāts atbalsta plāns', 'Support plan made after the incident'),
    act: both('Pierakstīt plānu pēc incidenta', 'Record the plan after the incident'),
    fields: { planId: { whose: 'new' } },
  },
  'incident.noImprovement': {
    title: both('Pēc incidenta nav uzlabojumu', 'No improvement after the incident'),
    act: both('Pierakstīt, ka uzlabojumu nav', 'Record that there is no improvement'),
    fields: {
      reasonCode: {
        codes: {
          noImprovement: both('Nav uzlabojumu', 'No improvement'),
          parentsRefuse: both('Vecāki nepiekrīt sadarbībai', 'The parents do not cooperate'),
        },
      },
    },
  },
  'incident.recurred': {
    title: both('Drošības incidents atkārtojies', 'Incident happened again'),
    act: both('Pierakstīt atkārtotu incidentu', 'Record a repeated incident'),
    fields: {
      earlierIncidentId: {
        label: both('Iepriekšējais incidents', 'Earlier incident'),
        whose: 'plain',
        from: [{ type: 'incident.recorded', field: 'incidentId' }],
      },
    },
  },
  'limit.decided': {
    title: both('Nolemts ierobežot pārvietošanos', 'Movement limited'),
    act: both('Pierakstīt pārvietošanās ierobežojumu', 'Record a limit of movement'),
    fields: {
      placeCode: { label: both('Telpa', 'Room') },
      reasonCode: {
        suggestions: {
          threatToOthers: both('Apdraud citus', 'A threat to others'),
          threatToSelf: both('Apdraud sevi', 'A threat to oneself'),
          ...otherReason,
        },
      },
      scopeCode: {
        codes: {
          learner: both('Izglītojamais', 'The learner'),
          class: both('Klase vai grupa', 'The class or group'),
        },
      },
    },
  },
  'limit.ended': {
    title: both('Pārvietošanās ierobežojums beidzies', 'Limit of movement ended'),
    act: both('Pierakstīt ierobežojuma beigas', 'Record the end of the limit'),
  },
  'search.refused': {
    title: both('Izglītojamais atteicies uzrādīt mantas', 'Belongings not shown'),
    act: both('Pierakstīt atteikumu uzrādīt mantas', 'Record that belongings were not shown'),
    fields: { refusedAt: { label: both('Atteikuma laiks', 'Refused at') } },
  },
  'search.itemFound': {
    title: both('Mantu pārbaudē atrasts priekšmets', 'Item found'),
    act: both('Pierakstīt atrastu priekšmetu', 'Record an item found'),
    fields: {
      itemCode: {
        label: both('Priekšmets', 'Item'),
        suggestions: {
          weapon: both('Ierocis', 'Weapon'),
          knife: both('Nazis', 'Knife'),
          alcohol: both('Alkohols', 'Alcohol'),
          drugs: both('Narkotiskās vielas', 'Drugs'),
        },
      },
      dangerous: { label: both('Bīstams', 'Dangerous') },
      foundAt: { label: both('Atrašanas laiks', 'Found at') },
    },
  },
  'search.recorded': {
    title: both('Sastādīts mantu pārbaudes akts', 'Search put on record'),
    act: both('Pierakstīt mantu pārbaudes aktu', 'Record the search act'),
    fields: {
      actNo: { label: both('Akta numurs', 'Number of the act') },
      drawnUpByCode: {
        label: both('Kas sastādīja', 'Drawn up by'),
        codes: { head: both('Iestādes vadītājs', 'The head'), police: both('Policija', 'The police') },
      },
      copies: { label: both('Eksemplāru skaits', 'Number of copies') },
    },
  },
  'founder.informed': {
    title: both('Informēts dibinātājs', 'Founder informed'),
    act: both('Pierakstīt, ka dibinātājs informēts', 'Record that the founder was informed'),
    fields: {
      kindCode: {
        label: both('Par ko', 'About'),
        codes: {
          emergency: both('Ārkārtas gadījums', 'An emergency'),
          nextSteps: both('Turpmākie sadarbības soļi', 'The next steps'),
          violence: both('Vardarbība pret darbinieku', 'Violence against staff'),
        },
      },
    },
  },
  'parents.informed': {
    title: both('Informēti vecāki', 'Parents informed'),
    act: both('Pierakstīt, ka vecāki informēti', 'Record that the parents were informed'),
    fields: {
      subjectCode: { codes: subjectWords },
      channelCode: { codes: channelWords },
      parentIds: { label: both('Kuri vecāki', 'Which parents'), whose: 'parent' },
      inWriting: { label: both('Rakstveidā', 'In writing') },
    },
  },
  'police.informed': {
    title: both('Informēta policija', 'Police informed'),
    act: both('Pierakstīt, ka policija informēta', 'Record that the police were informed'),
    fields: {
      policeKindCode: {
        label: both('Kura policija', 'Which police'),
        codes: {
          statePolice: institutionKindWords.statePolice,
          municipalPolice: institutionKindWords.municipalPolice,
        },
      },
      channelCode: { codes: dangerChannelWords },
    },
  },
  'municipality.informed': {
    title: both('Informēta pašvaldība', 'Municipality informed'),
    act: both('Pierakstīt, ka pašvaldība informēta', 'Record that the municipality was informed'),
    fields: {
      subjectCode: { codes: subjectWords },
      decisionCode: {
        codes: {
          individualPlan: both('Individuālais plāns', 'Individual plan'),
          remoteLearning: both('Attālinātās mācības', 'Remote learning'),
          other: both('Cits lēmums', 'Another decision'),
        },
      },
    },
  },
  'institution.informed': {
    title: both('Informēta iestāde', 'Institution informed'),
    act: both('Pierakstīt, ka iestāde informēta', 'Record that an institution was informed'),
    fields: { subjectCode: { codes: subjectWords }, channelCode: { codes: channelWords } },
  },
  'remoteLearning.granted': {
    title: both('Noteiktas attālinātās mācības', 'Remote learning granted'),
    act: both('Pierakstīt attālinātās mācības', 'Record remote learning'),
  },
  'remoteLearning.ended': {
    title: both('Attālinātās mācības beigušās', 'Remote learning ended'),
    act: both('Pierakstīt attālināto mācību beigas', 'Record the end of remote learning'),
  },
  'remoteLearning.converted': {
    title: both(
      'Attālināto mācību vietā izstrādāts individuālais plāns',
      'Remote learning turned into a plan',
    ),
    act: both('Pierakstīt individuālo plānu', 'Record the individual plan'),
    fields: { planId: { label: both('Individuālais plāns', 'Individual plan'), whose: 'new' } },
  },
  'emergency.found': {
    title: both('Bērns ir dzīvībai vai veselībai bīstamos apstākļos', 'Child found in dangerous conditions'),
    act: both('Pierakstīt bīstamus apstākļus', 'Record dangerous conditions'),
    fields: {
      municipalityId: { label: both('Pašvaldība, kurā bērns atrodas', 'Municipality where the child is') },
      conditionCode: {
        label: both('Apstākļi', 'Conditions'),
        codes: {
          shelter: both('Nav droša patvēruma', 'No safe shelter'),
          warmth: both('Nav siltuma', 'No warmth'),
          clothing: both('Nav piemērota apģērba', 'No fit clothing'),
          food: both('Nav piemērota uztura', 'No fit food'),
          violence: both('Vardarbība', 'Violence'),
          other: both('Citi apstākļi', 'Other conditions'),
        },
      },
    },
  },
  'emergency.helped': {
    title: both('Bērnam sniegta tūlītēja palīdzība', 'Immediate help given'),
    act: both('Pierakstīt sniegto palīdzību', 'Record the help given'),
    fields: {
      helpCode: {
        label: both('Palīdzība', 'Help'),
        suggestions: {
          shelter: both('Patvērums', 'Shelter'),
          food: both('Uzturs', 'Food'),
          clothing: both('Apģērbs', 'Clothing'),
          medical: both('Medicīniskā palīdzība', 'Medical help'),
        },
      },
      residenceMunicipalityId: {
        label: both('Informētā dzīvesvietas pašvaldība', 'Municipality of residence told'),
        whose: 'institution',
      },
    },
  },
};
