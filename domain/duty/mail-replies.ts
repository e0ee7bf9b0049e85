/** Replies that came by mail, and what the waiting person said of them (rules of conduct 20). */
import { compareFacts, type Fact, factsOf } from '../dossier/facts.ts';
import type { Instant } from '../time.ts';
import type { MatchContext } from './match.ts';

/** The reply that is the answer, with the word of the person who said so. */
export type MailAnswer = { readonly reply: Fact; readonly confirmedBy: Fact };

type Verdict = { readonly fact: Fact; readonly isAnswer: boolean; readonly replyId: string | undefined };

/** Replies to the duty that nobody has judged yet: while there is one, late notices and rungs are held. */
export function unjudgedReplies(key: string, context: MatchContext): readonly Fact[] {
  const verdicts = verdictsOf(key, context);
  return repliesOf(key, context).filter((reply) => verdictOn(reply, verdicts) === null);
}

/**
 * The earliest reply that was confirmed as the answer: it settles the duty as of the moment at which it came, without
 * a second entry. A word given before the duty was reopened counts no more.
 */
export function mailAnswer(
  key: string,
  context: MatchContext,
  reopenedAt: Instant | null,
): MailAnswer | null {
  const replies = repliesOf(key, context);
  const verdicts = verdictsOf(key, context);
  const answers = replies.flatMap((reply): readonly MailAnswer[] => {
    const verdict = verdictOn(reply, verdicts);
    if (verdict === null || !verdict.isAnswer) return [];
    if (reopenedAt !== null && verdict.fact.event.recordedAt <= reopenedAt) return [];
    return targetOf(verdict, replies) === reply ? [{ reply, confirmedBy: verdict.fact }] : [];
  });
  return answers.sort((a, b) => compareFacts(a.reply, b.reply))[0] ?? null;
}

function repliesOf(key: string, { facts }: MatchContext): readonly Fact[] {
  return factsOf(facts, 'mailReply.received').filter(({ event }) => event.data.dutyKey === key);
}

function verdictsOf(key: string, { facts }: MatchContext): readonly Verdict[] {
  return factsOf(facts, 'mailReply.confirmed')
    .filter(({ event }) => event.data.dutyKey === key)
    .map((fact) => ({ fact, isAnswer: fact.event.data.isAnswer, replyId: fact.event.data.replyId }))
    .sort((a, b) => asEntered(a.fact, b.fact));
}

/** The last word on a reply; one that names no reply speaks of all that had come in until then. */
function verdictOn(reply: Fact, verdicts: readonly Verdict[]): Verdict | null {
  const on = verdicts.filter(({ fact, replyId }) =>
    replyId === undefined ? fact.event.recordedAt >= reply.event.recordedAt : replyId === reply.event.id,
  );
  return on.at(-1) ?? null;
}

/** Which reply is the answer: the one named, else the last that had come in. */
function targetOf({ fact, replyId }: Verdict, replies: readonly Fact[]): Fact | null {
  if (replyId !== undefined) return replies.find(({ event }) => event.id === replyId) ?? null;
  const until = replies.filter(({ event }) => event.recordedAt <= fact.event.recordedAt).sort(asEntered);
  return until.at(-1) ?? null;
}

/** In the order in which the product came to know: a reply may be read days after it came. */
function asEntered(a: Fact, b: Fact): number {
  if (a.event.recordedAt !== b.event.recordedAt) return a.event.recordedAt < b.event.recordedAt ? -1 : 1;
  return compareFacts(a, b);
}
