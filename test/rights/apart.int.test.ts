/** What is kept apart: municipalities from each other, an excluded person from everything (issue 4, section 5). */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadContext } from '../../application/dossier-context.ts';
import { refreshDossier } from '../../application/refresh-dossier.ts';
import { lockDossier } from '../../db/repositories/dossiers.ts';
import { loadEvents } from '../../db/repositories/events.ts';
import { asClock } from '../../db/transaction.ts';
import type { Role } from '../../domain/procedure/party.ts';
import { addMinutes, instant } from '../../domain/time.ts';
import { type Asked, bootRealApi, type RealApi } from '../support/real-api.ts';
import { type MatrixCase, openMatrixCase } from './case.ts';
import { insertEverybody, type People, type Place, places, type Somebody } from './people.ts';

const now = instant('2026-11-20T10:00:00.000Z');

let api: RealApi;
let people: People;
let matrixCase: MatrixCase;

beforeAll(async () => {
  api = await bootRealApi(now);
  people = await insertEverybody(api);
  matrixCase = await openMatrixCase(api, people, now);
});

afterAll(() => api.close());

const at = (place: Place, role: Role) => people.at(place, role);
const ask = (one: Somebody, asked: Asked) => api.ask(one.personId, asked);

describe('municipalities and excluded persons (issue 4, section 5)', () => {
  it('a directory names receivers of all municipalities, each with its own (R 17); calendar and staff are one’s own', async () => {
    const administrator = at('foreignCouncil', 'administrator');
    const directory = await ask(administrator, { method: 'GET', path: '/directory?limit=200' });
    const { institutions } = directory.json<{ institutions: { id: string; ownMunicipality: boolean }[] }>();
    const { school } = people.institutions;
    const foreign = places.filter((place) => place.startsWith('foreign'));
    const own = institutions.filter(({ ownMunicipality }) => ownMunicipality).map(({ id }) => id);
    expect(own.sort()).toEqual(foreign.map((place) => people.institutions[place]).sort());
    expect(institutions.map(({ id }) => id)).toContain(school);
    const preview = await ask(administrator, {
      method: 'POST',
      path: '/calendar/preview',
      body: {
        changes: [{ kind: 'holidayAdded', day: '2026-11-24', name: { lv: 'x', en: 'x' }, source: 'x' }],
      },
    });
    expect(preview.json()).toMatchObject({ moved: [] });
    const staff = await ask(administrator, { method: 'GET', path: '/administration/people' });
    expect(staff.statusCode).toBe(200);
    for (const { personId, place } of people.all)
      if (!foreign.includes(place)) expect(staff.body).not.toContain(personId);
  });

  it('an excluded person is told of nothing, ever, and gets in by no emergency (rules of conduct 3)', async () => {
    const later = addMinutes(now, 60 * 24 * 40);
    await asClock(api.store.clock, async (tx) => {
      const dossier = await lockDossier(tx, matrixCase.dossierId);
      if (dossier === null) throw new Error('the case is gone');
      const events = await loadEvents(tx, dossier.id);
      const context = await loadContext(tx, dossier, events, later);
      await refreshDossier(tx, dossier, events, context, later);
    });
    const told = await api.store.superuser<{ person: string }[]>`
      select distinct recipient_person as person from notice where dossier_id = ${matrixCase.dossierId}`;
    const recipients = told.map(({ person }) => person);
    expect(recipients.length).toBeGreaterThan(5);
    const excluded = people.named('excluded');
    expect(excluded.filter(({ personId }) => recipients.includes(personId))).toEqual([]);
    const taken = await Promise.all(
      excluded
        .filter(({ role }) => role === 'principal' || role === 'onCall')
        .map((one) =>
          ask(one, {
            method: 'POST',
            path: '/emergency-access',
            body: { caseNumber: '2026-0001', groundCode: 'other', reason: 'Gribu zināt.' },
          }),
        ),
    );
    expect(taken.map(({ statusCode }) => statusCode)).toEqual([404, 404]);
  });
});
