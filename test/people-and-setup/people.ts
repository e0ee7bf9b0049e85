/** Who keeps people and institutions. */
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { StaffPerson } from '../../application/staff/staff.ts';
import { ask, board, elsewhere, get, holder, made, openCase, place, product, refusal } from './office.ts';

export function peopleAndInstitutions(): void {
  describe('people and institutions', () => {
    it('institutions: the municipality’s administrators add and change them, nobody else (issue 4, 1)', async () => {
      const police = {
        kind: 'municipalPolice',
        name: 'Ozolkalna pašvaldības policija',
        address: 'Tirgus iela 3',
      };
      for (const actor of [place.teacher, place.principal, place.schoolAdministrator])
        expect(await refusal(actor, '/institutions', police)).toEqual([403, 'notAdministrator', '']);
      const hours = { from: { hour: 9, minute: 0 }, until: { hour: 16, minute: 30 } };
      const id = await made(board, '/institutions', { ...police, workingHours: hours });
      const [stored] = await product.sql`select working_hours as hours from institution where id = ${id}`;
      expect(stored).toEqual({ hours });
      await made(board, `/institutions/${id}`, {
        name: 'Pašvaldības policija',
        phone: '+371 64000110',
        active: true,
      });
      const [row] =
        await product.sql`select kind, name, address, phone, municipality_id as of from institution where id = ${id}`;
      expect(row).toEqual({
        kind: 'municipalPolice',
        name: 'Pašvaldības policija',
        address: null,
        phone: '+371 64000110',
        of: place.id,
      });
      expect(await refusal(board, '/institutions', { ...police, schoolType: 'general' })).toEqual([
        422,
        'notASchool',
        'schoolType',
      ]);
      expect(await refusal(board, `/institutions/${elsewhere.school}`, { name: 'x', active: false })).toEqual(
        [404, 'notFound', ''],
      );
      expect(
        await refusal(board, `/institutions/${board.institutionId}`, { name: 'x', active: false }),
      ).toEqual([403, 'notYourAct', 'active']);
    });

    it('mass assignment: fields that are not offered are refused, not dropped (issue 4, 5)', async () => {
      for (const [url, body] of [
        ['/institutions', { kind: 'school', name: 'x', municipalityId: elsewhere.id }],
        [`/institutions/${place.school}`, { name: 'x', active: true, kind: 'municipality' }],
        [
          '/people',
          { displayName: 'x', language: 'lv', active: true, role: holder(place.school, 'teacher') },
        ],
        [
          `/people/${place.teacher.personId}/roles`,
          { ...holder(place.school, 'teacher'), inPlaceOf: place.principal.personId },
        ],
        [`/people/${place.teacher.personId}/roles`, holder(place.school, 'caseManager')],
        [`/people/${place.teacher.personId}/roles`, holder(place.school, 'service')],
      ] as const)
        expect((await refusal(board, url, body))[0]).toBe(400);
    });

    it('people: a head keeps the own institution’s; ids of other institutions answer as unknown (issue 4, 5)', async () => {
      const pedagogue = { displayName: 'Dace Kalna', language: 'lv', mail: 'dace@terminsargs.example' };
      const id = await made(place.principal, '/people', {
        ...pedagogue,
        role: holder(place.school, 'socialPedagogue'),
      });
      const { items } = await get<{ items: StaffPerson[] }>(
        place.principal,
        `/institutions/${place.school}/people`,
      );
      expect(items.find((one) => one.id === id)).toMatchObject({
        displayName: 'Dace Kalna',
        active: true,
        roles: [{ role: 'socialPedagogue', until: null }],
      });
      expect(
        await refusal(place.teacher, '/people', { ...pedagogue, role: holder(place.school, 'teacher') }),
      ).toEqual([403, 'notYourAct', '']);
      for (const institutionId of [place.socialService, elsewhere.school, randomUUID(), 'x']) {
        expect(
          await refusal(place.principal, '/people', { ...pedagogue, role: holder(institutionId, 'head') }),
        ).toEqual([422, 'institutionUnknown', 'role.institutionId']);
        expect(await refusal(place.principal, `/people/${id}/roles`, holder(institutionId, 'head'))).toEqual([
          422,
          'institutionUnknown',
          'institutionId',
        ]);
        expect((await ask(place.principal, 'GET', `/institutions/${institutionId}/people`)).statusCode).toBe(
          404,
        );
      }
      for (const personId of [place.socialWorker.personId, elsewhere.teacher.personId, randomUUID(), 'x']) {
        expect(
          await refusal(place.principal, `/people/${personId}`, { ...pedagogue, mail: 'thief@example.lv' }),
        ).toEqual([404, 'notFound', '']);
        expect(await refusal(place.principal, `/people/${personId}/off`, { openDuties: 0 })).toEqual([
          404,
          'notFound',
          '',
        ]);
        expect((await ask(place.principal, 'GET', `/people/${personId}/duties`)).statusCode).toBe(404);
      }
      expect(
        await refusal(
          place.principal,
          `/people/${elsewhere.teacher.personId}/roles`,
          holder(place.school, 'teacher'),
        ),
      ).toEqual([404, 'notFound', '']);
    });

    it('people: nobody gives a role or a substitution to themselves, so administrators stay without content', async () => {
      const { personId } = place.schoolAdministrator;
      const leave = { institutionId: place.school, personId: place.teacher.personId, substituteId: personId };
      expect(
        await refusal(
          place.schoolAdministrator,
          `/people/${personId}/roles`,
          holder(place.school, 'principal'),
        ),
      ).toEqual([403, 'notYourAct', '']);
      expect(await refusal(place.schoolAdministrator, '/substitutes', leave)).toEqual([
        403,
        'notYourAct',
        'substituteId',
      ]);
    });

    it('groups: members are people of member institutions, in a composition (K 4.3, V 4)', async () => {
      const group = await made(board, '/institutions', {
        kind: 'cooperationGroup',
        name: 'Sadarbības grupa',
      });
      const member = { ...holder(group, 'staff'), memberOf: place.socialService, composition: 'large' };
      await made(board, `/people/${place.socialWorker.personId}/roles`, member);
      expect(await refusal(board, `/people/${place.teacher.personId}/roles`, member)).toEqual([
        422,
        'notAMember',
        'memberOf',
      ]);
      expect(
        await refusal(board, `/people/${place.teacher.personId}/roles`, {
          ...member,
          memberOf: elsewhere.school,
        }),
      ).toEqual([422, 'notAMember', 'memberOf']);
      expect(
        await refusal(board, `/people/${place.teacher.personId}/roles`, {
          ...holder(place.school, 'staff'),
          memberOf: place.school,
          composition: 'small',
        }),
      ).toEqual([422, 'notAMember', 'memberOf']);
    });

    it('roles: an ended role ends the access, from the given day on', async () => {
      const person = await made(place.principal, '/people', {
        displayName: 'Juris Sola',
        language: 'lv',
        role: holder(place.school, 'socialPedagogue'),
      });
      const actor = { personId: person, institutionId: place.school };
      const dossier = await openCase();
      expect((await ask(actor, 'GET', `/dossiers/${dossier}`)).statusCode).toBe(200);
      const { items } = await get<{ items: StaffPerson[] }>(
        place.principal,
        `/institutions/${place.school}/people`,
      );
      const role = items.find((one) => one.id === person)?.roles[0]?.id ?? '';
      expect(await refusal(place.socialHead, `/roles/${role}/end`, {})).toEqual([404, 'notFound', '']);
      expect(await refusal(place.principal, `/roles/${role}/end`, { until: '2026-11-01' })).toEqual([
        422,
        'periodInvalid',
        'until',
      ]);
      await made(place.principal, `/roles/${role}/end`, {});
      expect((await ask(actor, 'GET', `/dossiers/${dossier}`)).statusCode).toBe(404);
    });

    it('people: who is switched off had the open duties listed first; then nothing is seen any more', async () => {
      const leaver = await made(place.principal, '/people', {
        displayName: 'Anna Prom',
        language: 'lv',
        mail: 'anna@terminsargs.example',
        role: holder(place.school, 'classTeacher'),
      });
      const actor = { personId: leaver, institutionId: place.school };
      const dossier = await openCase(actor);
      const { duties } = await get<{ duties: { dossierId: string; kind: string }[] }>(
        place.principal,
        `/people/${leaver}/duties`,
      );
      expect(duties.map(({ kind }) => kind)).toContain('first-talk');
      expect(await refusal(place.principal, `/people/${leaver}/off`, { openDuties: 0 })).toEqual([
        409,
        'openDutiesUnseen',
        'openDuties',
      ]);
      await made(place.principal, `/people/${leaver}/off`, { openDuties: duties.length });
      expect((await ask(actor, 'GET', `/dossiers/${dossier}`)).statusCode).toBe(404);
      await product.sweep();
      const [behind] =
        await product.sql`select count(*)::int as n from dossier d join municipality m on m.id = d.municipality_id
      where d.directory_version < m.directory_version and d.status = 'open'`;
      expect(behind).toEqual({ n: 0 });
      expect(
        await refusal(place.principal, `/people/${place.principal.personId}/off`, { openDuties: 0 }),
      ).toEqual([403, 'notYourAct', '']);
    });
  });
}
