import { expect, it } from 'vitest';
import { makeCalendar } from '../../domain/calendar/index.ts';
import { computeDuties } from '../../domain/duty/compute-duties.ts';
import { fact, procedureOf, setting, toInstant } from '../../domain/testing/scenario.ts';
import { national2025 } from '../../procedures/national-2025/index.ts';
import { noticeItem } from './notice-items.ts';

const writing = {
  language: 'lv' as const,
  now: toInstant('2026-11-21T20:00+02:00'),
  calendar: makeCalendar(),
  institutionName: (id: string) => (id === 'school-1' ? 'Ozolkalna pamatskola' : null),
};

function itemFor(kind: string, ...events: Parameters<typeof computeDuties>[1]) {
  const rows = national2025.duties.filter((row) => row.id === kind);
  const [duty] = computeDuties(procedureOf(...rows), events, setting);
  if (duty === undefined) throw new Error('no duty arose');
  return noticeItem(
    { dossierId: 'd1', caseNumber: '2026-0001', duty, step: 'first', n: 0, toldAs: 'owes' },
    writing,
  );
}

const suspected = fact('danger.suspected', '2026-11-21T18:00+02:00', { kindCode: 'neglect' });

it('an institution that nobody has turned to yet is named by its kind, never by a dash', () => {
  expect(itemFor('report-danger', suspected).owedTo).toContain('bāriņtiesa');
});

it('recorded is not reported: a danger item says so until it is told (R 2)', () => {
  expect(itemFor('report-danger', suspected).reportState).toBe('notReported');
});
