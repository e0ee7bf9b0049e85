import { describe, expect, it } from 'vitest';
import { calendarDay } from '../time.ts';
import { isAdultOn, type LearnerProfile, unknownResidence } from './learner.ts';
import { helpAtOnce, responsibleMunicipality } from './responsible-municipality.ts';
import { contact, inMunicipality, nowhere, profile } from './testing/profiles.ts';

const today = calendarDay('2026-11-20');
const smiltene = 'Smiltenes novads';
const cesis = 'Cēsu novads';
const valka = 'Valkas novads';

const mother = (change = {}) => contact('mother', { relation: 'mother', ...change });
const father = (change = {}) => contact('father', { relation: 'father', ...change });
const residing = (change: Partial<LearnerProfile['residence']>) => ({ ...unknownResidence, ...change });
const of = (change: Partial<LearnerProfile>) => responsibleMunicipality(profile(change), today);

describe('responsible municipality (duties 1; V 2; K 4.2, fn 54)', () => {
  it('the parents’ declared residence', () => {
    const contacts = [
      mother({ declared: inMunicipality(smiltene) }),
      father({ declared: inMunicipality(smiltene) }),
    ];
    expect(of({ contacts })).toEqual({ known: true, municipality: smiltene, ground: 'parentsDeclared' });
    expect(of({ contacts: contacts.slice(0, 1) })).toMatchObject({ municipality: smiltene });
  });

  it('a municipality is the same however its name is typed', () => {
    const contacts = [
      mother({ declared: inMunicipality(cesis) }),
      father({ declared: inMunicipality(' CESU  novads') }),
    ];
    expect(of({ contacts })).toMatchObject({ known: true, municipality: cesis });
  });

  it('if they differ, the parent with whom the child lives (K fn 54, V 2)', () => {
    const contacts = [
      mother({ declared: inMunicipality(smiltene), livesApart: true }),
      father({ declared: inMunicipality(cesis) }),
    ];
    expect(of({ contacts })).toEqual({ known: true, municipality: cesis, ground: 'parentLivedWith' });
    expect(of({ contacts, residence: residing({ stays: cesis }) })).toMatchObject({ municipality: cesis });
  });

  it('K’s text says where the learner himself stays (L1674): where the two differ, ask', () => {
    const contacts = [
      mother({ declared: inMunicipality(smiltene), livesApart: true }),
      father({ declared: inMunicipality(cesis) }),
    ];
    expect(of({ contacts, residence: residing({ stays: valka }) })).toEqual({
      known: false,
      ask: 'parentOrLearner',
      candidates: [cesis, valka],
    });
  });

  it('and record the ground: the answer holds while the facts speak for it, and outweighs no rule', () => {
    const apart = [
      mother({ declared: inMunicipality(smiltene), livesApart: true }),
      father({ declared: inMunicipality(cesis) }),
    ];
    const asked = { municipality: valka, ground: 'Dzīvo dienesta viesnīcā visu nedēļu.' };
    expect(of({ contacts: apart, residence: residing({ stays: valka, asked }) })).toEqual({
      known: true,
      municipality: valka,
      ground: 'asked',
    });
    expect(of({ contacts: apart, residence: residing({ stays: 'Alūksnes novads', asked }) })).toMatchObject({
      known: false,
      candidates: [cesis, 'Alūksnes novads'],
    });
    const together = [mother({ declared: inMunicipality(smiltene) })];
    expect(of({ contacts: together, residence: residing({ asked }) })).toMatchObject({
      municipality: smiltene,
    });
  });

  it('parents declared apart, and with whom the child lives is not known, or is both or neither: ask', () => {
    for (const livesApart of [true, false]) {
      const contacts = [
        mother({ declared: inMunicipality(smiltene), livesApart }),
        father({ declared: inMunicipality(cesis), livesApart }),
      ];
      expect(of({ contacts })).toEqual({ known: false, ask: 'whichParent', candidates: [smiltene, cesis] });
    }
  });

  it('one parent’s declaration not known: it is the other’s if the child lives there, else ask', () => {
    const declared = { declared: inMunicipality(smiltene) };
    const withMother = [mother(declared), father({ livesApart: true })];
    expect(of({ contacts: withMother })).toMatchObject({ municipality: smiltene, ground: 'parentLivedWith' });
    const withFather = [mother({ ...declared, livesApart: true }), father({ actual: cesis })];
    expect(of({ contacts: withFather })).toEqual({
      known: false,
      ask: 'parentsDeclared',
      candidates: [smiltene, cesis],
    });
  });

  it('no declared residence: the parents’ actual residence (67(3))', () => {
    const contacts = [
      mother({ declared: nowhere, actual: cesis }),
      father({ declared: nowhere, actual: cesis }),
    ];
    expect(of({ contacts })).toEqual({ known: true, municipality: cesis, ground: 'parentsActual' });
    const apart = [
      mother({ declared: nowhere, actual: cesis }),
      father({ declared: nowhere, actual: valka }),
    ];
    expect(of({ contacts: apart })).toEqual({
      known: false,
      ask: 'parentsActual',
      candidates: [cesis, valka],
    });
    const unknown = [mother({ declared: nowhere, actual: cesis }), father({ declared: nowhere })];
    expect(of({ contacts: unknown })).toMatchObject({ known: false, ask: 'parentsActual' });
  });

  it('the child’s own declaration elsewhere does not move responsibility (V 2)', () => {
    const contacts = [mother({ declared: inMunicipality(smiltene) })];
    const residence = residing({ own: inMunicipality(valka), stays: valka });
    expect(of({ contacts, residence })).toMatchObject({ municipality: smiltene, ground: 'parentsDeclared' });
  });

  it('out-of-family care: the municipality that decided on it, whatever else is declared (V 2)', () => {
    const contacts = [mother({ declared: inMunicipality(smiltene) })];
    const residence = residing({ outOfFamilyCare: { decidedBy: valka } });
    expect(of({ contacts, residence })).toEqual({
      known: true,
      municipality: valka,
      ground: 'outOfFamilyCare',
    });
    expect(of({ contacts, residence: residing({ outOfFamilyCare: { decidedBy: null } }) })).toMatchObject({
      known: false,
      ask: 'careDecision',
    });
  });

  it('18 or more: their own declared residence, on the day itself', () => {
    const contacts = [mother({ declared: inMunicipality(smiltene) })];
    const residence = residing({ own: inMunicipality(cesis), outOfFamilyCare: { decidedBy: valka } });
    const born = (text: string) => of({ contacts, residence, birthDate: calendarDay(text) });
    expect(born('2008-11-20')).toEqual({ known: true, municipality: cesis, ground: 'ownDeclared' });
    expect(born('2008-11-21')).toMatchObject({ municipality: valka, ground: 'outOfFamilyCare' });
    const unknown = of({
      contacts,
      residence: residing({ stays: valka }),
      birthDate: calendarDay('2000-01-01'),
    });
    expect(unknown).toEqual({ known: false, ask: 'ownDeclared', candidates: [valka] });
  });

  it('day of birth not known: ask only where it matters', () => {
    const contacts = [mother({ declared: inMunicipality(smiltene) })];
    expect(of({ contacts, birthDate: null })).toMatchObject({ municipality: smiltene });
    expect(of({ contacts, birthDate: null, residence: residing({ own: inMunicipality(cesis) }) })).toEqual({
      known: false,
      ask: 'birthDate',
      candidates: [smiltene, cesis],
    });
  });

  it('nothing known: a question, never a guess', () => {
    expect(of({})).toEqual({ known: false, ask: 'parentsDeclared', candidates: [] });
    const asked = { municipality: smiltene, ground: 'Pēc mātes vārdiem.' };
    expect(of({ residence: residing({ asked }) })).toMatchObject({ municipality: smiltene, ground: 'asked' });
  });

  it('danger: the municipality where the child physically is owes help at once and may claim the cost; responsibility stays (V 2, 67(5))', () => {
    const contacts = [mother({ declared: inMunicipality(smiltene) })];
    expect(helpAtOnce(valka, profile({ contacts }), today)).toEqual({
      owedBy: valka,
      costsMayBeClaimedFrom: smiltene,
      responsibility: { known: true, municipality: smiltene, ground: 'parentsDeclared' },
    });
    expect(helpAtOnce(smiltene, profile({ contacts }), today).costsMayBeClaimedFrom).toBeNull();
    expect(helpAtOnce(valka, profile(), today)).toMatchObject({ owedBy: valka, costsMayBeClaimedFrom: null });
  });

  it('born on 29 February: a child until 1 March', () => {
    const born = calendarDay('2008-02-29');
    expect(isAdultOn(born, calendarDay('2026-02-28'))).toBe(false);
    expect(isAdultOn(born, calendarDay('2026-03-01'))).toBe(true);
    expect(isAdultOn(null, today)).toBeNull();
  });
});
