/** English texts. */
import { duty } from './en/duty.ts';
import { shell } from './en/shell.ts';
import { signIn } from './en/sign-in.ts';
import { today } from './en/today.ts';
import type { EnglishTexts } from './texts.ts';

export const en: EnglishTexts = { duty, shell, signIn, today };
