/** Somebody whose role asks for a second factor: sets an authenticator up on the first way in of a run. */
import type { BrowserContextOptions } from 'playwright-core';
import { inject } from 'vitest';
import { signInAs } from '../../bin/lib/sign-in-steps.ts';
import { type Visitor, visit } from './visit.ts';

/** As often as wanted in a run: the recovery codes told at the first visit open the later ones. */
export async function visitWithFactor(mail: string, options?: BrowserContextOptions): Promise<Visitor> {
  const visitor = await visit(options);
  // Files of a run share nothing but a folder.
  await signInAs(visitor.page, mail, inject('runFolder'));
  return visitor;
}
