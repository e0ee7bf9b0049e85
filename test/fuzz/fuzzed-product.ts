/**
 * The real API on a port, over PostgreSQL, with cases in different states, one person in every role, an administrator of
 * the municipality and a token of another system.
 */

import { developmentTokenOf, developmentTokens } from '../../api/development-tokens.ts';
import { serve } from '../../api/serve.ts';
import { goodPassword, origin, type SignInApi, signInApi } from '../../api/testing/sign-in-api.ts';
import type { Actor } from '../../application/application.ts';
import { tokenScopes } from '../../contracts/sign-in.ts';
import { openDatabase } from '../../db/connect.ts';
import { holdingsOf, insertDirectory } from '../../db/repositories/directory.ts';
import { markTraining } from '../../db/repositories/runtime.ts';
import { asActor, asClock } from '../../db/transaction.ts';
import { type InstitutionKind, type Role, roles } from '../../domain/procedure/party.ts';
import { instant } from '../../domain/time.ts';
import { makeSmallMunicipality } from '../support/small-municipality.ts';
import { openCases } from './cases.ts';
import { fixedId } from './fixed-id.ts';
import type { KnownIds } from './known-ids.ts';
import { type StartingPoints, startingPoints } from './starting-points.ts';

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
  readonly startingPoints: StartingPoints;
  /** Which operations gave this caller what was asked for, and how often: a run of refusals alone shows nothing. */
  givenTo(caller: FuzzingCaller): ReadonlyMap<string, number>;
  close(): Promise<void>;
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
  const given = new Map<string, Map<string, number>>();
  started.app.addHook('onResponse', (request, reply, done) => {
    const { authorization, cookie } = request.headers;
    const shown = authorization ?? cookie;
    if (shown !== undefined && reply.statusCode < 300) {
      const operation = `${request.method} ${request.routeOptions.url ?? ''}`;
      const counts = given.get(shown) ?? new Map<string, number>();
      given.set(shown, counts.set(operation, (counts.get(operation) ?? 0) + 1));
    }
    done();
  });
  const people = await addPeople(started);
  await openCases(started);
  const elsewhere = await makeSmallMunicipality(started.store.ownerUrl, started.now());
  const session = await signedIn(started);
  const token = await tokenOfSystem(started);
  const known = await knownIds(started, people, elsewhere.school);
  const served = await serve(started.app, '127.0.0.1', 0);
  const { place } = started;
  return {
    address: served.address,
    callers: [
      { name: 'nobody', headers: {}, institutionId: null },
      session,
      token,
      ...people.map(({ role, actor }) => caller(role, actor)),
      caller('caseManagersTeacher', place.teacher),
      caller('receiver', place.socialHead),
      caller('elsewhere', elsewhere.principal),
      caller('municipality', municipalityAdministrator),
    ],
    known,
    startingPoints: startingPoints(known, started.now()),
    givenTo: ({ headers }) => given.get(headers['Authorization'] ?? headers['Cookie'] ?? '') ?? new Map(),
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

/** What a token of another system reaches with every scope. */
async function tokenOfSystem(api: SignInApi): Promise<FuzzingCaller> {
  const { schoolAdministrator, school } = api.place;
  const wanted = { name: 'Žurnāls', scopes: tokenScopes, days: 30 };
  const visitor = { source: '192.0.2.1', agent: 'test', device: null };
  const made = await api.signIn.makeApiToken(schoolAdministrator, wanted, visitor);
  if (!made.ok) throw new Error(`no token: ${made.refused}`);
  return { name: 'token', headers: { Authorization: `Bearer ${made.value.token}` }, institutionId: school };
}

/** In the same order in every run, and of this municipality but for one institution and the staff. */
async function knownIds(
  { store, place }: SignInApi,
  people: readonly Held[],
  foreignSchool: string,
): Promise<KnownIds> {
  const column = async (query: string) =>
    (await store.superuser.unsafe<{ value: string }[]>(query)).map(({ value }) => value);
  const dossiers = `select id from dossier where kind <> 'institutionYear'`;
  return {
    dossiers: await column(`select id as value from dossier where id in (${dossiers}) order by case_number`),
    caseNumbers: await column(
      `select case_number as value from dossier where id in (${dossiers}) order by 1`,
    ),
    persons: [place.teacher.personId, ...people.map(({ actor }) => actor.personId)],
    staff: extras.map((name) => fixedId(`person ${name}`)),
    institutions: [place.school, place.socialService, place.police, foreignSchool, fixedId('spare school')],
    learners:
      await column(`select learner_id as value from dossier_learner l join dossier d on d.id = l.dossier_id
      order by d.case_number`),
    classes: [fixedId('class')],
    referrals: [fixedId('open'), fixedId('accepted')],
    facts: await column(`select e.id as value from event e join dossier d on d.id = e.dossier_id
      where d.id in (${dossiers}) order by d.case_number, e.seq`),
    dutyKeys: await column(
      `select distinct u.key as value from duty u where u.dossier_id in (${dossiers}) order by 1`,
    ),
    roleLines: extras.map((name) => fixedId(`holder ${name}`)),
    leaveLines: extras.map((name) => fixedId(`absence ${name}`)),
  };
}

type Held = { readonly role: Role; readonly actor: Actor };

/** Who may be switched off, and whose roles and leave may be ended, without a caller being missed. */
const extras = ['spare 1', 'spare 2', 'spare 3'];

const municipalityAdministrator: Actor = {
  personId: fixedId('person municipalityAdministrator'),
  institutionId: fixedId('municipality'),
};

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
  const everybody = [
    ...held.map(({ role, actor }) => ({ ...actor, role, name: role as string })),
    ...extras.map((name) => ({
      name,
      role: 'teacher' as const,
      personId: fixedId(`person ${name}`),
      institutionId: place.school,
    })),
    { ...municipalityAdministrator, role: 'administrator' as const, name: 'municipalityAdministrator' },
  ];
  const database = openDatabase(store.ownerUrl, 1);
  try {
    await asClock(database, (tx) =>
      insertDirectory(tx, {
        institutions: [
          ...kinds
            .filter((kind) => there[kind] === undefined)
            .map((kind) => ({ id: idOf(kind), kind, name: kind as string })),
          { id: fixedId('spare school'), kind: 'school' as const, name: 'Otra skola' },
        ].map((one) => ({ ...one, municipalityId: place.id, createdAt: longAgo })),
        persons: everybody.map(({ name, personId }) => ({
          id: personId,
          displayName: name,
          mail: `${name.replaceAll(' ', '-')}@terminsargs.example`,
          language: 'lv',
          createdAt: longAgo,
        })),
        roleHolders: everybody.map(({ name, role, personId, institutionId }) => ({
          id: fixedId(`holder ${name}`),
          personId,
          institutionId,
          role,
          fromAt: longAgo,
        })),
      }),
    );
    await store.superuser`insert into school_class ${store.superuser({
      id: fixedId('class'),
      institution_id: place.school,
      school_year: '2026/2027',
      name: '5.b',
      created_at: longAgo,
    })}`;
    for (const name of extras)
      await store.superuser`insert into absence (id, institution_id, person_id, from_at)
        values (${fixedId(`absence ${name}`)}, ${place.school}, ${fixedId(`person ${name}`)}, ${longAgo})`;
  } finally {
    await database.close();
  }
  return held;
}
