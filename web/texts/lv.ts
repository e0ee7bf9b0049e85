/** Latvian texts. Terms as in the glossary; forms of number: `_zero` 0, 10–20 and such, `_one` 1, 21, `_other` 2–9. */
import { shell } from './lv/shell.ts';
import { signIn } from './lv/sign-in.ts';

export const lv = { shell, signIn } as const;
