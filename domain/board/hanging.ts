/** The answers hanging longest, and why, as far as facts say (rules of conduct 27). */
import { ballAt } from '../duty/ball.ts';
import type { Ball } from '../duty/duty.ts';
import { daysLate } from '../duty/status.ts';
import type { Instant } from '../time.ts';
import { type BoardDuty, isOnBoard, owingInstitution, waitingInstitutions } from './board-duty.ts';

/** `notKnown`: no fact says why. The institution says it by postponing with a reason. */
export const hangingCauses = [
  'waitsForOther',
  'noSpecialist',
  'parentsUnreachable',
  'leave',
  'notRecorded',
  'notKnown',
] as const;
export type HangingCause = (typeof hangingCauses)[number];

export type Hanging<D extends BoardDuty> = {
  readonly duty: D;
  readonly owingId: string;
  readonly waitingIds: readonly string[];
  readonly daysLate: number;
  readonly ball: Ball;
  readonly cause: HangingCause;
};

/** How many lines the board begins with. */
const longest = 10;

/** What one institution owes another, most days late first; of equals the one that began first. */
export function hangingLongest<D extends BoardDuty>(
  duties: readonly D[],
  now: Instant,
): readonly Hanging<D>[] {
  return duties
    .filter((duty) => isOnBoard(duty, now))
    .flatMap((duty) => {
      const owingId = owingInstitution(duty);
      const waitingIds = waitingInstitutions(duty);
      if (owingId === null || waitingIds.length === 0) return [];
      const late = daysLate(duty, now);
      return [
        { duty, owingId, waitingIds, daysLate: late, ball: ballAt(duty, now), cause: causeOf(duty, now) },
      ];
    })
    .sort((a, b) => b.daysLate - a.daysLate || (before(a.duty, b.duty) ? -1 : 1))
    .slice(0, longest);
}

/** The reasons that institutions give when they postpone, as the board sums them up. */
const causeOfReason: Readonly<Record<string, HangingCause>> = {
  missingInformation: 'waitsForOther',
  meetingPending: 'waitsForOther',
  noSpecialist: 'noSpecialist',
  parentsAbroad: 'parentsUnreachable',
  parentsUnreachable: 'parentsUnreachable',
  specialistOnLeave: 'leave',
  illness: 'leave',
};

/** A mail that may be the answer comes first, then whose turn it is, then the reason last given. */
export function causeOf(duty: BoardDuty, now: Instant): HangingCause {
  if (duty.held) return 'notRecorded';
  if (ballAt(duty, now).holder === 'waiting') return 'waitsForOther';
  return causeOfReason[duty.postponements.at(-1)?.reasonCode ?? ''] ?? 'notKnown';
}

function before(a: BoardDuty, b: BoardDuty): boolean {
  return a.startedAt < b.startedAt || (a.startedAt === b.startedAt && a.key < b.key);
}
