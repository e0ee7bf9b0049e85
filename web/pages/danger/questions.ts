/**
 * The questions of table 7, one at a time. Whom to tell is the core's to say (`reportRoutes`); here is only what is
 * worth asking: a question is left out where no answer to it would change whom to tell, how or by when.
 */
import { type DangerSituation, type DescribedDanger, reportRoutes } from '../../../contracts/danger.ts';

/** What somebody may have seen or been told, the most frequent first; stricter rows follow from the questions. */
export const sights = [
  'physicalViolenceSuspected',
  'sexualViolence',
  'emotionalViolenceSingle',
  'neglect',
  'suicidalSigns',
  'afraidToGoHome',
  'youngChildUnsupervised',
  'violenceAtSchool',
  'byOfficial',
  'adultsThreaten',
  'learnerIntoxicated',
  'unlawfulAct',
  'acuteDanger',
  'broughtToSafetyByForce',
  'unclear',
] as const satisfies readonly DangerSituation[];
export type Sight = (typeof sights)[number];

export type QuestionName =
  | 'acute'
  | 'evident'
  | 'unexplained'
  | 'afraid'
  | 'systematic'
  | 'unsupervised'
  | 'crime'
  | 'suicidal'
  | 'official';

export type Reply = 'yes' | 'no' | 'unsure';

/** What was answered so far. It names nobody. */
export type Answers = {
  readonly sight: Sight;
  readonly replies: { readonly [Q in QuestionName]?: Reply };
};

type Known = Omit<DescribedDanger, 'situation'>;
type Question = {
  readonly name: QuestionName;
  /** Where it makes sense; everywhere if left out. */
  readonly of?: readonly Sight[];
  readonly yes: Known;
  /** Doubt is taken as danger, or left to the orphan’s court, whom the milder row names already (K 4.3 police L2561). */
  readonly unsure: Known;
};

const violence = ['physicalViolenceSuspected', 'sexualViolence', 'emotionalViolenceSingle'] as const;
const harm = [...violence, 'neglect', 'afraidToGoHome'] as const;

const questions: readonly Question[] = [
  { name: 'acute', yes: { acute: true }, unsure: { acute: true } },
  {
    name: 'evident',
    of: ['physicalViolenceSuspected'],
    yes: { clearEvidence: true },
    unsure: {},
  },
  {
    name: 'unexplained',
    of: ['physicalViolenceSuspected', 'neglect'],
    yes: { injuriesUnexplained: true },
    unsure: {},
  },
  { name: 'afraid', of: [...violence, 'neglect'], yes: { afraidToGoHome: true }, unsure: {} },
  {
    name: 'systematic',
    of: ['emotionalViolenceSingle'],
    yes: { systematic: true },
    unsure: {},
  },
  {
    name: 'unsupervised',
    of: ['neglect'],
    yes: { ageUnder7: true, unsupervised: true },
    unsure: {},
  },
  { name: 'crime', of: ['unlawfulAct'], yes: { signsOfCrime: true }, unsure: { signsOfCrime: true } },
  { name: 'suicidal', of: harm, yes: { suicidalSigns: true }, unsure: { suicidalSigns: true } },
  {
    name: 'official',
    of: [...harm, 'violenceAtSchool'],
    yes: { byOfficial: true },
    unsure: { inDoubt: true },
  },
];

/** The danger as it was described. */
export function dangerOf({ sight, replies }: Answers): DescribedDanger {
  const known = questions.map(({ name, yes, unsure }): Known => {
    const reply = replies[name];
    return reply === 'yes' ? yes : reply === 'unsure' ? unsure : {};
  });
  return Object.assign({ situation: sight }, ...known) as DescribedDanger;
}

/** What to ask next; null where whom to tell is clear. */
export function nextQuestion(answers: Answers): QuestionName | null {
  const open = questions.find(
    ({ name, of }) =>
      answers.replies[name] === undefined &&
      (of === undefined || of.includes(answers.sight)) &&
      changesRoutes(answers, name),
  );
  return open?.name ?? null;
}

function changesRoutes(answers: Answers, name: QuestionName): boolean {
  const told = (['yes', 'no', 'unsure'] as const).map((reply) =>
    written({ ...answers, replies: { ...answers.replies, [name]: reply } }),
  );
  return new Set(told).size > 1;
}

/** Whom to tell, how, by when and how firmly; not from which row it follows. */
function written(answers: Answers): string {
  return JSON.stringify(
    reportRoutes(dangerOf(answers)).map(({ options, when, binding }) => ({ options, when, binding })),
  );
}
