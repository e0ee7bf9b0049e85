/** What the free text of a fact is: of an answer it is the answer itself, not something that others “need to know”. */
export type WordsName = 'any' | 'reason' | 'sent' | 'decision' | 'asked' | 'given' | 'answer' | 'evaluation';

const names: Readonly<Record<string, WordsName>> = {
  'referral.sent': 'sent',
  'referral.acknowledged': 'decision',
  'referral.supplementRequested': 'asked',
  'referral.supplemented': 'given',
  'reply.sent': 'answer',
  'reply.reported': 'answer',
  'evaluation.completed': 'evaluation',
  'fact.withdrawn': 'reason',
  'duty.postponed': 'reason',
  'duty.waived': 'reason',
  'duty.reopened': 'reason',
  'case.closed': 'reason',
  'concern.closed': 'reason',
  'case.reopened': 'reason',
};

export function wordsNameOf(type: string): WordsName {
  return names[type] ?? 'any';
}
