/** What a person reads of a pending timer in Temporal's web page; kinds and days only. */
import { dayOf, type Instant } from '../time.ts';

const words: Readonly<Record<string, string>> = {
  first: 'first notice',
  remindBefore: 'reminder',
  remindToday: 'reminder, due today',
  nag: 'reminder',
  dangerNag: 'danger reminder',
  plannedPassed: 'planned day passed',
  late: 'late',
  head: 'head informed',
  waitingSide: 'waiting side informed',
  propose: 'escalation proposed',
  replyReceived: 'reply to confirm',
  answerAsked: 'answer asked for',
  accountAsked: 'complaint drafted',
  windowOver: 'receiver’s time over',
  draftWithdrawn: 'draft withdrawn',
  settled: 'answer told',
  digest: 'morning digest',
};

/** `reply · late 2026-12-21`. */
export function timelineLabel(kind: string, stepName: string, at: Instant): string {
  const step = words[stepName] ?? stepName;
  return kind === '' ? `${step} ${dayOf(at)}` : `${kind} · ${step} ${dayOf(at)}`;
}
