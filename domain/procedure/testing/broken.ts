/** One fault put into a sound procedure. */
import type { Procedure } from '../procedure.ts';
import type { ProcedureProblemCode } from '../procedure-problem.ts';

/** What is wrong, the procedure in which it is, and the one problem that must be found at the one place. */
export type Broken = readonly [what: string, procedure: Procedure, code: ProcedureProblemCode, path: string];
