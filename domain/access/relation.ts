/**
 * How a party relates to a dossier. Each relation has one ground in the facts (`access-rows.ts`), one view, and the
 * acts that it allows (`rights.ts`).
 */

export const relations = [
  /** Leads or co-manages at the present level (duties page 1). */
  'manager',
  /** Principal, head and administration of the institution whose person leads: they decide finally (K fn 51). */
  'managersHead',
  /** An earlier manager, or a class teacher who does not lead: stays, and writes nothing that is the leader's (K 4.2). */
  'partner',
  /** Works with children at the learner's school, or at the institution whose person leads. */
  'colleague',
  /** Works at an institution that accepted a referral. */
  'acceptedReceiver',
  /** Opened the dossier for another institution than the learner's school (S 3.2). */
  'opener',
  /** Recorded something and has no nearer relation. */
  'recorder',
  /** Works at an institution that has been sent a referral and has not answered it. */
  'receiver',
  /** Works in the cooperation group that took the case. */
  'groupMember',
  /** Works at an institution that a meeting about the case was announced to. */
  'invited',
  /** Owes something, or waits for it. */
  'dutyParty',
  /** Administrator of the school, the education board or the municipality: terms and lateness, no content. */
  'administrator',
  /** Data-protection officer of the school or the municipality: who looked, no content. */
  'dataProtection',
  /** Took access in an emergency, with a reason that is looked at afterwards. */
  'emergency',
  /** Must not know (rules of conduct 3): outweighs everything else. */
  'excluded',
] as const;
export type Relation = (typeof relations)[number];

/**
 * `limited`: enough to decide whether to accept; `deadlines`: who owes what by when, no content; `own`: the same of the
 * duties that one owes or waits for; `none`: no trace.
 */
export type View = 'full' | 'limited' | 'deadlines' | 'own' | 'none';

const views: Readonly<Record<Relation, View>> = {
  manager: 'full',
  managersHead: 'full',
  partner: 'full',
  colleague: 'full',
  acceptedReceiver: 'full',
  opener: 'full',
  recorder: 'limited',
  receiver: 'limited',
  groupMember: 'full',
  invited: 'limited',
  dutyParty: 'own',
  administrator: 'deadlines',
  dataProtection: 'deadlines',
  emergency: 'full',
  excluded: 'none',
};

/** What a relation lets see. */
export function viewOf(relation: Relation): View {
  return views[relation];
}

const width: Readonly<Record<View, number>> = { none: 4, full: 3, limited: 2, deadlines: 1, own: 0 };

/** The widest view that these relations give together; `none` where one of them excludes, or there are none. */
export function widestView(held: readonly Relation[]): View {
  const [widest = 'none'] = held.map(viewOf).sort((a, b) => width[b] - width[a]);
  return widest;
}
