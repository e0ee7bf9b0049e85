/** Every screen of the client: whose, where, and what is pressed to get there. Nothing is recorded on the way. */

import type { Screen } from './photographer.ts';
import { adminScreens } from './screens-administration.ts';
import { caseScreens } from './screens-case.ts';
import { dangerScreens } from './screens-danger.ts';
import { entryScreens } from './screens-entry.ts';
import { listScreens } from './screens-lists.ts';

export const screens: readonly Screen[] = [
  ...entryScreens,
  ...listScreens,
  ...caseScreens,
  ...dangerScreens,
  ...adminScreens,
];
