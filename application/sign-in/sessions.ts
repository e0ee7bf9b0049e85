/** Sessions: opened at sign-in under a new token each time, listed and ended by their owner. */
import { randomUUID } from 'node:crypto';
import {
  type AccountRow,
  accountOf,
  type Post,
  postsOf,
  setTourSeen,
} from '../../db/repositories/auth-people.ts';
import {
  findSession,
  insertDevice,
  insertSession,
  isKnownDevice,
  listSessions,
  revokeSession,
  revokeSessions,
  type SessionRow,
  updateSession,
} from '../../db/repositories/auth-sessions.ts';
import { logAct } from '../../db/repositories/auth-tickets.ts';
import { asAuth, type Transaction } from '../../db/transaction.ts';
import { type Instant, millisecondsBetween, minOf, plusMilliseconds } from '../../domain/time.ts';
import { granted, refused, type SignInDeps, type SignInResult, type Visitor } from './deps.ts';
import { needsSecondFactor } from './second-factor-policy.ts';
import { hashOf, newToken } from './tokens.ts';

const minute = 60_000;
/** A working day. */
const sessionMs = 12 * 60 * minute;
const idleMs = 2 * 60 * minute;
/** For the code that is still to come. */
const halfSessionMs = 10 * minute;
/** How long ago somebody may have signed in who changes how they sign in. */
const freshMs = 30 * minute;
const touchEveryMs = minute;
const deviceMs = 180 * 24 * 60 * minute;

export type Method = SessionRow['methods'][number];

/** Who a session token stands for. */
export type Caller = {
  readonly sessionId: string;
  readonly personId: string;
  readonly stage: SessionRow['stage'];
  /** Two factors were shown. */
  readonly secondFactor: boolean;
  readonly secondFactorRequired: boolean;
  readonly authenticatedAt: Instant;
  readonly methods: readonly Method[];
  readonly posts: readonly Post[];
  /** The institution named by the caller, else chosen for the session, else the only one; null where it is none of theirs. */
  readonly institutionId: string | null;
  readonly expiresAt: Instant;
};

/** Tokens for the browser; `session` replaces whatever it had. */
export type Tokens = { readonly session: string; readonly device?: string };

/** Opens a session. What token the browser had before plays no part: none is taken over (session fixation). */
export async function openSession(
  tx: Transaction,
  now: Instant,
  opened: {
    readonly personId: string;
    readonly methods: readonly Method[];
    readonly secondFactor: boolean;
    readonly stage: SessionRow['stage'];
    readonly visitor: Visitor;
  },
): Promise<Tokens> {
  const { personId, methods, secondFactor, stage, visitor } = opened;
  const { token, hash } = newToken();
  await insertSession(tx, {
    id: randomUUID(),
    personId,
    tokenHash: hash,
    stage,
    methods,
    secondFactor,
    createdAt: now,
    authenticatedAt: now,
    lastSeenAt: now,
    expiresAt: plusMilliseconds(now, stage === 'full' ? sessionMs : halfSessionMs),
    agent: visitor.agent.slice(0, 120),
    source: visitor.source,
  });
  if (stage !== 'full') return { session: token };
  const device = await rememberDevice(tx, now, personId, visitor);
  return { session: token, ...(device === null ? {} : { device }) };
}

/** A token for a browser that is not known yet; null where it is. */
export async function rememberDevice(
  tx: Transaction,
  now: Instant,
  personId: string,
  visitor: Visitor,
): Promise<string | null> {
  if ((await knownDeviceOf(tx, now, personId, visitor)) !== null) return null;
  const { token, hash } = newToken();
  await insertDevice(tx, {
    id: randomUUID(),
    personId,
    tokenHash: hash,
    createdAt: now,
    expiresAt: plusMilliseconds(now, deviceMs),
  });
  return token;
}

/** The browser's device token, where this person has signed in with it before. */
export async function knownDeviceOf(
  tx: Transaction,
  now: Instant,
  personId: string | null,
  { device }: Visitor,
): Promise<string | null> {
  if (device === null) return null;
  // Asked for nobody, too, so that an unknown address takes the same way.
  const who = personId ?? '00000000-0000-0000-0000-000000000000';
  return (await isKnownDevice(tx, hashOf(device), who, now)) ? device : null;
}

/** Whose session this is; null where it is none, ended, over or idle for too long. */
export async function whoIs(
  deps: SignInDeps,
  token: string,
  actingFor: string | null,
): Promise<Caller | null> {
  const now = deps.wall();
  const productNow = await deps.clock.now();
  return await asAuth(deps.database, async (tx) => {
    const found = await findSession(tx, hashOf(token), now);
    if (found === null || millisecondsBetween(found.lastSeenAt, now) > idleMs) return null;
    const posts = await postsOf(tx, found.personId, productNow);
    if (millisecondsBetween(found.lastSeenAt, now) > touchEveryMs)
      await updateSession(tx, found.id, { lastSeenAt: now });
    return {
      sessionId: found.id,
      personId: found.personId,
      stage: found.stage,
      secondFactor: found.secondFactor,
      secondFactorRequired: needsSecondFactor(posts),
      authenticatedAt: found.authenticatedAt,
      methods: found.methods,
      posts,
      institutionId: institutionOf(posts, actingFor ?? found.institutionId),
      expiresAt: found.expiresAt,
    };
  });
}

/** Whether a session still holds, without counting as a sign of the person: an open page alone keeps nobody in. */
export async function sessionHolds(deps: SignInDeps, token: string): Promise<boolean> {
  const now = deps.wall();
  return await asAuth(deps.database, async (tx) => {
    const found = await findSession(tx, hashOf(token), now);
    return found !== null && millisecondsBetween(found.lastSeenAt, now) <= idleMs;
  });
}

function institutionOf(posts: readonly Post[], wanted: string | null): string | null {
  const theirs = new Set(posts.map(({ institutionId }) => institutionId));
  if (wanted !== null) return theirs.has(wanted) ? wanted : null;
  const [only] = theirs;
  return theirs.size === 1 && only !== undefined ? only : null;
}

/** Did the caller prove lately who they are? Changing how one signs in asks for it. */
export function isFresh({ authenticatedAt }: Pick<Caller, 'authenticatedAt'>, now: Instant): boolean {
  return millisecondsBetween(authenticatedAt, now) <= freshMs;
}

/** The account behind a session. */
export async function accountOfCaller(tx: Transaction, caller: Caller): Promise<AccountRow> {
  const account = await accountOf(tx, caller.personId);
  if (account === null) throw new Error('a session without an account');
  return account;
}

/** Sets the institution that the session acts for where a request names none. */
export async function chooseInstitution(
  deps: SignInDeps,
  caller: Caller,
  institutionId: string,
): Promise<SignInResult<null>> {
  if (!caller.posts.some((post) => post.institutionId === institutionId)) return refused('notFound');
  await asAuth(deps.database, (tx) => updateSession(tx, caller.sessionId, { institutionId }));
  return granted(null);
}

/** Remembers that the person has seen the tour of the first visit, or wants it once more. */
export async function rememberTour(deps: SignInDeps, caller: Caller, seen: boolean): Promise<void> {
  await asAuth(deps.database, (tx) => setTourSeen(tx, caller.personId, seen ? deps.wall() : null));
}

/** Ends the session that the caller came with. */
export async function signOut(deps: SignInDeps, caller: Caller, visitor: Visitor): Promise<void> {
  const now = deps.wall();
  await asAuth(deps.database, async (tx) => {
    await revokeSession(tx, caller.personId, caller.sessionId, now);
    await logAct(tx, now, { act: 'signedOut', personId: caller.personId, source: visitor.source });
  });
}

export type SessionView = {
  readonly id: string;
  readonly current: boolean;
  readonly agent: string;
  readonly source: string;
  readonly methods: readonly Method[];
  readonly createdAt: Instant;
  readonly lastSeenAt: Instant;
  readonly endsAt: Instant;
};

/** The caller's sessions that still work. */
export async function ownSessions(deps: SignInDeps, caller: Caller): Promise<readonly SessionView[]> {
  const now = deps.wall();
  const rows = await asAuth(deps.database, (tx) =>
    listSessions(tx, caller.personId, now, plusMilliseconds(now, -idleMs)),
  );
  return rows.map((row) => ({
    id: row.id,
    current: row.id === caller.sessionId,
    agent: row.agent,
    source: row.source,
    methods: row.methods,
    createdAt: row.createdAt,
    lastSeenAt: row.lastSeenAt,
    endsAt: minOf(row.expiresAt, plusMilliseconds(row.lastSeenAt, idleMs)),
  }));
}

/** Ends one of the caller's own sessions. */
export async function endSession(
  deps: SignInDeps,
  caller: Caller,
  sessionId: string,
  visitor: Visitor,
): Promise<SignInResult<null>> {
  const now = deps.wall();
  return await asAuth(deps.database, async (tx) => {
    if (!(await revokeSession(tx, caller.personId, sessionId, now))) return refused('notFound');
    await logAct(tx, now, { act: 'sessionRevoked', personId: caller.personId, source: visitor.source });
    return granted(null);
  });
}

/** Ends all of the caller's sessions but this one; says how many. */
export async function endOtherSessions(
  deps: SignInDeps,
  caller: Caller,
  visitor: Visitor,
): Promise<{ readonly ended: number }> {
  const now = deps.wall();
  return await asAuth(deps.database, async (tx) => {
    const ended = await revokeSessions(tx, caller.personId, now, caller.sessionId);
    await logAct(tx, now, {
      act: 'sessionsRevoked',
      personId: caller.personId,
      source: visitor.source,
      detail: { count: ended },
    });
    return { ended };
  });
}

/** Gives a session a new token, after something about it grew: a token seen before is worth nothing then. */
export async function renewSession(
  tx: Transaction,
  now: Instant,
  caller: Caller,
  method: Method | null,
): Promise<Tokens> {
  const { token, hash } = newToken();
  const methods =
    method === null || caller.methods.includes(method) ? caller.methods : [...caller.methods, method];
  await updateSession(tx, caller.sessionId, {
    tokenHash: hash,
    authenticatedAt: now,
    methods,
    secondFactor: caller.secondFactor || method !== null,
  });
  return { session: token };
}
