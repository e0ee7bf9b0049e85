import { ApplicationFailure } from '@temporalio/activity';
import { failureCode } from './failure-code.ts';

/** Failures reach Temporal as codes: the message of a database error quotes values. */
export async function coded<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const code = failureCode(error);
    const failure = ApplicationFailure.create({ message: code, type: code });
    // It would only say that this line was reached, in every history.
    failure.stack = '';
    throw failure;
  }
}
