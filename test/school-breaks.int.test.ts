/** School breaks warn and move nothing (domain page `calendar.md`, “School time”; issue 4, section 4). */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { WhatIfAnswer } from '../application/application.ts';
import type { DutyView } from '../contracts/duty.ts';
import { instant } from '../domain/time.ts';
import { bootRealApi, type RealApi } from './support/real-api.ts';
import { makeSmallMunicipality, type SmallMunicipality } from './support/small-municipality.ts';

const now = instant('2026-12-10T10:00:00.000Z');
const christmas = {
  name: { lv: 'ziemas brīvlaiks', en: 'winter break' },
  from: '2026-12-21',
  until: '2027-01-08',
};

let api: RealApi;
let place: SmallMunicipality;

beforeAll(async () => {
  api = await bootRealApi(now);
  place = await makeSmallMunicipality(api.store.ownerUrl, now);
});
afterAll(async () => await api?.close());

const facts = [
  { type: 'case.opened', occurredAt: now, data: { level: '1' } },
  { type: 'risk.identified', occurredAt: now, data: { riskCode: 'attendance', identifiedOn: '2026-12-10' } },
  {
    type: 'meeting.scheduled',
    occurredAt: now,
    data: { meetingId: 'meeting', kindCode: 'family', startsAt: '2026-12-22T08:00:00.000Z' },
  },
];
const ask = async () => {
  const body = { procedureId: 'national-2025', facts };
  const answer = await api.ask(place.teacher.personId, { method: 'POST', path: '/what-if', body });
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json<WhatIfAnswer>();
};
const enter = (breaks: readonly object[]) => api.store.superuser`insert into municipality_setting
    (municipality_id, version, setting, created_at, created_by)
  select ${place.id}, 1 + count(*), ${api.store.superuser.json({
    schoolYears: [{ starts: '2026-09-01', ends: '2027-05-31', breaks }] as never,
  })}, ${now}, ${place.principal.personId} from municipality_setting`;
const daysOf = ({ duties }: WhatIfAnswer) => duties.map(({ duty }) => `${duty.kind} ${duty.due?.day}`);

it('a meeting and a duty in a break are hinted at, others are not, and no day moves', async () => {
  const before = await ask();
  expect(before.plannedInBreak).toEqual([]);
  expect(before.duties.map(({ schoolBreak }) => schoolBreak)).toEqual(before.duties.map(() => null));
  const [due] = before.duties.flatMap(({ duty }) => duty.due?.day ?? []).sort();
  if (due === undefined) throw new Error('nothing is due');
  await enter([christmas, { name: { lv: 'Mana diena', en: 'My day' }, from: due, until: due }]);
  const after = await ask();
  expect(daysOf(after)).toEqual(daysOf(before));
  expect(after.plannedInBreak).toMatchObject([
    {
      index: 2,
      field: 'startsAt',
      day: '2026-12-22',
      words: { lv: 'iekrīt ziemas brīvlaikā; termiņš nemainās' },
    },
  ]);
  for (const { duty, schoolBreak } of after.duties) {
    const inside = duty.due !== null && duty.due.day >= christmas.from && duty.due.day <= christmas.until;
    const expected = inside ? 'ziemas brīvlaiks' : duty.due?.day === due ? 'Mana diena' : undefined;
    expect(schoolBreak?.name.lv).toBe(expected);
  }
});

it('the list of duties tells it by the municipality of the case', async () => {
  const opened = await api.ask(place.teacher.personId, {
    method: 'POST',
    path: '/dossiers',
    body: {
      kind: 'case',
      schoolId: place.school,
      procedureId: 'national-2025',
      facts: facts.slice(0, 2),
    },
  });
  expect(opened.statusCode, opened.body).toBe(201);
  const { items } = (await api.ask(place.teacher.personId, { method: 'GET', path: '/duties' })).json<{
    items: readonly DutyView[];
  }>();
  expect(items.map(({ schoolBreak }) => schoolBreak?.name.lv)).toContain('Mana diena');
});
