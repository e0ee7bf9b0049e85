/** English texts. */
import { shell } from './en/shell.ts';
import { signIn } from './en/sign-in.ts';
import type { EnglishTexts } from './texts.ts';

export const en: EnglishTexts = { shell, signIn };
