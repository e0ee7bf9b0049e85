/** What people of the small municipality write while everything around them dies: dangers, handovers, mistakes. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FactToRecord } from '../../contracts/event.ts';
import type { SmallMunicipality } from '../support/small-municipality.ts';
import type { Random } from './random.ts';
import { type Journal, opening, recording, writeAndKeep } from './writing-client.ts';

/** Names that occur nowhere else, to be looked for where none may be. */
export const learnerNames = {
  first: ['Žubīte', 'Ķelmene', 'Šļūdonis', 'Ņurģis'],
  last: ['Pūčuzirne', 'Zvīgzdeskalne', 'Ērgļuknābe', 'Ūsiņkrogs'],
} as const;

type Dossier = {
  readonly id: string;
  /** Dangers that were suspected and neither reported nor withdrawn. */
  readonly dangers: string[];
  /** Handovers that nobody has answered. */
  readonly handovers: string[];
};

export type Life = {
  /** Dangers that are neither reported nor withdrawn, by event id, with their dossier. */
  readonly openDangers: Map<string, string>;
};

export type Living = {
  readonly apiUrl: string;
  readonly place: SmallMunicipality;
  readonly journal: Journal;
  readonly life: Life;
  readonly stopping: AbortSignal;
};

/** One person's day after day: writes until told to stop; the last write is waited for. */
export async function live(living: Living, random: Random): Promise<void> {
  const dossiers: Dossier[] = [];
  while (!living.stopping.aborted) {
    const dossier = dossiers[random.between(0, Math.max(0, dossiers.length - 1))];
    if (dossier === undefined || random.chance(0.25)) {
      const opened = await open(living, random);
      if (opened !== null) dossiers.push(opened);
    } else await goOn(living, dossier, random);
    await sleep(random.between(200, 900));
  }
}

const suspected = (random: Random): FactToRecord => ({
  type: 'danger.suspected',
  data: { kindCode: random.pick(['afraidToGoHome', 'neglect', 'physicalViolenceEvident']) },
  acute: true,
  words: 'Pēc stundām palika klasē un neko neteica.',
});

const sent = (receiverId: string, referralId: string): FactToRecord => ({
  type: 'referral.sent',
  data: { referralId, receiverId, kindCode: 'handover', channelCode: 'product' },
});

async function open(living: Living, random: Random): Promise<Dossier | null> {
  const { place, journal, apiUrl } = living;
  const referralId = randomUUID();
  const facts = [
    ...(random.chance(0.6) ? [suspected(random)] : []),
    ...(random.chance(0.5) ? [sent(place.socialService, referralId)] : []),
    ...(random.chance(0.5) ? [observed()] : []),
  ];
  if (facts.length === 0) facts.push(observed());
  const learner = {
    firstName: random.pick(learnerNames.first),
    lastName: random.pick(learnerNames.last),
    className: '6.b',
  };
  const write = opening(place.teacher, 'case', learner, facts);
  const written = await writeAndKeep(apiUrl, write, facts, journal, random);
  if (written === null) return null;
  const dossier: Dossier = { id: written.dossierId, dangers: [], handovers: [] };
  if (facts.some((fact) => fact.type === 'referral.sent')) dossier.handovers.push(referralId);
  if (facts[0]?.type === 'danger.suspected') keepDanger(living, dossier, written.eventIds[0]);
  return dossier;
}

function observed(): FactToRecord {
  return {
    type: 'concern.recorded',
    data: { riskCode: 'attendance' },
    words: 'Trīs dienas nav bijis skolā.',
  };
}

function keepDanger(living: Living, dossier: Dossier, eventId: string | undefined): void {
  if (eventId === undefined) return;
  dossier.dangers.push(eventId);
  living.life.openDangers.set(eventId, dossier.id);
}

async function goOn(living: Living, dossier: Dossier, random: Random): Promise<void> {
  const { place, journal, apiUrl, life } = living;
  const danger = dossier.dangers.at(-1);
  const handover = dossier.handovers.at(-1);
  const what = random.pick(['observe', 'suspect', 'handOver', 'danger', 'danger', 'handover', 'handover']);
  const by =
    what === 'handover' && handover !== undefined && random.chance(0.6) ? place.socialWorker : place.teacher;
  const referralId = randomUUID();
  const facts: FactToRecord[] = [];
  if (what === 'danger' && danger !== undefined) facts.push(endOfDanger(danger, random));
  else if (what === 'handover' && handover !== undefined) {
    facts.push(
      by === place.socialWorker
        ? { type: 'referral.acknowledged', data: { referralId: handover, outcomeCode: 'accepted' } }
        : { type: 'referral.withdrawn', data: { referralId: handover, reasonCode: 'noLongerNeeded' } },
    );
  } else if (what === 'handOver' && handover === undefined) {
    facts.push(sent(place.socialService, referralId), observed());
  } else if (what === 'suspect') facts.push(suspected(random), observed());
  else facts.push(observed());

  // Whoever hands over or ends a danger has said so from here on, whenever the answer comes.
  const [first] = facts;
  if (what === 'danger' && danger !== undefined) {
    dossier.dangers.pop();
    life.openDangers.delete(danger);
  }
  const written = await writeAndKeep(apiUrl, recording(by, dossier.id, facts), facts, journal, random);
  if (written === null) return;
  if (first?.type === 'danger.suspected') keepDanger(living, dossier, written.eventIds[0]);
  if (first?.type === 'referral.sent') dossier.handovers.push(referralId);
  if (first?.type === 'referral.acknowledged' || first?.type === 'referral.withdrawn')
    dossier.handovers.pop();
}

function endOfDanger(dangerId: string, random: Random): FactToRecord {
  if (random.chance(0.3))
    return { type: 'fact.withdrawn', data: { eventId: dangerId, reasonCode: 'mistake' } };
  return {
    type: 'danger.reported',
    data: {
      dangerId,
      recipientKindCode: 'statePolice',
      channelCode: 'call110',
      writtenFollowsNeeded: random.chance(0.5),
    },
  };
}
