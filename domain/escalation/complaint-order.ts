/**
 * The order that facts about a complaint keep: nothing goes out before what stands before it is done and the owing side
 * has had its time (rules of conduct 14). Danger skips all of it.
 */
import { plusOneWorkingDay } from '../calendar/index.ts';
import type { DossierEventOf } from '../dossier/event.ts';
import { factsOf } from '../dossier/facts.ts';
import type { Refusal, RefusalCode } from '../dossier/refusal.ts';
import type { Duty } from '../duty/duty.ts';
import { institutionIdOf } from '../duty/parties.ts';
import { calendarFor, type DossierSetting } from '../duty/setting.ts';
import { statusAt } from '../duty/status.ts';
import type { Instant } from '../time.ts';
import { beforeComplaint, type ComplaintGround, type Preparation } from './before-complaint.ts';
import { draftsOf, names } from './drafts.ts';

export type ComplaintOrder = ComplaintGround & { readonly duties: readonly Duty[] };

/** Makes the refusal; `field` is the place in the fact's data. */
export type Refuse = (refused: RefusalCode, field?: string) => Refusal;

/** Rungs from this one on a person decides; the ones before come by themselves. */
const firstDecidedRung = 3;

/** What a complaint may be about without any duty being late. */
const groundsWithoutDuty: readonly string[] = ['dataBreach', 'other'];

/** The facts by which people do what is missing. */
const factOf: Readonly<Record<Preparation, string>> = {
  asked: 'answer.asked',
  called: 'receiver.called',
  draft: 'complaint.drafted',
};

/** A draft is about duties that are late, to whose owner they were known in time, and that no reply waits for. */
export function draftRefusal(
  order: ComplaintOrder,
  { data }: DossierEventOf<'complaint.drafted'>,
  now: Instant,
  refuse: Refuse,
): Refusal | null {
  const again = draftsOf(order.facts).some(({ complaintId }) => complaintId === data.complaintId);
  if (again || isFiled(data.complaintId, order)) return refuse('ruleBroken', 'complaintId');
  return firstOf(data.dutyIds, (dutyId) => {
    const duties = order.duties.filter((duty) => names([dutyId], duty));
    if (duties.length === 0) return refuse('dutyUnknown', 'dutyIds');
    return firstOf(duties, (duty) => lateRefusal(duty, order.setting, now, refuse));
  });
}

function lateRefusal(duty: Duty, setting: DossierSetting, now: Instant, refuse: Refuse): Refusal | null {
  if (duty.danger) return null;
  if (duty.settled !== null) return refuse('answerKnown', 'dutyIds');
  const calendar = calendarFor(setting, institutionIdOf(duty.owedBy));
  const inTime = plusOneWorkingDay(calendar, duty.knownAt) <= now;
  if (statusAt(duty, now) !== 'late' || !inTime) return refuse('dutyNotLate', 'dutyIds');
  return duty.held ? refuse('replyUnconfirmed', 'dutyIds') : null;
}

/** A complaint about a late duty goes only once its own draft has left the owing side its time, and to somebody else. */
export function filingRefusal(
  order: ComplaintOrder,
  { data }: DossierEventOf<'complaint.filed'>,
  now: Instant,
  refuse: Refuse,
): Refusal | null {
  const draft = draftsOf(order.facts).find(({ complaintId }) => complaintId === data.complaintId);
  const dutyIds = data.dutyIds ?? draft?.dutyIds;
  if (dutyIds === undefined) {
    const free = data.groundCode !== undefined && groundsWithoutDuty.includes(data.groundCode);
    return free ? null : notPrepared(['asked', 'called', 'draft'], refuse);
  }
  const duties = order.duties.filter((duty) => names(dutyIds, duty));
  if (duties.length === 0) return refuse('dutyUnknown', 'dutyIds');
  // Some of what the draft was about may be answered: the complaint then goes about the rest.
  const open = data.dutyIds === undefined ? duties.filter(({ settled }) => settled === null) : duties;
  if (open.length === 0) return refuse('answerKnown');
  const goesTo = data.toInstitutionId ?? order.setting.serving.educationBoard;
  if (open.some((duty) => !duty.danger && institutionIdOf(duty.owedBy) === goesTo))
    return refuse('complaintToOwner', 'toInstitutionId');
  return firstOf(open, (duty) => goingRefusal(duty, order, data.complaintId, now, refuse));
}

/** The same stands before each further rung that a person decides. */
export function escalationRefusal(
  order: ComplaintOrder,
  { data }: DossierEventOf<'duty.escalated'>,
  now: Instant,
  refuse: Refuse,
): Refusal | null {
  if (data.step < firstDecidedRung) return null;
  const duty = order.duties.find(({ key }) => key === data.dutyKey);
  return duty === undefined ? refuse('dutyUnknown', 'dutyKey') : goingRefusal(duty, order, null, now, refuse);
}

function goingRefusal(
  duty: Duty,
  order: ComplaintOrder,
  complaintId: string | null,
  now: Instant,
  refuse: Refuse,
): Refusal | null {
  if (duty.danger) return null;
  if (duty.settled !== null) return refuse('answerKnown');
  if (duty.held) return refuse('replyUnconfirmed');
  const { missing, window, mayGoFrom } = beforeComplaint(duty, order, complaintId);
  if (missing.length > 0 || window === null || mayGoFrom === null) return notPrepared(missing, refuse);
  return now < mayGoFrom
    ? { ...refuse('receiverWindowOpen'), detail: { from: mayGoFrom, lastDay: window.day } }
    : null;
}

function notPrepared(missing: readonly Preparation[], refuse: Refuse): Refusal {
  const facts = missing.map((one) => factOf[one]).join(', ');
  return { ...refuse('complaintNotPrepared'), detail: { missing: facts } };
}

function isFiled(complaintId: string, { facts }: ComplaintOrder): boolean {
  return factsOf(facts, 'complaint.filed').some(({ event }) => event.data.complaintId === complaintId);
}

/** Only the owing side gives its own account, and at any time. */
export function accountRefusal(
  { duties }: ComplaintOrder,
  { data, institution }: DossierEventOf<'account.added'>,
  refuse: Refuse,
): Refusal | null {
  const duty = duties.find(({ key }) => key === data.dutyKey);
  if (duty === undefined) return refuse('dutyUnknown', 'dutyKey');
  return institutionIdOf(duty.owedBy) === institution ? null : refuse('notReceiver', 'dutyKey');
}

/** Everybody is asked about, a correction asked for, and a call recorded for a duty that is still open. */
export function preparationRefusal(
  { duties }: ComplaintOrder,
  dutyKey: string,
  refuse: Refuse,
): Refusal | null {
  const duty = duties.find(({ key }) => key === dutyKey);
  if (duty === undefined) return refuse('dutyUnknown', 'dutyKey');
  return duty.settled === null ? null : refuse('answerKnown', 'dutyKey');
}

/** Only a request that holds is answered. */
export function correctionRefusal(
  { facts }: ComplaintOrder,
  requestId: string,
  refuse: Refuse,
): Refusal | null {
  const asked = factsOf(facts, 'correction.asked').some(({ event }) => event.id === requestId);
  return asked ? null : refuse('factUnknown', 'requestId');
}

/** A reply is judged while its duty is open; a word that was wrong is taken back like any other fact. */
export function verdictRefusal(
  { duties, facts }: ComplaintOrder,
  { data }: DossierEventOf<'mailReply.confirmed'>,
  refuse: Refuse,
): Refusal | null {
  const duty = duties.find(({ key }) => key === data.dutyKey);
  if (duty === undefined) return refuse('dutyUnknown', 'dutyKey');
  if (duty.settled?.how === 'fulfilled') return refuse('dutySettled', 'dutyKey');
  const known = factsOf(facts, 'mailReply.received').some(
    ({ event }) =>
      event.data.dutyKey === data.dutyKey && (data.replyId === undefined || event.id === data.replyId),
  );
  return known ? null : refuse('factUnknown', data.replyId === undefined ? 'dutyKey' : 'replyId');
}

function firstOf<T>(all: readonly T[], check: (one: T) => Refusal | null): Refusal | null {
  for (const one of all) {
    const refusal = check(one);
    if (refusal !== null) return refusal;
  }
  return null;
}
