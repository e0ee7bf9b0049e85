/** What can be wrong with a procedure. */
export const procedureProblemCodes = [
  /** No fact of this name is in the vocabulary. */
  'unknownFact',
  /** None of the facts in question has this field. */
  'unknownField',
  /** The closed list of the field, or of the expression, has no such code. */
  'unknownCode',
  /** The field is of a kind for which this makes no sense, or two fields that must be equal differ in kind. */
  'wrongKind',
  /** The field holds neither a day nor a moment. */
  'notADayField',
  /** `element` without `perId`. */
  'noElement',
  'unknownDuty',
  'unknownStep',
  /** No way leads here from the first step or from one that may be entered at any time. */
  'unreachableStep',
  'missingSource',
  'malformedSource',
  'malformedId',
  'duplicateId',
  /** An amount that is no whole number from 1 up. */
  'badAmount',
  /** No such day of the calendar, or an end before its beginning. */
  'badDay',
  /** A duty of danger whose last day may move. */
  'dangerLanding',
  /** A ceiling that protects a child and may land later. */
  'ceilingLanding',
  /** A term's force where nothing is timed, or none where something is. */
  'forceMismatch',
  /** A rung of the escalation before the one below it. */
  'rungOrder',
  'emptyTitle',
  'emptyText',
  /** A list that says nothing. */
  'emptyList',
] as const;
export type ProcedureProblemCode = (typeof procedureProblemCodes)[number];

/** `path` points into the procedure: `duties[3].settledBy.by.fact`. `found` is what stands there. */
export type ProcedureProblem = {
  readonly code: ProcedureProblemCode;
  readonly path: string;
  readonly found?: string;
};

/** One problem, as a list, so that checks can be put together. */
export function problem(
  code: ProcedureProblemCode,
  path: string,
  found?: unknown,
): readonly ProcedureProblem[] {
  return [found === undefined ? { code, path } : { code, path, found: textOf(found) }];
}

function textOf(found: unknown): string {
  return typeof found === 'string' ? found : JSON.stringify(found);
}
