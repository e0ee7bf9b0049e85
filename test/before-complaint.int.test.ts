/** The way up from an answer that is owed: whom to ring, who decides, who will be told (rules of conduct 3 and 14). */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { BeforeComplaint } from '../contracts/complaint.ts';
import type { Written } from '../contracts/dossier.ts';
import type { WhatIfAnswer } from '../contracts/what-if.ts';
import { instant } from '../domain/time.ts';
import { bootRealApi, type RealApi } from './support/real-api.ts';
import { makeSmallMunicipality, type SmallMunicipality } from './support/small-municipality.ts';

const now = instant('2026-11-20T10:00:00.000Z');

let api: RealApi;
let place: SmallMunicipality;
let teacher: string;
let dossierId: string;
let dutyKey: string;

beforeAll(async () => {
  api = await bootRealApi(now);
  place = await makeSmallMunicipality(api.store.ownerUrl, now);
  teacher = place.teacher.personId;
  const referralId = randomUUID();
  const data = { referralId, receiverId: place.socialService, kindCode: 'letter', channelCode: 'product' };
  const opened = await post('/dossiers', {
    kind: 'case',
    schoolId: place.school,
    procedureId: 'national-2025',
    classTeacherId: teacher,
    learner: { firstName: 'Anna', lastName: 'Bērziņa', className: '5.b' },
    facts: [
      { type: 'case.opened', data: { level: '1' } },
      { type: 'referral.sent', data },
    ],
  });
  expect(opened.statusCode, opened.body).toBe(201);
  const written = opened.json<Written>();
  dossierId = written.dossierId;
  dutyKey = written.started.find((key) => key.startsWith('reply:')) ?? '';
});
afterAll(async () => await api?.close());

const post = (path: string, body: object) => api.ask(teacher, { method: 'POST', path, body });
const wayUp = async () => {
  const path = `/dossiers/${dossierId}/before-complaint?dutyKey=${encodeURIComponent(dutyKey)}`;
  return (await api.ask(teacher, { method: 'GET', path })).json<BeforeComplaint>();
};
const told = async (type: string, data: object) => {
  const facts = [{ type, occurredAt: now, data }];
  const answer = await post('/what-if', { dossierId, procedureId: 'national-2025', facts });
  return answer.json<WhatIfAnswer>().told;
};

it('says who will be told what before it is done, by institution and role, without names (issue 5, screen 6)', async () => {
  const lines = await told('answer.asked', { dutyKey });
  expect(lines.map(({ step, institutionName, role }) => [step, institutionName, role.lv])).toEqual([
    ['answerAsked', 'Ozolkalna novada Sociālais dienests', 'lietvedis'],
    ['answerAsked', 'Ozolkalna pamatskola', 'direktors'],
  ]);
});

it('a head who must not know is passed by: the founder’s is rung, and a rung of theirs decides nothing (R 3)', async () => {
  expect(await wayUp()).toMatchObject({
    receiver: { heads: [{ name: 'vaditaja' }], headsElsewhere: null },
    goesTo: { name: 'Ozolkalna novada dome' },
  });
  const exclude = (personId: string) =>
    post(`/dossiers/${dossierId}/facts`, {
      facts: [{ type: 'person.excluded', data: { personId, groundCode: 'conflictOfInterest' } }],
    });
  expect((await exclude(place.socialHead.personId)).statusCode).toBe(201);
  expect(await wayUp()).toMatchObject({
    receiver: { heads: [{ name: 'dibinatajs' }], headsElsewhere: 'Ozolkalna novada dome' },
  });
  expect((await exclude(place.founderHead.personId)).statusCode).toBe(201);
  expect(await wayUp()).toMatchObject({ receiver: { heads: [], headsElsewhere: null }, goesTo: null });
});
