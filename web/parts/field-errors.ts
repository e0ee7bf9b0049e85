import { Refused } from '../requests/request.ts';

/** What the API says about single fields, by their place in the request; for `form.setErrors`. */
export function fieldErrorsOf(error: unknown): Record<string, string> {
  if (!(error instanceof Refused)) return {};
  const { errors = [], path, detail, title } = error.problem;
  const found = Object.fromEntries(errors.map((one) => [one.path, one.message]));
  return path === undefined || path === '' ? found : { [path]: detail ?? title, ...found };
}

/** Whether a form with these fields says beside one of them what is wrong: then it need not be said below once more. */
export function isSaidBeside(error: unknown, values: object): boolean {
  return Object.keys(fieldErrorsOf(error)).some((field) => field in values);
}

/** Whether somebody else changed the same thing meanwhile. */
export function isConflict(error: unknown): boolean {
  return error instanceof Refused && error.problem.status === 412;
}
