/**
 * Invented names and words of learners that occur nowhere else, so that a trace of one outside the sealed columns is
 * a leak. Tests take what they say of learners from here; every full run ends with a search for all of them.
 */
export const markers = {
  firstName: 'Žermēna',
  lastName: 'Ķirškalne-Ūdrupe',
  className: '5.žņ',
  words: 'Žermēna trīs nedēļas nav bijusi skolā, rokas zilumos; “mamma sita”.',
  contact: 'Gundegunde Ķirškalne-Ūdrupe',
  phone: '+371 29 417 386',
  address: 'Vēršupītes iela 7-13, Ozolkalns',
} as const;

/** How a write says who the learner is. */
export const markedLearner = {
  firstName: markers.firstName,
  lastName: markers.lastName,
  className: markers.className,
} as const;

/** Whatever a person writes about a case: names, what happened, how to reach the family. */
export const markedWords = `${markers.words} ${markers.contact}, ${markers.phone}, ${markers.address}.`;

/** What is searched for. The class alone is too short to mean anything by itself. */
export const searchedMarkers: readonly string[] = [
  markers.firstName,
  markers.lastName,
  'rokas zilumos',
  'mamma sita',
  'Gundegunde',
  markers.phone,
  '29417386',
  'Vēršupītes',
];
