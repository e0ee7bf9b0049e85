/** Signs on the checklist for turning to the social service (S annex 2, part 1), in its order. */
import { both } from './both.ts';
import type { Suggestions } from './fact-words.ts';

export const problemReportSigns: Suggestions = {
  hygiene: both('Netiek nodrošināta bērna higiēna', 'The child’s hygiene is not looked after'),
  healthCare: both(
    'Netiek nodrošināta bērna veselības aprūpe',
    'The child’s health care is not looked after',
  ),
  food: both(
    'Aizdomas, ka netiek nodrošināts pilnvērtīgs uzturs',
    'Suspicion that the child is not fed well',
  ),
  housing: both(
    'Pazīmes, ka nav bērna attīstībai atbilstoša mājokļa',
    'Signs that the home does not fit the child’s development',
  ),
  clothing: both(
    'Nav vecumam un sezonai atbilstoša apģērba un apavu',
    'No clothes and shoes fit for age and season',
  ),
  learningMaterials: both('Nav personisko mācību materiālu', 'No learning materials of the child’s own'),
  resources: both(
    'Pazīmes, ka ģimenei trūkst līdzekļu dalībai pasākumos',
    'Signs that the family lacks means for school events',
  ),
  conflictWithParents: both('Konfliktējošas attiecības ar vecākiem', 'Conflicts with the parents'),
  sleep: both('Bērns regulāri nav izgulējies', 'The child regularly lacks sleep'),
  parentsDoNotAttend: both(
    'Vecāki neapmeklē sapulces, neierodas uz sarunām',
    'The parents do not come to meetings or talks',
  ),
  parentsDoNotAnswer: both('Vecāki neatbild 2–3 dienu laikā', 'The parents do not answer within 2–3 days'),
  invitationIgnored: both(
    'Vecāki neierodas arī pēc oficiāla uzaicinājuma',
    'The parents do not come on an official invitation either',
  ),
  socialPedagogueNotUsed: both(
    'Vecāki neizmanto sociālā pedagoga atbalstu',
    'The parents do not use the social pedagogue’s support',
  ),
  psychologistNotUsed: both(
    'Vecāki neizmanto psihologa atbalstu',
    'The parents do not use the psychologist’s support',
  ),
  agreementsNotKept: both('Vecāki nepilda panāktās vienošanās', 'The parents do not keep what was agreed'),
  plainLanguage: both(
    'Saziņā ar vecākiem vajadzīga vieglā valoda',
    'Plain language is needed with the parents',
  ),
  unexcusedAbsence: both('Neattaisnoti stundu kavējumi', 'Lessons missed without excuse'),
};
