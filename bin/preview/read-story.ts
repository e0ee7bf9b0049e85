/** A story file's text, checked by its schema. */
import { fieldErrorsOf } from '../../contracts/field-error.ts';
import { type Story, story } from '../../contracts/story.ts';
import { procedures } from '../../procedures/index.ts';

/** One line for each thing that is wrong: the place in the file (`facts[3].data.sentOn`) and what is wrong there. */
export type StoryProblem = { readonly path: string; readonly message: string };

export type ReadStory =
  | { readonly ok: true; readonly story: Story }
  | { readonly ok: false; readonly problems: readonly StoryProblem[] };

/** Never throws: whatever the text is, it is a story or its problems are told. */
export function readStory(text: string): ReadStory {
  let input: unknown;
  try {
    input = JSON.parse(text);
  } catch (error) {
    const message = error instanceof SyntaxError ? error.message : String(error);
    return { ok: false, problems: [{ path: '', message: `This is no JSON: ${message}` }] };
  }
  const parsed = story.safeParse(input);
  if (!parsed.success) {
    const problems = fieldErrorsOf(parsed.error, input, 'en').map(({ path, message, allowed }) => ({
      path,
      message: allowed === undefined ? message : `${message} Choose from: ${allowed.join(', ')}.`,
    }));
    return { ok: false, problems };
  }
  if (!Object.hasOwn(procedures, parsed.data.procedure)) {
    const shipped = Object.keys(procedures).join(', ');
    return {
      ok: false,
      problems: [{ path: 'procedure', message: `There is no such procedure. Choose from: ${shipped}.` }],
    };
  }
  return { ok: true, story: parsed.data };
}
