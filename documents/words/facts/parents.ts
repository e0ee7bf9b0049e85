/** Words of the facts of contact with parents, and of what a person submits. */
import type { parentsVocabulary } from '../../../domain/dossier/vocabulary/parents.ts';
import { both } from './both.ts';
import { contactChannelWords, otherReason } from './code-words.ts';
import type { WordsOf } from './fact-words.ts';

export const parentsWords: WordsOf<typeof parentsVocabulary> = {
  'parents.unreachableConfirmed': {
    title: both('Apstiprināts, ka vecāki nav sasniedzami', 'Parents confirmed as unreachable'),
    act: both('Apstiprināt, ka vecāki nav sasniedzami', 'Confirm that the parents are unreachable'),
    fields: {
      groundCode: {
        codes: {
          attemptsFailed: both('Mēģinājumi sazināties nav izdevušies', 'Attempts without success'),
          noAnswerInDays: both('Vairākas dienas nav atbildes', 'No answer for days'),
          invitationIgnored: both(
            'Nav ieradušies pēc oficiāla uzaicinājuma',
            'Did not come on an official invitation',
          ),
        },
      },
      riskCode: {
        label: both('Kas ir apdraudēts', 'What is at risk'),
        codes: {
          welfare: both('Izglītojamā labklājība', 'The learner’s welfare'),
          results: both('Mācību rezultāti', 'Learning results'),
          rights: both('Izglītojamā tiesības', 'The learner’s rights'),
        },
      },
    },
  },
  'contact.attempted': {
    title: both('Mēģināts sazināties ar vecākiem', 'Contact with the parents attempted'),
    act: both('Pierakstīt saziņas mēģinājumu', 'Record a contact attempt'),
    fields: {
      channelCode: { codes: contactChannelWords },
      attemptedAt: { label: both('Mēģinājuma laiks', 'Attempted at') },
      resultCode: {
        codes: {
          reached: both('Izdevās sazināties', 'Reached'),
          noAnswer: both('Neatbildēja', 'No answer'),
          messageLeft: both('Atstāta ziņa', 'Message left'),
          notDelivered: both('Ziņa nav piegādāta', 'Not delivered'),
          refused: both('Nevēlējās runāt', 'Did not want to talk'),
        },
      },
    },
  },
  'parents.invited': {
    title: both('Vecāki uzaicināti uz sarunu', 'Parents invited'),
    act: both('Pierakstīt uzaicinājumu vecākiem', 'Record an invitation of the parents'),
    fields: {
      official: { label: both('Oficiāls uzaicinājums', 'Official invitation') },
      inviteFor: { label: both('Uz kuru datumu', 'Invited for') },
      cameCode: {
        label: both('Vai ieradās', 'Did they come'),
        codes: {
          came: both('Ieradās', 'Came'),
          notCome: both('Neieradās', 'Did not come'),
          unknown: both('Vēl nav zināms', 'Not known yet'),
        },
      },
    },
  },
  'parents.reached': {
    title: both('Izdevies sazināties ar vecākiem', 'Parents reached'),
    act: both('Pierakstīt, ka izdevās sazināties', 'Record that the parents were reached'),
  },
  'submission.received': {
    title: both('Saņemts personas iesniegums', 'Submission received'),
    act: both('Pierakstīt saņemtu iesniegumu', 'Record a submission'),
    fields: { submissionId: { whose: 'new' } },
  },
  'submission.prolonged': {
    title: both('Pagarināts iesnieguma izskatīšanas termiņš', 'Submission prolonged'),
    act: both('Pagarināt iesnieguma izskatīšanu', 'Prolong a submission'),
    fields: {
      noticeOn: { label: both('Kad par to paziņots', 'Told on') },
      reasonCode: {
        suggestions: {
          factFinding: both('Jānoskaidro fakti', 'Facts have to be found out'),
          otherInstitution: both('Gaida ziņas no citas iestādes', 'Waiting for another institution'),
          ...otherReason,
        },
      },
    },
  },
  'submission.answered': {
    title: both('Atbildēts uz iesniegumu', 'Submission answered'),
    act: both('Pierakstīt atbildi uz iesniegumu', 'Record the answer to a submission'),
  },
};
