/** What others are told of at once, whatever the term says: replies by mail, questions to all, drafts of a complaint. */
import { standingOf } from '../access/standing.ts';
import { type Fact, factsOf } from '../dossier/facts.ts';
import { draftsOf, isAbout, receiverWindow } from '../escalation/drafts.ts';
import type { Instant } from '../time.ts';
import type { Duty, Party, Telling, Told } from './duty.ts';
import { unjudgedReplies } from './mail-replies.ts';
import type { MatchContext } from './match.ts';
import { institutionIdOf, managerParty } from './parties.ts';
import { owing, recorderOf, waiting } from './told.ts';

/** In no particular order. Of a settled duty only what its end did to drafts. */
export function tellingsOf(duty: Duty, context: MatchContext): readonly Telling[] {
  if (duty.settled !== null) return withdrawnDrafts(duty, context);
  const replies = repliesToConfirm(duty, context);
  return duty.danger ? replies : [...replies, ...questions(duty, context), ...openDrafts(duty, context)];
}

/** A reply came by mail: the waiting person is asked whether it is the answer (rules of conduct 20). */
function repliesToConfirm(duty: Duty, context: MatchContext): readonly Telling[] {
  const { facts } = context;
  const all = [
    ...factsOf(facts, 'mailReply.received'),
    ...facts.withdrawn.map(({ fact }) => fact).filter(({ event }) => event.type === 'mailReply.received'),
  ].filter((fact) => isOn(fact, duty));
  const asked = waiting(duty);
  const ask = asked.length > 0 ? asked : [manager(context)];
  return unjudgedReplies(duty.key, context).map((reply) => ({
    name: 'replyReceived',
    n: rankOf(reply, all),
    at: reply.event.recordedAt,
    until: null,
    tell: duty.danger ? [{ as: 'recorder', to: recorderOf(duty) }] : ask,
  }));
}

/** “Vai kāds ir saņēmis atbildi?”: one press, everybody on the case (rules of conduct 14). */
function questions(duty: Duty, context: MatchContext): readonly Telling[] {
  const { facts } = context;
  const holding = factsOf(facts, 'answer.asked').filter((fact) => isOn(fact, duty));
  const takenBack = facts.withdrawn
    .map(({ fact }) => fact)
    .filter((fact) => fact.event.type === 'answer.asked' && isOn(fact, duty));
  return holding.map((fact) => ({
    name: 'answerAsked',
    n: rankOf(fact, [...holding, ...takenBack]),
    at: fact.event.recordedAt,
    until: null,
    tell: notTo(fact.event.by, everybody(duty, fact.event.recordedAt, context)),
  }));
}

/** The owing side hears of the draft; when its time is over, whoever drafted it and who decides (rules of conduct 14). */
function openDrafts(duty: Duty, context: MatchContext): readonly Telling[] {
  return draftsOf(context.facts)
    .filter((draft) => isAbout(draft, duty))
    .flatMap((draft): readonly Telling[] => {
      const { day, until } = receiverWindow(draft, duty, context.setting);
      const told: Telling = {
        name: 'accountAsked',
        n: draft.rank,
        at: draft.draftedAt,
        until: day,
        tell: notTo(draft.by, [owing(duty), ...headOf(duty)]),
      };
      const over: Telling = {
        name: 'windowOver',
        n: draft.rank,
        at: until,
        until: day,
        tell: deciding(draft.by, context),
      };
      const goneBefore = draft.filedAt !== null && draft.filedAt < until;
      return duty.held || goneBefore ? [told] : [told, over];
    });
}

/** An answer meanwhile withdraws the draft by itself (rules of conduct 14). */
function withdrawnDrafts(duty: Duty, context: MatchContext): readonly Telling[] {
  const { settled } = duty;
  if (settled === null) return [];
  return draftsOf(context.facts)
    .filter((draft) => isAbout(draft, duty) && draft.filedAt === null && draft.draftedAt < settled.recordedAt)
    .map((draft) => ({
      name: 'draftWithdrawn',
      n: draft.rank,
      at: settled.recordedAt,
      until: null,
      tell: deciding(draft.by, context),
    }));
}

function isOn({ event }: Fact, { key }: Duty): boolean {
  return 'dutyKey' in event.data && event.data.dutyKey === key;
}

/** In the order of entering. */
function rankOf({ event }: Fact, all: readonly Fact[]): number {
  const place = (one: Fact) => one.event.recordedAt + one.event.id;
  return all.filter((one) => place(one) < event.recordedAt + event.id).length;
}

function manager(context: MatchContext): Told {
  return { as: 'manager', to: managerParty(context) };
}

function principal({ setting }: MatchContext): Told {
  const institutionId = setting.homeInstitutionId;
  return { as: 'principal', to: { party: 'person', role: 'principal', institutionId, personId: null } };
}

/** Nobody is told of what they have just done themselves. */
function notTo(except: string, told: readonly Told[]): readonly Told[] {
  return told.map((one) => ({ ...one, except }));
}

function deciding(by: string, context: MatchContext): readonly Told[] {
  return [manager(context), principal(context), ...person(by, context)];
}

function headOf(duty: Duty): readonly Told[] {
  const institutionId = institutionIdOf(owing(duty).to);
  if (institutionId === null) return [];
  return [{ as: 'head', to: { party: 'person', role: 'head', institutionId, personId: null } }];
}

/** Both sides, who manages the case, and all who had recorded something by then and still see it. */
function everybody(duty: Duty, by: Instant, context: MatchContext): readonly Told[] {
  const { facts, setting, state } = context;
  const recorders = facts.all.flatMap(({ event }) => {
    const home = event.institution === setting.homeInstitutionId;
    const sees = home || standingOf(event.institution, state) !== 'none';
    return sees && event.recordedAt <= by ? [event.by] : [];
  });
  const ids = new Set([
    ...state.managers.map(({ personId }) => personId),
    ...(setting.classTeacherId === null ? [] : [setting.classTeacherId]),
    ...recorders,
  ]);
  return [
    owing(duty),
    ...waiting(duty),
    manager(context),
    principal(context),
    ...[...ids].sort().flatMap((id) => person(id, context)),
  ];
}

/** Only people whom the directory knows: the product itself records facts, too. */
function person(personId: string, { setting }: MatchContext): readonly Told[] {
  const institutionId = setting.institutionOfPerson[personId];
  if (institutionId === undefined) return [];
  const to: Party = { party: 'person', role: 'staff', institutionId, personId };
  return [{ as: 'onCase', to }];
}
