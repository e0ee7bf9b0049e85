/** What the routes of sign-in share: their door, their cookies, the answers they may give. */
import type { FastifyReply } from 'fastify';
import type { SignIn } from '../../../application/sign-in/create-sign-in.ts';
import type { Tokens } from '../../../application/sign-in/sessions.ts';
import type { Cookies } from '../../plugins/cookies.ts';
import { type Api, answers } from '../route.ts';

export type SignInParts = {
  readonly signIn: SignIn;
  readonly cookies: Cookies;
  /** Without a slash at its end. */
  readonly publicUrl: string;
};

/** Registers the routes of one part of sign-in. */
export type SignInRoutes = (api: Api, parts: SignInParts) => void;

const problems = [400, 401, 403, 413, 415, 422, 429, 500, 503] as const;

/** The answers of a route that anybody may call to sign in. */
export function signInAnswers<S extends Readonly<Record<number, unknown>>>(given: S): S {
  return answers(given, problems);
}

/** The answers of a route with a session or an administrator behind it. */
export function accountAnswers<S extends Readonly<Record<number, unknown>>>(given: S): S {
  return answers(given, [...problems, 404, 409, 414]);
}

/** The answers of such a route that only reads. */
export function accountReadAnswers<S extends Readonly<Record<number, unknown>>>(given: S): S {
  return answers(given, [400, 401, 403, 500, 503]);
}

/** Puts new tokens into the browser. */
export function keep({ cookies }: SignInParts, reply: FastifyReply, tokens: Tokens): void {
  cookies.set(reply, 'session', tokens.session);
  if (tokens.device !== undefined) cookies.set(reply, 'device', tokens.device);
}

export const doneAnswer = { done: true } as const;
