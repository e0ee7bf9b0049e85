/** Every act asks the policy. */
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Actor } from '../../application/application.ts';
import { mayInOffice } from '../../domain/access/may.ts';
import type { OfficeAct } from '../../domain/access/rights.ts';
import { roles } from '../../domain/procedure/party.ts';
import { get, hire, newClass, pedagogue, place, post, register, schoolYear } from './office.ts';

export function everyAct(): void {
  describe('every act asks the policy (issue 4, section 3)', () => {
    it('each role may what the rights say, no more and no less', async () => {
      const id = await register(pedagogue);
      const classId = await newClass();
      const acts: readonly (readonly [
        OfficeAct,
        (actor: Actor) => Promise<{ readonly statusCode: number }>,
      ])[] = [
        ['searchLearners', (actor) => post(actor, '/learners/search', { name: 'xy' })],
        ['searchLearners', (actor) => get(actor, `/learners/${id}`)],
        ['searchLearners', (actor) => get(actor, `/classes/${classId}/learners`)],
        [
          'registerLearner',
          (actor) => post(actor, '/learners', { firstName: 'Q', lastName: 'Q', notDuplicate: true }),
        ],
        ['registerLearner', (actor) => post(actor, `/learners/${id}/siblings`, { siblingIds: [] })],
        [
          'manageClasses',
          (actor) => post(actor, '/classes', { schoolYear, name: randomUUID(), fromOn: '2026-11-20' }),
        ],
        [
          'manageClasses',
          (actor) =>
            post(actor, `/classes/${classId}/teacher`, {
              teacherId: place.teacher.personId,
              fromOn: '2026-11-20',
            }),
        ],
      ];
      for (const role of roles) {
        const actor = await hire(place.school, role);
        for (const [act, attempt] of acts) {
          const { statusCode } = await attempt(actor);
          const allowed = mayInOffice(act, { kind: 'school', roles: [role] }).decision === 'allow';
          // A class teacher may search, and sees the own class only.
          const answers = allowed ? [200, 201, ...(role === 'classTeacher' ? [404] : [])] : [403];
          expect(answers, `${role} ${act}`).toContain(statusCode);
        }
      }
    });
  });
}
