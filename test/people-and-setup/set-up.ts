/** The set-up page of a municipality. */
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { SetUp, SetUpDraft, SetUpPreview } from '../../application/set-up/set-up.ts';
import { verifyChains } from '../../db/verify-chain.ts';
import { calendarDay } from '../../domain/time.ts';
import { ask, board, get, openCase, place, product, refusal } from './office.ts';

export function setUp(): void {
  describe('set-up', () => {
    const draftOf = (found: SetUp): SetUpDraft => ({
      movedDaysOn: found.movedDaysOn,
      workingHours: found.workingHours,
      startDate: found.startDate,
      switchedOn: found.switchedOn,
      switchedOff: found.switchedOff,
      adoptedTerms: found.adoptedTerms,
      escalation: found.escalation,
      replyCeilingMonths: found.replyCeilingMonths,
      schoolYears: found.schoolYears,
      secondFactor: found.secondFactor,
    });
    const read = async () => draftOf(await get<SetUp>(board, '/set-up'));
    const preview = async (draft: SetUpDraft) =>
      (await ask(board, 'POST', '/set-up/preview', draft)).json<SetUpPreview>();

    it('rows are offered with their force, acts of law first (R 7)', async () => {
      const { duties, version } = await get<SetUp>(board, '/set-up');
      expect(version).toBe(0);
      const rank = { law: 0, must: 1, recommended: 2, local: 3 };
      const ranks = duties.map(({ force }) => rank[force.act]);
      expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
      expect(duties.find(({ id }) => id === 'report-danger')).toMatchObject({ on: true, fixed: true });
      for (const actor of [place.teacher, place.principal, place.schoolAdministrator])
        expect((await ask(actor, 'GET', '/set-up')).json()).toMatchObject({
          status: 403,
          code: 'notAdministrator',
        });
    });

    it('an adopted default term binds, with the document’s number; listed before it is saved (R 7)', async () => {
      const dossier = await openCase(place.otherTeacher);
      const adopted = { 'first-talk': { documentNo: 'Nr. 5/2026', from: calendarDay('2026-11-01') } };
      const draft = { ...(await read()), adoptedTerms: adopted };
      const listed = await preview(draft);
      const line = listed.changes.find((one) => one.dossierId === dossier && one.kind === 'first-talk');
      expect(line).toMatchObject({ change: 'binds' });
      const key = randomUUID();
      const saved = await ask(board, 'POST', '/set-up', draft, { ifMatch: 0, key });
      expect([saved.statusCode, saved.headers['etag']]).toEqual([201, '"1"']);
      expect((await ask(board, 'POST', '/set-up', draft, { ifMatch: 0, key })).json()).toMatchObject({
        repeated: true,
      });
      expect((await ask(board, 'POST', '/set-up', draft, { ifMatch: 0 })).json()).toMatchObject({
        status: 412,
        code: 'setUpVersionConflict',
      });
      expect((await ask(board, 'POST', '/set-up', draft)).statusCode).toBe(400);
      await product.sweep();
      const [row] =
        await product.sql`select force_term from duty where dossier_id = ${dossier} and kind = 'first-talk'`;
      expect(row).toEqual({ force_term: 'agreed' });
      expect((await get<SetUp>(board, '/set-up')).dossiersBehind).toBe(0);
    });

    it('a row that is switched off leaves open dossiers; danger never is (R 7)', async () => {
      const draft = { ...(await read()), switchedOff: ['first-talk'] };
      const listed = await preview(draft);
      expect(listed.total).toBeGreaterThan(0);
      expect(listed.changes.every(({ change, kind }) => change === 'ends' && kind === 'first-talk')).toBe(
        true,
      );
      expect((await ask(board, 'POST', '/set-up', draft, { ifMatch: 1 })).statusCode).toBe(201);
      await product.sweep();
      const rows =
        await product.sql`select 1 from duty where municipality_id = ${place.id} and kind = 'first-talk' and settled_at is null`;
      expect(rows).toHaveLength(0);
      for (const [change, expected] of [
        [{ switchedOff: ['report-danger'] }, [422, 'dangerAlwaysOn', 'switchedOff[0]']],
        [{ switchedOn: ['no-such-duty'] }, [422, 'dutyRowUnknown', 'switchedOn[0]']],
        [
          { adoptedTerms: { 'report-danger': { documentNo: '1', from: '2026-11-01' } } },
          [422, 'termNotOpen', 'adoptedTerms.report-danger'],
        ],
      ] as const)
        expect(await refusal(board, '/set-up/preview', { ...draft, ...change })).toEqual(expected);
    });

    it('a term of law never silently becomes earlier by a switch (architecture 3)', async () => {
      const year = place.yearIds[place.school] ?? '';
      const due = async () => {
        const rows = await product.sql`select kind, due_day::text as day from duty where dossier_id = ${year}
        and force_term = 'law' and due_day is not null and settled_at is null order by key`;
        return rows.map((row) => [row['kind'], row['day']]);
      };
      const before = await due();
      const draft = { ...(await read()), movedDaysOn: false };
      expect((await ask(board, 'POST', '/set-up', draft, { ifMatch: 2 })).statusCode).toBe(201);
      await product.sweep();
      const after = await due();
      expect(after.length).toBe(before.length);
      for (const [index, [, day]] of after.entries()) expect(day >= before[index]?.[1]).toBe(true);
      expect((await verifyChains(product.sql)).broken).toEqual([]);
    });
  });
}
