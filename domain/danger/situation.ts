/**
 * Situations in which somebody must be told that a child is in danger: one code per row of table 7 with its
 * additions (duties page, section 3), and `unclear` where no row fits.
 */
export const dangerSituations = [
  'physicalViolenceEvident',
  'injuriesUnexplained',
  'afraidToGoHome',
  'physicalViolenceSuspected',
  'sexualViolence',
  'emotionalViolenceSevere',
  'emotionalViolenceSingle',
  'neglect',
  'youngChildUnsupervised',
  'acuteDanger',
  'adultsThreaten',
  'learnerIntoxicated',
  'unlawfulAct',
  'violenceAtSchool',
  'broughtToSafetyByForce',
  'suicidalSigns',
  'byOfficial',
  'unclear',
] as const;
export type DangerSituation = (typeof dangerSituations)[number];

/** Who may be told of danger to a child (Child Protection Law 73; municipal police: K 5.10). */
export const dangerRecipients = [
  'statePolice',
  'municipalPolice',
  'orphansCourt',
  'childProtectionCentre',
  'socialService',
] as const;
export type DangerRecipient = (typeof dangerRecipients)[number];
