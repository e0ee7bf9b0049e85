import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DescribedDanger, type ReportRoute, reportRoutes } from './report-route.ts';
import { dangerSituations } from './situation.ts';
import { actsSameDay, needsBoth, tableSeven } from './table-seven.ts';

/** A route in one line: `must now statePolice/call110 | orphansCourt/inWriting`. */
function line({ binding, when, options }: ReportRoute): string {
  const ways = options.map(({ to, channel }) => `${to}/${channel}`).join(' | ');
  return `${binding === 'required' ? 'must' : 'also'} ${when === 'immediately' ? 'now' : 'today'} ${ways}`;
}

function lines(danger: DescribedDanger): readonly string[] {
  return reportRoutes(danger).map(line);
}

const police = 'must now statePolice/call110';
const courtAlso = 'also now orphansCourt/inWriting';
const courtToday = 'must today orphansCourt/inWriting';

describe('table 7, row by row', () => {
  it('physical violence, visible injuries or concrete account: 110 at once (K table 7)', () => {
    expect(lines({ situation: 'physicalViolenceEvident' })).toEqual([police, courtAlso]);
  });
  it('injuries the child cannot explain, or systematic: 110 at once (K L2528–2540)', () => {
    expect(lines({ situation: 'injuriesUnexplained' })).toEqual([police, courtAlso]);
  });
  it('afraid to go home and names violence: 110 at once (K L2528–2540)', () => {
    expect(lines({ situation: 'afraidToGoHome' })).toEqual([police, courtAlso]);
  });
  it('physical violence suspected, no clear evidence: orphan’s court in writing the same day (K table 7)', () => {
    expect(lines({ situation: 'physicalViolenceSuspected' })).toEqual([
      courtToday,
      'also today statePolice/localStation',
    ]);
  });
  it('sexual violence: 110 at once (K table 7)', () => {
    expect(lines({ situation: 'sexualViolence' })).toEqual([police, courtAlso]);
  });
  it('emotional violence, systematic or severe: court in writing and police by 110 the same day (K table 7)', () => {
    expect(lines({ situation: 'emotionalViolenceSevere' })).toEqual([
      'must today statePolice/call110',
      courtToday,
    ]);
  });
  it('emotional violence, single cases: court in writing the same day (K table 7)', () => {
    expect(lines({ situation: 'emotionalViolenceSingle' })).toEqual([courtToday]);
  });
  it('long-lasting neglect: court in writing the same day (K table 7)', () => {
    expect(lines({ situation: 'neglect' })).toEqual([courtToday]);
  });
  it('child under 7 unsupervised: 110 or court in writing, at once (K table 7)', () => {
    expect(lines({ situation: 'youngChildUnsupervised' })).toEqual([`${police} | orphansCourt/inWriting`]);
  });
  it('long absent and parents unreachable: 110 at once (K table 7)', () => {
    expect(lines({ situation: 'acuteDanger' })).toEqual([police]);
  });
  it('adults aggressive or threatening staff: 110 at once (K table 7)', () => {
    expect(lines({ situation: 'adultsThreaten' })).toEqual([police]);
  });
  it('suspected or found intoxication of a minor at school: 110 at once (K L2536)', () => {
    expect(lines({ situation: 'learnerIntoxicated' })).toEqual([police]);
  });
  it('other unlawful act, not acute: 110, station, juvenile inspector or municipal police, at once (K 5.10 L4003)', () => {
    expect(lines({ situation: 'unlawfulAct' })).toEqual([
      `${police} | statePolice/localStation | statePolice/juvenileInspector | municipalPolice/free`,
    ]);
  });
  it('direct violence or threat at the school: 110 at once (K table 7)', () => {
    expect(lines({ situation: 'violenceAtSchool' })).toEqual([police]);
  });
  it('brought to safety by force: state police and orphan’s court at once (K table 7)', () => {
    expect(lines({ situation: 'broughtToSafetyByForce' })).toEqual([police, 'must now orphansCourt/free']);
  });
  it('suicidal thoughts or attempt: police and/or orphan’s court at once (S annex 2.2)', () => {
    expect(lines({ situation: 'suicidalSigns' })).toEqual(['must now statePolice/free | orphansCourt/free']);
  });
  it('violence by an employee or official: BAC at once (K table 11 B; S annex 2.3)', () => {
    expect(lines({ situation: 'byOfficial' })).toEqual(['must now childProtectionCentre/free']);
  });
  it('in doubt: the orphan’s court (K 4.3 police L2561)', () => {
    expect(lines({ situation: 'unclear' })).toEqual([courtToday]);
  });
  it('every situation has exactly one row', () => {
    expect(tableSeven.map(({ situation }) => situation)).toEqual([...dangerSituations]);
  });
});

describe('what else is known makes it stricter', () => {
  it('clear evidence turns a suspicion of physical violence into a 110 call (K table 7)', () => {
    expect(lines({ situation: 'physicalViolenceSuspected', clearEvidence: true })[0]).toBe(police);
  });
  it('single emotional violence that turns out systematic involves the police as well (K table 7)', () => {
    expect(lines({ situation: 'emotionalViolenceSingle', systematic: true })).toContain(
      'must today statePolice/call110',
    );
  });
  it('a neglected child under 7 left alone is reported at once (K table 7)', () => {
    expect(lines({ situation: 'neglect', ageUnder7: true, unsupervised: true })[0]).toMatch(/^must now/);
    expect(lines({ situation: 'neglect', ageUnder7: true })).toEqual([courtToday]);
  });
  it('violence by an official goes to BAC besides the police (K table 11 B)', () => {
    expect(lines({ situation: 'physicalViolenceEvident', byOfficial: true })).toEqual([
      police,
      'must now childProtectionCentre/free',
      courtAlso,
    ]);
  });
  it('a same-day 110 call gives way to an immediate one (K L2536)', () => {
    expect(lines({ situation: 'emotionalViolenceSevere', learnerUnderInfluence: true })).toEqual([
      police,
      courtToday,
    ]);
  });
  it('in doubt the orphan’s court is added (K 4.3 police L2561)', () => {
    expect(lines({ situation: 'violenceAtSchool', inDoubt: true })).toEqual([police, courtToday]);
  });
});

describe('municipal police and written follow-up', () => {
  it('signs of a crime: never the municipal police (K 4.3, L2355)', () => {
    const routes = reportRoutes({ situation: 'unlawfulAct', signsOfCrime: true });
    expect(routes.flatMap(({ options }) => options).map(({ to }) => to)).not.toContain('municipalPolice');
  });
  it('the municipal police passes a crime to the state police at once (K 4.3, L2355)', () => {
    const options = reportRoutes({ situation: 'unlawfulAct' }).flatMap((route) => route.options);
    expect(options.filter(({ to }) => to === 'municipalPolice')).toEqual([
      { to: 'municipalPolice', channel: 'free', writtenFollows: true, passesCrimeTo: 'statePolice' },
    ]);
  });
  it('non-acute by phone or word is followed in writing, a 110 call is not (K police 2, L2592)', () => {
    const [call, station] = reportRoutes({ situation: 'unlawfulAct' })[0]?.options ?? [];
    expect([call?.writtenFollows, station?.writtenFollows]).toEqual([false, true]);
  });
  it('texts are whole sentences in both languages', () => {
    expect(reportRoutes({ situation: 'youngChildUnsupervised' })[0]?.text).toEqual({
      lv: 'Nekavējoties ziņojiet Valsts policijai, zvanot pa tālruni 110, vai bāriņtiesai rakstveidā.',
      en: 'Report at once to the State Police by calling 110 or the orphan’s court in writing.',
    });
  });
});

const danger = fc.record(
  {
    situation: fc.constantFrom(...dangerSituations),
    acute: fc.boolean(),
    clearEvidence: fc.boolean(),
    systematic: fc.boolean(),
    injuriesUnexplained: fc.boolean(),
    afraidToGoHome: fc.boolean(),
    ageUnder7: fc.boolean(),
    unsupervised: fc.boolean(),
    byOfficial: fc.boolean(),
    learnerUnderInfluence: fc.boolean(),
    signsOfCrime: fc.boolean(),
    suicidalSigns: fc.boolean(),
    inDoubt: fc.boolean(),
  },
  { requiredKeys: ['situation'] },
);

describe('for every description', () => {
  it('somebody must be told, in some way, by a named source (R 2)', () => {
    fc.assert(
      fc.property(danger, (described) => {
        const routes = reportRoutes(described);
        expect(routes.some(({ binding }) => binding === 'required')).toBe(true);
        for (const { options, source, text } of routes) {
          expect(options.length).toBeGreaterThan(0);
          expect(source).not.toBe('');
          expect(text.lv).toMatch(/\.$/u);
        }
      }),
    );
  });
  it('acute: 110 first and everything required at once (K 4.3 police 2)', () => {
    fc.assert(
      fc.property(danger, (described) => {
        const routes = reportRoutes({ ...described, acute: true });
        expect(routes[0]?.options[0]).toMatchObject({ to: 'statePolice', channel: 'call110' });
        expect(routes.every(({ when }) => when === 'immediately')).toBe(true);
      }),
    );
  });
  it('knowing more never makes it later (R 5)', () => {
    fc.assert(
      fc.property(danger, (described) => {
        const earliest = (one: DescribedDanger) =>
          reportRoutes(one).some(({ when }) => when === 'immediately') ? 0 : 1;
        expect(earliest(described)).toBeLessThanOrEqual(earliest({ situation: described.situation }));
      }),
    );
  });
  it('no report is listed twice', () => {
    fc.assert(
      fc.property(danger, (described) => {
        const ways = lines(described).map((one) => one.replace(/^\S+ \S+ /, ''));
        expect(new Set(ways).size).toBe(ways.length);
      }),
    );
  });
});

describe('what the duty report-danger takes from the table', () => {
  it('the same day is enough in four rows of table 7 and in doubt', () => {
    expect(dangerSituations.filter(actsSameDay)).toEqual([
      'physicalViolenceSuspected',
      'emotionalViolenceSevere',
      'emotionalViolenceSingle',
      'neglect',
      'unclear',
    ]);
  });
  it('two bodies must be told in two rows of table 7', () => {
    expect(needsBoth('emotionalViolenceSevere')).toEqual(['orphansCourt', 'statePolice']);
    expect(needsBoth('broughtToSafetyByForce')).toEqual(['statePolice', 'orphansCourt']);
    expect(dangerSituations.filter((one) => needsBoth(one).length > 0)).toHaveLength(2);
  });
});
