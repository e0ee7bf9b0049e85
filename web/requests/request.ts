/** The one way to ask the API: JSON, the language of the page, problems as typed errors. */
import type { Problem } from '../../contracts/problem.ts';
import { currentLanguage } from '../app/language.ts';

/** The API refused, and says what, where and what would be right, in the language of the page. */
export class Refused extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.code);
    this.name = 'Refused';
    this.problem = problem;
  }
}

/** The API could not be reached: no network, or it is not up. What was typed is kept by the page. */
export class Unreachable extends Error {
  constructor(cause: unknown) {
    super('unreachable', { cause });
    this.name = 'Unreachable';
  }
}

/** Whether an act that carries a key is tried again by itself: once the network is back, and not without end. */
export function whenReachable(failures: number, error: Error): boolean {
  return error instanceof Unreachable && failures < 3;
}

export type Asking = {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly body?: unknown;
  /** The same for every try of one act, so that it is carried out once. */
  readonly idempotencyKey?: string;
  /** The version that the person saw; refused where somebody else was quicker. */
  readonly version?: number;
  readonly signal?: AbortSignal;
};

const base = '/api/v1';

/** Asks a route. Throws `Refused` or `Unreachable`; anything else is a fault of ours. */
export async function ask<T>(path: string, asking: Asking = {}): Promise<T> {
  const { method = 'GET', body, signal } = asking;
  const response = await reach(`${base}${path}`, {
    method,
    headers: headersOf(asking),
    credentials: 'same-origin',
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal === undefined ? {} : { signal }),
  });
  const answer: unknown = await response.json().catch((cause: unknown) => {
    throw new Unreachable(cause);
  });
  if (!response.ok) throw new Refused(answer as Problem);
  return answer as T;
}

/** Asks a route that answers with a text, such as a file. Throws as `ask` does. */
export async function askText(path: string): Promise<string> {
  const response = await reach(`${base}${path}`, {
    headers: { ...headersOf({}), accept: '*/*' },
    credentials: 'same-origin',
  });
  const text = await response.text().catch((cause: unknown) => {
    throw new Unreachable(cause);
  });
  if (!response.ok) throw new Refused(JSON.parse(text) as Problem);
  return text;
}

function headersOf({ body, idempotencyKey, version }: Asking): Record<string, string> {
  return {
    accept: 'application/json, application/problem+json',
    'accept-language': currentLanguage(),
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
    ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
  };
}

async function reach(address: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(address, init);
  } catch (cause) {
    const tooSlow = cause instanceof DOMException && cause.name === 'TimeoutError';
    if (init.signal?.aborted === true && !tooSlow) throw cause;
    throw new Unreachable(cause);
  }
}

/** A query string of what is given; nothing of what is left out. */
export function queryOf(values: Readonly<Record<string, string | number | boolean | undefined>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) if (value !== undefined) query.set(name, String(value));
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}
