/** Who is on leave in the demo and who stands in, with days counted from today: one chain over two, one leave to come. */

import type { Leave } from '../../domain/staff/substitution.ts';
import { addDays, type CalendarDay, endOfDay, type Instant, startOfDay } from '../../domain/time.ts';
import { demoId } from './demo-id.ts';
import type { DemoInstitutionId } from './municipality.ts';
import type { DemoPersonId } from './people.ts';

type Line = {
  readonly institution: DemoInstitutionId;
  readonly person: DemoPersonId;
  readonly substitute: DemoPersonId;
  /** Days from today, both included. */
  readonly days: readonly [from: number, until: number];
};

/** Gints is away, so is Mārtiņš, who would stand in; thus Inguna does for both. Evija goes in two weeks. */
const lines: readonly Line[] = [
  {
    institution: 'ozolkalna-vidusskola',
    person: 'gints-purmalis',
    substitute: 'martins-ozers',
    days: [-3, 10],
  },
  {
    institution: 'ozolkalna-vidusskola',
    person: 'martins-ozers',
    substitute: 'inguna-dzene',
    days: [-1, 4],
  },
  {
    institution: 'ozolkalna-vidusskola',
    person: 'evija-rudzite',
    substitute: 'laura-straume',
    days: [14, 27],
  },
];

/** As it is on a day. */
export function demoLeave(today: CalendarDay): Leave {
  const period = ({ days: [from, until] }: Line): { readonly from: Instant; readonly until: Instant } => ({
    from: startOfDay(addDays(today, from)),
    until: endOfDay(addDays(today, until)),
  });
  const away = (line: Line) => ({
    institutionId: demoId(line.institution),
    personId: demoId(line.person),
    ...period(line),
  });
  return {
    absences: lines.map(away),
    substitutes: lines.map((line) => ({ ...away(line), substituteId: demoId(line.substitute) })),
  };
}
