import { Refused } from '../requests/request.ts';

/** What the API says about single fields, by their place in the request; for `form.setErrors`. */
export function fieldErrorsOf(error: unknown): Record<string, string> {
  if (!(error instanceof Refused)) return {};
  const { errors = [], path, detail, title } = error.problem;
  const found = Object.fromEntries(errors.map((one) => [one.path, one.message]));
  return path === undefined || path === '' ? found : { [path]: detail ?? title, ...found };
}

/** Whether somebody else changed the same thing meanwhile. */
export function isConflict(error: unknown): boolean {
  return error instanceof Refused && error.problem.status === 412;
}
