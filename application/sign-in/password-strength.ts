/** Which passwords are taken: long ones that are hard to guess. No rules about kinds of characters (NIST SP 800-63B, 3.1.1.2). */
import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';

export const shortestPassword = 12;
export const longestPassword = 256;

/** Of 4: more than 10⁸ guesses. */
const leastScore = 3;
/** Words of the product itself, which a guesser tries first. */
const ownWords = ['terminsargs', 'termiņsargs', 'parole', 'skola', 'latvija'];
/** More than this says nothing more, and takes the longer. */
const lookedAt = 64;

let guesser: ZxcvbnFactory | undefined;

/** `about`: what is known of the person, such as name and address. */
export function isStrongPassword(password: string, about: readonly string[]): boolean {
  if (password.length < shortestPassword || password.length > longestPassword) return false;
  // Loading the dictionaries takes a moment and some megabytes: at the first password, not at the start.
  guesser ??= new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });
  const words = [...ownWords, ...about.flatMap((text) => [text, ...text.split(/[\s@._-]+/)])];
  const known = words.filter((word) => word.length > 2);
  return guesser.check(password.normalize('NFKC').slice(0, lookedAt), known).score >= leastScore;
}
