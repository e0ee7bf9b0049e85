/** Thresholds reached in a class: one line, decided in one act, each learner's record for itself (rules of conduct 16). */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ClassOverview } from '../contracts/class-overview.ts';
import type { Written } from '../contracts/dossier.ts';
import type { RecordedFact } from '../contracts/event.ts';
import type { LearnerWritten } from '../contracts/learner.ts';
import type { MyCases } from '../contracts/my-cases.ts';
import type { ClassWritten } from '../contracts/school-class.ts';
import { instant } from '../domain/time.ts';
import { bootRealApi, type RealApi } from './support/real-api.ts';
import { makeSmallMunicipality, type SmallMunicipality } from './support/small-municipality.ts';

const now = instant('2026-11-20T10:00:00.000Z');

let api: RealApi;
let place: SmallMunicipality;
let principal: string;
let classTeacher: string;

beforeAll(async () => {
  api = await bootRealApi(now);
  place = await makeSmallMunicipality(api.store.ownerUrl, now);
  [principal, classTeacher] = [place.principal.personId, place.teacher.personId];
});
afterAll(async () => await api?.close());

const post = (who: string, path: string, body: object, headers: Record<string, string> = {}) =>
  api.ask(who, { method: 'POST', path, body, headers });
const decide = (who: string, learners: readonly object[], more: object = {}, headers = {}) =>
  post(who, '/thresholds/decisions', { thresholdId: 'days-in-month', learners, ...more }, headers);
const overview = async (who: string) =>
  (await api.ask(who, { method: 'GET', path: '/classes/overview' })).json<ClassOverview>().classes;
const facts = async (dossierId: string) => {
  const path = `/dossiers/${dossierId}/facts?limit=50`;
  return (await api.ask(principal, { method: 'GET', path })).json<{ items: readonly RecordedFact[] }>().items;
};

/** A class of its own, and in it a concern about each, who was missing for more than ten days. */
async function flu(className: string, names: readonly string[], teacherId = classTeacher) {
  const made = await post(principal, '/classes', {
    schoolYear: '2026/2027',
    name: className,
    teacherId,
    fromOn: '2026-09-01',
  });
  const { classId } = made.json<ClassWritten>();
  const dossierIds: string[] = [];
  for (const firstName of names) {
    const learner = { firstName, lastName: `Kalniņ${className === '5.b' ? 'a' : 'š'}`, classId };
    const registered = await post(principal, '/learners', { ...learner, notDuplicate: true });
    const opened = await post(principal, '/dossiers', {
      kind: 'concern',
      schoolId: place.school,
      procedureId: 'national-2025',
      classTeacherId: teacherId,
      learnerId: registered.json<LearnerWritten>().learnerId,
      facts: [{ type: 'absence.thresholdReached', data: { ruleCode: 'days-in-month', count: 12 } }],
    });
    expect(opened.statusCode, opened.body).toBe(201);
    dossierIds.push(opened.json<Written>().dossierId);
  }
  return dossierIds;
}

describe('R 16: thresholds propose, people decide', () => {
  it('one line per class for leadership; a class teacher sees the own class, others nothing', async () => {
    await flu('5.b', ['Anna', 'Zane']);
    const [line] = await overview(principal);
    expect(line).toMatchObject({ name: '5.b', learners: 2, openDuties: 0, lateDuties: 0 });
    expect(line?.thresholds).toMatchObject([
      {
        thresholdId: 'days-in-month',
        amount: 10,
        learners: [
          { learner: { firstName: 'Anna', initial: 'K' }, from: '2026-11-01', count: 12 },
          { learner: { firstName: 'Zane' } },
        ],
      },
    ]);
    expect(await overview(classTeacher)).toEqual([line]);
    expect(await overview(place.otherTeacher.personId)).toEqual([]);
  });

  it('from the class to its cases: with who leads them and what comes next, for the same people (rules of conduct 26)', async () => {
    const ids = await flu('9.b', ['Elza', 'Roberts']);
    const { classId } = (await overview(principal)).find(({ name }) => name === '9.b') ?? {};
    const cases = async (who: string, query: string) =>
      (await api.ask(who, { method: 'GET', path: `/my-cases?${query}` })).json<MyCases>().items;
    const ofClass = await cases(principal, `whose=school&classId=${classId}`);
    // Opened in the same moment, they may stand in either order.
    expect(
      ofClass.toSorted((one, other) => ids.indexOf(one.dossierId) - ids.indexOf(other.dossierId)),
    ).toMatchObject([
      { dossierId: ids[0], learner: { firstName: 'Elza', className: '9.b' }, managerName: 'audzinataja' },
      { dossierId: ids[1], learner: { firstName: 'Roberts', className: '9.b' }, managerName: 'audzinataja' },
    ]);
    expect((await cases(principal, 'whose=school')).map(({ dossierId }) => dossierId)).toEqual(
      expect.arrayContaining(ids),
    );
    expect(await cases(principal, 'whose=mine')).toEqual([]);
    expect(await cases(principal, 'whose=school&classId=0')).toEqual([]);
    expect(await cases(classTeacher, `classId=${classId}`)).toHaveLength(2);
    expect(await cases(place.otherTeacher.personId, 'whose=school')).toEqual([]);
    expect(await cases(place.socialHead.personId, 'whose=school')).toEqual([]);
    expect(await cases(place.schoolAdministrator.personId, 'whose=school')).toEqual([]);
  });

  it('one act: what is needed starts, what is not is kept with its reason, and the line is gone', async () => {
    const [one = '', other = ''] = await flu('6.b', ['Jānis', 'Pēteris']);
    const key = { 'idempotency-key': randomUUID() };
    const act = () =>
      decide(
        classTeacher,
        [
          { dossierId: one, needed: true, reason: 'Arī pirms tam daudz.' },
          { dossierId: other, needed: false },
        ],
        { text: 'Gripa.' },
        key,
      );
    expect((await act()).json()).toEqual({ learners: 2, repeated: false });
    expect((await act()).json()).toEqual({ learners: 2, repeated: true });
    const found = (await overview(principal)).find(({ name }) => name === '6.b');
    expect(found).toMatchObject({ openDuties: 1, thresholds: [] });
    const [needed, notNeeded] = [(await facts(one)).at(-1), (await facts(other)).at(-1)];
    expect(needed).toMatchObject({ words: 'Gripa.\n\nArī pirms tam daudz.' });
    expect(notNeeded).toMatchObject({
      words: 'Gripa.',
      event: { by: classTeacher, data: { confirmedBy: classTeacher, affectsLearning: false, count: 12 } },
    });
    expect((await decide(principal, [{ dossierId: one, needed: true }])).json()).toMatchObject({
      status: 409,
      code: 'thresholdNotReached',
    });
  });

  it('all or nothing: where one is not the actor’s, or a text names another one, no record changes', async () => {
    const [one = '', other = ''] = await flu('7.b', ['Oskars', 'Kārlis']);
    const [first, second] = [
      { dossierId: one, needed: true },
      { dossierId: other, needed: true },
    ];
    const both = [first, second];
    const named = await decide(classTeacher, both, { text: 'Oskaram un citiem bija gripa.' });
    expect(named.json()).toMatchObject({ status: 422, code: 'otherLearnerNamed', path: 'text' });
    expect(named.body).not.toContain('Oskar');
    const reason = [first, { ...second, reason: 'Slimoja kopā ar Oskaru.' }];
    expect((await decide(classTeacher, reason)).json()).toMatchObject({ path: 'learners[1].reason' });
    const [foreign = ''] = await flu('8.b', ['Miks'], place.otherTeacher.personId);
    const refused = await decide(classTeacher, [...both, { dossierId: foreign, needed: false, reason: 'x' }]);
    expect(refused.json()).toMatchObject({ status: 404, path: 'learners[2].dossierId' });
    const unreasoned = await decide(classTeacher, [{ dossierId: one, needed: false }]);
    expect(unreasoned.json()).toMatchObject({
      status: 400,
      errors: [{ path: 'learners[0].reason', code: 'missing' }],
    });
    for (const id of [one, other, foreign]) expect(await facts(id)).toHaveLength(1);
  });
});
