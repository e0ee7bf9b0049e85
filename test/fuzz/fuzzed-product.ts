/** The real API on a port, over PostgreSQL, with cases in different states and one person in every role. */

import { developmentTokenOf, developmentTokens } from '../../api/development-tokens.ts';
import { serve } from '../../api/serve.ts';
import { goodPassword, origin, type SignInApi, signInApi } from '../../api/testing/sign-in-api.ts';
import type { Actor } from '../../application/application.ts';
import { openDatabase } from '../../db/connect.ts';
import { holdingsOf, insertDirectory } from '../../db/repositories/directory.ts';
import { markTraining } from '../../db/repositories/runtime.ts';
import { asActor, asClock } from '../../db/transaction.ts';
import { type InstitutionKind, type Role, roles } from '../../domain/procedure/party.ts';
import { instant } from '../../domain/time.ts';
import { makeSmallMunicipality } from '../support/small-municipality.ts';
import { openCases } from './cases.ts';
import { fixedId } from './fixed-id.ts';

/** Who calls: headers of every request, and the ids that a guess at random would never meet. */
export type FuzzingCaller = {
  readonly name: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly institutionId: string | null;
};

export type FuzzedProduct = {
  readonly address: string;
  readonly callers: readonly FuzzingCaller[];
  readonly known: KnownIds;
  /** Whether anything that this caller asked for was given: a run of refusals alone shows nothing. */
  wasLetIn(caller: FuzzingCaller): boolean;
  close(): Promise<void>;
};

/** Values that stand in for generated ones now and then, so that requests get past the first “no such thing”. */
export type KnownIds = {
  readonly dossiers: readonly string[];
  readonly caseNumbers: readonly string[];
  readonly persons: readonly string[];
  readonly institutions: readonly string[];
};

/** Institutions of the small municipality lack these; a role works where its holder would. */
const homes: Readonly<Record<Role, InstitutionKind>> = {
  classTeacher: 'school',
  supportStaff: 'school',
  socialPedagogue: 'school',
  teacher: 'school',
  principal: 'school',
  administration: 'school',
  authorisedPerson: 'school',
  onCall: 'school',
  caseManager: 'school',
  previousCaseManager: 'school',
  staff: 'municipalPolice',
  head: 'socialService',
  socialWorker: 'socialService',
  familyAssistant: 'socialService',
  secretary: 'cooperationGroup',
  specialist: 'childProtectionCentre',
  dataProtectionOfficer: 'municipality',
  administrator: 'school',
  service: 'school',
  supportCoordinator: 'school',
  attendanceContact: 'school',
  juvenileContact: 'school',
};

const longAgo = instant('2020-01-01T00:00:00.000Z');
/** Requests from one address, so that limits are met and passed again. */
const requestsPerSource = 100;
const secondMs = 1_000;

/** Boots everything and listens. Each request finds the wall clock a second later. */
export async function startFuzzedProduct(): Promise<FuzzedProduct> {
  let api: SignInApi | undefined;
  const tokens = developmentTokens({
    training: () => Promise.resolve(true),
    institutionsOf: async (personId) => {
      if (api === undefined) return [];
      const now = api.now();
      const { store } = api;
      const held = await asActor(store.api, { personId, now }, (tx) => holdingsOf(tx, personId, now));
      return held.map(({ institutionId }) => institutionId);
    },
  });
  api = await signInApi({ app: { tokens, demo: true, trustedProxies: ['127.0.0.1'] } });
  const started = api;
  await asClock(started.store.owner, markTraining);
  let requests = 0;
  started.app.addHook('onRequest', (request, _reply, done) => {
    requests++;
    started.pass(secondMs);
    const source = Math.floor(requests / requestsPerSource);
    request.headers['x-forwarded-for'] = `10.0.${source >> 8}.${source & 255}`;
    done();
  });
  const letIn = new Set<string>();
  started.app.addHook('onResponse', (request, reply, done) => {
    const { authorization, cookie } = request.headers;
    const shown = authorization ?? cookie;
    if (shown !== undefined && reply.statusCode < 300) letIn.add(shown);
    done();
  });
  const people = await addPeople(started);
  const cases = await openCases(started);
  const elsewhere = await makeSmallMunicipality(started.store.ownerUrl, started.now());
  const session = await signedIn(started);
  const served = await serve(started.app, '127.0.0.1', 0);
  const { place } = started;
  return {
    address: served.address,
    callers: [
      { name: 'nobody', headers: {}, institutionId: null },
      session,
      ...people.map(({ role, actor }) => caller(role, actor)),
      caller('caseManagersTeacher', place.teacher),
      caller('receiver', place.socialHead),
      caller('elsewhere', elsewhere.principal),
    ],
    known: {
      ...cases,
      persons: [place.teacher.personId, ...people.map(({ actor }) => actor.personId)],
      institutions: [place.school, place.socialService, place.police, elsewhere.school],
    },
    wasLetIn: ({ headers }) => letIn.has(headers['Authorization'] ?? headers['Cookie'] ?? ''),
    async close() {
      await served.stop(0);
      await started.close();
    },
  };
}

function caller(name: string, { personId, institutionId }: Actor): FuzzingCaller {
  return { name, headers: { Authorization: `Bearer ${developmentTokenOf(personId)}` }, institutionId };
}

/** A session that nothing but signing out ends. */
async function signedIn(api: SignInApi): Promise<FuzzingCaller> {
  const { principal } = api.place;
  await api.openAccount(principal);
  const browser = api.browser();
  await browser.send('POST', '/sign-in/password', { mail: principal.mail, password: goodPassword });
  const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  return {
    name: 'session',
    headers: { Cookie: cookie, Origin: origin },
    institutionId: principal.institutionId,
  };
}

type Held = { readonly role: Role; readonly actor: Actor };

/** One person for each role that there is. */
async function addPeople({ store, place }: SignInApi): Promise<readonly Held[]> {
  const kinds = [...new Set(Object.values(homes))];
  const there: Readonly<Partial<Record<InstitutionKind, string>>> = {
    school: place.school,
    socialService: place.socialService,
  };
  const idOf = (kind: InstitutionKind) => there[kind] ?? fixedId(kind);
  const held = roles.map((role) => ({
    role,
    actor: { personId: fixedId(`person ${role}`), institutionId: idOf(homes[role]) },
  }));
  const database = openDatabase(store.ownerUrl, 1);
  try {
    await asClock(database, (tx) =>
      insertDirectory(tx, {
        institutions: kinds
          .filter((kind) => there[kind] === undefined)
          .map((kind) => ({
            id: idOf(kind),
            municipalityId: place.id,
            kind,
            name: kind,
            createdAt: longAgo,
          })),
        persons: held.map(({ role, actor }) => ({
          id: actor.personId,
          displayName: role,
          mail: `${role}@terminsargs.example`,
          language: 'lv',
          createdAt: longAgo,
        })),
        roleHolders: held.map(({ role, actor }) => ({
          id: fixedId(`holder ${role}`),
          personId: actor.personId,
          institutionId: actor.institutionId,
          role,
          fromAt: longAgo,
        })),
      }),
    );
  } finally {
    await database.close();
  }
  return held;
}
