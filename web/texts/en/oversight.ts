import type { EnglishTexts } from '../texts.ts';

export const oversight: EnglishTexts['oversight'] = {
  text: 'Only the cases whose log of looks you may read. That you looked here is recorded in the case, too.',
  emergencies: 'Accesses in an emergency',
  noEmergencies: 'Nobody has used access in an emergency.',
  exclusions: 'Persons who must not see a case',
  noExclusions: 'Nobody is excluded.',
  case: 'Case',
  who: 'Who and when',
  reason: 'Reason',
  review: 'Review',
  stretch: '{{from}} – {{until}}',
  notReviewed: 'Not reviewed yet',
  doReview: 'Review',
  doReviewOf: 'Review: case {{number}}, {{who}}',
  person: 'Person',
  ground: 'Ground',
  atFirst: 'Named in the first record',
  since: 'Since, and by whom',
  bySelf: 'the person themselves',
};
