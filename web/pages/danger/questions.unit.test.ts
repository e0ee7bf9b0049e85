import { describe, expect, it } from 'vitest';
import { reportRoutes } from '../../../contracts/danger.ts';
import { type Answers, dangerOf, nextQuestion, type QuestionName, type Reply, sights } from './questions.ts';

/** Answers everything that is asked, each time the same, or as named. */
function answered(sight: Answers['sight'], usual: Reply, named: Answers['replies'] = {}): Answers {
  let answers: Answers = { sight, replies: {} };
  for (let name = nextQuestion(answers); name !== null; name = nextQuestion(answers)) {
    answers = { ...answers, replies: { ...answers.replies, [name]: named[name] ?? usual } };
  }
  return answers;
}

const asked = (answers: Answers): readonly QuestionName[] => Object.keys(answers.replies) as QuestionName[];

const told = (answers: Answers) =>
  reportRoutes(dangerOf(answers)).map(
    ({ binding, when, options }) =>
      `${binding} ${when} ${options.map(({ to, channel }) => `${to}:${channel}`).join('|')}`,
  );

describe('the questions of table 7, one at a time (issue 5, screen 3)', () => {
  it.each(sights)('%s: a few questions lead to whom to tell, whatever is answered', (sight) => {
    for (const usual of ['yes', 'no', 'unsure'] as const) {
      const answers = answered(sight, usual);
      expect(asked(answers).length).toBeLessThanOrEqual(6);
      expect(told(answers).length).toBeGreaterThan(0);
    }
  });

  it('physical violence without clear evidence: the orphan’s court, in writing, the same day (K table 7)', () => {
    const answers = answered('physicalViolenceSuspected', 'no');
    expect(asked(answers)).toEqual(['acute', 'evident', 'unexplained', 'afraid', 'suicidal', 'official']);
    expect(told(answers)).toEqual([
      'required sameDay orphansCourt:inWriting',
      'recommended sameDay statePolice:localStation',
    ]);
  });

  it('visible injuries: 110 at once, and no question whose answer would change nothing (K table 7)', () => {
    const answers = answered('physicalViolenceSuspected', 'no', { evident: 'yes' });
    expect(asked(answers)).not.toContain('afraid');
    expect(told(answers)[0]).toBe('required immediately statePolice:call110');
  });

  it('not sure whether it is acute: it is taken as acute, 110 first (K 4.3 police 2)', () => {
    for (const sight of sights) {
      const unsure = told(answered(sight, 'no', { acute: 'unsure' }));
      expect(unsure).toEqual(told(answered(sight, 'no', { acute: 'yes' })));
      if (nextQuestion({ sight, replies: {} }) === 'acute')
        expect(unsure[0]).toMatch(/^required immediately .*call110/);
    }
  });

  it('not sure of the rest: the orphan’s court weighs it (K 4.3 police L2561)', () => {
    expect(told(answered('emotionalViolenceSingle', 'no', { systematic: 'unsure' }))).toContain(
      'required sameDay orphansCourt:inWriting',
    );
  });

  it('an employee is suspected: the Child Protection Centre too (K table 11 B)', () => {
    expect(told(answered('violenceAtSchool', 'no', { official: 'yes' }))).toContain(
      'required immediately childProtectionCentre:free',
    );
  });

  it('signs of a crime, or doubt about them: not the municipal police (K 5.10)', () => {
    for (const crime of ['yes', 'unsure'] as const)
      expect(told(answered('unlawfulAct', 'no', { crime })).join()).not.toContain('municipalPolice');
  });
});
