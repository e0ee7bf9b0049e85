/**
 * In which relation everybody of `people.ts` should stand to the case of `case.ts`: written down, never worked out by
 * the product. What a relation then allows stands in `domain/access/rights.ts`, which `docs/tiesibas.md` shows.
 */
import type { Relation, View } from '../../domain/access/relation.ts';
import { viewOf } from '../../domain/access/relation.ts';
import { type DossierAct, rightsOfRelation } from '../../domain/access/rights.ts';
import type { Role } from '../../domain/procedure/party.ts';
import type { Name, Place, Somebody } from './people.ts';

const leadership: readonly Role[] = ['principal', 'head', 'administration'];
const casework: readonly Role[] = [
  ...leadership,
  'supportStaff',
  'socialPedagogue',
  'socialWorker',
  'familyAssistant',
  'specialist',
  'staff',
  'authorisedPerson',
];
const everybody = 'everybody';

type Line = readonly [who: readonly Role[] | typeof everybody, ...relations: Relation[]];

const overseers: readonly Line[] = [
  [['administrator'], 'administrator'],
  [['dataProtectionOfficer'], 'dataProtection'],
];

const atPlace: Readonly<Record<Place, readonly Line[]>> = {
  school: [
    // The school goes on supporting the learner until the handover is accepted, and waits for the group.
    [everybody, 'dutyParty'],
    [casework, 'colleague'],
    [['socialPedagogue'], 'recorder'],
    ...overseers,
  ],
  leading: [
    // The handover was to be acknowledged.
    [everybody, 'dutyParty'],
    [casework, 'colleague', 'acceptedReceiver'],
    [leadership, 'managersHead'],
    [['secretary'], 'receiver'],
    [['head'], 'recorder'],
  ],
  accepted: [
    [casework, 'acceptedReceiver'],
    [['secretary'], 'receiver'],
    [['head'], 'recorder'],
  ],
  asked: [
    // It owes the acknowledgement of a handover.
    [everybody, 'dutyParty'],
    [[...casework, 'secretary'], 'receiver'],
  ],
  // Its head recorded that it declined, and is cut off with it.
  declined: [],
  group: [
    // Its head was to convene it, and all of it waited.
    [everybody, 'dutyParty'],
    [casework, 'groupMember'],
  ],
  invited: [[casework, 'invited']],
  board: overseers,
  council: overseers,
  neutral: [],
  foreignSchool: [],
  foreignCouncil: [],
  // Across municipalities a referral gives what it gives within one, and nothing else does.
  foreignAccepted: [
    [casework, 'acceptedReceiver'],
    [['secretary'], 'receiver'],
    [['head'], 'recorder'],
  ],
  foreignAsked: [
    [everybody, 'dutyParty'],
    [[...casework, 'secretary'], 'receiver'],
  ],
  // Its head had accepted before it was withdrawn as sent to the wrong one.
  foreignWithdrawn: [],
};

const byName: Readonly<Record<Name, readonly Relation[]>> = {
  lead: ['manager', 'recorder'],
  coManager: ['manager'],
  formerManager: ['partner'],
  classTeacher: ['partner'],
  opener: ['opener'],
  recorder: ['recorder'],
  inEmergency: ['emergency'],
  afterEmergency: [],
  excluded: ['excluded'],
};

/** All of somebody's relations. */
export function relationsOf({ place, role, name }: Somebody): readonly Relation[] {
  const there = atPlace[place]
    .filter(([who]) => who === everybody || who.includes(role))
    .flatMap(([, ...relations]) => relations);
  return [...new Set([...there, ...(name === null ? [] : byName[name])])];
}

/** What somebody may see of the case. */
export function viewFor(one: Somebody): View {
  const views = relationsOf(one).map(viewOf);
  const widest = (['none', 'full', 'limited', 'deadlines', 'own'] as const).find((view) =>
    views.includes(view),
  );
  return widest ?? 'none';
}

/** Does one of somebody's relations allow the act, and none forbid everything (rules of conduct 3)? */
export function allowedTo(one: Somebody, act: DossierAct): boolean {
  const held = relationsOf(one);
  return !held.includes('excluded') && held.some((relation) => rightsOfRelation[relation].includes(act));
}

/** Whoever acts for the institution that was asked owes its acknowledgement. */
export function owesAcknowledgement({ place }: Somebody): boolean {
  return place === 'asked' || place === 'foreignAsked';
}
