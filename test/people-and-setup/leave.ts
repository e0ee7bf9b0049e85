/** Leave and substitutes. */
import { describe, expect, it } from 'vitest';
import type { Actor } from '../../application/application.ts';
import type { LeaveOfInstitution } from '../../application/staff/staff.ts';
import { instant } from '../../domain/time.ts';
import { freshWrite } from '../support/in-process.ts';
import { ask, elsewhere, get, holder, made, mailsTo, openCase, place, product, refusal } from './office.ts';

export function leave(): void {
  describe('leave', () => {
    let substitute: Actor;
    let next: Actor;
    let absenceId: string;
    let dossier: string;

    it('substitute: has the absent one’s cases, and is told instead of the absent one (issue 4, 1)', async () => {
      const add = async (displayName: string, mail: string) => ({
        personId: await made(place.principal, '/people', {
          displayName,
          language: 'lv',
          mail,
          role: holder(place.school, 'teacher'),
        }),
        institutionId: place.school,
      });
      substitute = await add('Baiba Otrā', 'baiba@terminsargs.example');
      next = await add('Cilda Trešā', 'cilda@terminsargs.example');
      dossier = await openCase();
      expect((await ask(substitute, 'GET', `/dossiers/${dossier}`)).statusCode).toBe(404);
      const at = { institutionId: place.school };
      await made(place.principal, '/substitutes', {
        ...at,
        personId: place.teacher.personId,
        substituteId: substitute.personId,
      });
      await made(place.principal, '/substitutes', {
        ...at,
        personId: substitute.personId,
        substituteId: next.personId,
      });
      absenceId = await made(place.principal, '/absences', {
        ...at,
        personId: place.teacher.personId,
        until: '2026-11-20',
      });
      expect((await ask(substitute, 'GET', `/dossiers/${dossier}`)).statusCode).toBe(200);
      expect((await ask(next, 'GET', `/dossiers/${dossier}`)).statusCode).toBe(404);
      const mine = await get<{ items: { dossierId: string }[] }>(substitute, '/duties?mine=true');
      expect(mine.items.map(({ dossierId }) => dossierId)).toContain(dossier);

      const before = mailsTo(place.teacher.mail).length;
      await product.setClock(instant('2026-11-09T09:00:00.000Z'));
      await product.sweep();
      await product.sweep();
      expect(mailsTo('baiba@terminsargs.example').length).toBeGreaterThan(0);
      expect(mailsTo(place.teacher.mail).length).toBe(before);
    });

    it('excluded: a substitute who must not know is passed over; the next in the chain comes in (R 3)', async () => {
      const excludedFrom = await openCase();
      const excluded = await product.application.recordFacts(
        place.principal,
        excludedFrom,
        [{ type: 'person.excluded', data: { personId: substitute.personId, groundCode: 'relative' } }],
        freshWrite(),
      );
      expect(excluded).toMatchObject({ ok: true });
      expect((await ask(substitute, 'GET', `/dossiers/${excludedFrom}`)).statusCode).toBe(404);
      expect((await ask(next, 'GET', `/dossiers/${excludedFrom}`)).statusCode).toBe(200);
      expect((await ask(next, 'GET', `/dossiers/${dossier}`)).statusCode).toBe(404);
    });

    it('excluded: nobody gets in through an excluded absent person, by API either (R 3)', async () => {
      const closed = await openCase(place.otherTeacher);
      const excluded = await product.application.recordFacts(
        place.principal,
        closed,
        [{ type: 'person.excluded', data: { personId: place.teacher.personId, groundCode: 'suspected' } }],
        freshWrite(),
      );
      expect(excluded).toMatchObject({ ok: true });
      for (const actor of [place.teacher, substitute, next])
        expect((await ask(actor, 'GET', `/dossiers/${closed}`)).statusCode).toBe(404);
      const lists = await get<{ items: { id: string }[] }>(substitute, '/dossiers');
      expect(lists.items.map(({ id }) => id)).not.toContain(closed);
    });

    it('substitute: circles, second substitutes and strangers are refused', async () => {
      const at = { institutionId: place.school };
      expect(
        await refusal(place.principal, '/substitutes', {
          ...at,
          personId: next.personId,
          substituteId: place.teacher.personId,
        }),
      ).toEqual([409, 'substituteCircle', 'substituteId']);
      expect(
        await refusal(place.principal, '/substitutes', {
          ...at,
          personId: next.personId,
          substituteId: next.personId,
        }),
      ).toEqual([409, 'substituteCircle', 'substituteId']);
      expect(
        await refusal(place.principal, '/substitutes', {
          ...at,
          personId: place.teacher.personId,
          substituteId: next.personId,
        }),
      ).toEqual([409, 'substituteTwice', 'from']);
      expect(
        await refusal(place.principal, '/substitutes', {
          ...at,
          personId: next.personId,
          substituteId: elsewhere.teacher.personId,
        }),
      ).toEqual([422, 'personUnknown', 'substituteId']);
      expect(
        await refusal(place.principal, '/absences', {
          ...at,
          personId: next.personId,
          from: '2026-12-02',
          until: '2026-12-01',
        }),
      ).toEqual([422, 'periodInvalid', 'until']);
      expect(await refusal(place.teacher, '/absences', { ...at, personId: place.teacher.personId })).toEqual([
        403,
        'notYourAct',
        '',
      ]);
    });

    it('substitute: loses it all at the moment the leave is ended', async () => {
      expect(await refusal(place.socialHead, `/absences/${absenceId}/end`, {})).toEqual([
        404,
        'notFound',
        '',
      ]);
      await made(place.principal, `/absences/${absenceId}/end`, {});
      expect((await ask(substitute, 'GET', `/dossiers/${dossier}`)).statusCode).toBe(404);
      const leave = await get<LeaveOfInstitution>(place.principal, `/institutions/${place.school}/leave`);
      expect([leave.absences.length, leave.substitutes.length]).toEqual([0, 2]);
    });

    it('substitute: a leave that begins and ends by the clock is noticed (issue 4, 1)', async () => {
      const at = { institutionId: place.school, personId: place.teacher.personId };
      await made(place.principal, '/absences', { ...at, from: '2026-11-12', until: '2026-11-13' });
      await product.sweep();
      const version = async () => {
        const [row] =
          await product.sql`select directory_version as v from municipality where id = ${place.id}`;
        return row?.['v'] as number;
      };
      const before = await version();
      await product.sweep();
      expect(await version()).toBe(before);
      await product.setClock(instant('2026-11-12T08:00:00.000Z'));
      expect((await ask(substitute, 'GET', `/dossiers/${dossier}`)).statusCode).toBe(200);
      await product.sweep();
      expect(await version()).toBe(before + 1);
      await product.setClock(instant('2026-11-16T08:00:00.000Z'));
      expect((await ask(substitute, 'GET', `/dossiers/${dossier}`)).statusCode).toBe(404);
      await product.sweep();
      expect(await version()).toBe(before + 2);
    });
  });
}
