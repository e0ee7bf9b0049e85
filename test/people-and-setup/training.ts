/** A training municipality (rules of conduct 28). */
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { DirectoryAnswer } from '../../contracts/directory.ts';
import { openDatabase } from '../../db/connect.ts';
import { insertDirectory } from '../../db/repositories/directory.ts';
import { asClock } from '../../db/transaction.ts';
import { DEFAULT_WORKING_HOURS } from '../../domain/calendar/index.ts';
import { instant } from '../../domain/time.ts';
import { freshWrite } from '../support/in-process.ts';
import {
  addBoard,
  ask,
  board,
  get,
  holder,
  longAgo,
  made,
  mailsTo,
  openCase,
  place,
  product,
} from './office.ts';

export function training(): void {
  describe('training', () => {
    it('no mail leaves a training municipality; it is read in the product, and everything says so (R 28)', async () => {
      const id = randomUUID();
      const owner = openDatabase(product.ownerUrl, 1);
      await asClock(owner, (tx) =>
        insertDirectory(tx, {
          municipalities: [
            { id, name: 'Mācību novads', workingHours: DEFAULT_WORKING_HOURS, createdAt: longAgo },
          ],
        }),
      );
      await owner.close();
      const trainer = await addBoard(id);
      expect((await ask(board, 'POST', '/set-up/training', { training: true })).json()).toMatchObject({
        status: 409,
        code: 'municipalityInUse',
      });
      expect((await ask(place.principal, 'POST', '/set-up/training', { training: true })).statusCode).toBe(
        403,
      );
      expect((await ask(trainer, 'POST', '/set-up/training', { training: true })).json()).toMatchObject({
        training: true,
      });
      const school = await made(trainer, '/institutions', {
        kind: 'school',
        schoolType: 'general',
        name: 'Mācību skola',
      });
      const trainee = {
        personId: await made(trainer, '/people', {
          displayName: 'Mācekle',
          language: 'lv',
          mail: 'macekle@terminsargs.example',
          role: holder(school, 'classTeacher'),
        }),
        institutionId: school,
      };
      const dossier = await openCase(trainee, school);
      const suspected = { type: 'danger.suspected', data: { kindCode: 'afraidToGoHome' } } as const;
      expect(
        await product.application.recordFacts(trainee, dossier, [suspected], freshWrite()),
      ).toMatchObject({
        ok: true,
      });
      await product.setClock(instant('2026-11-23T09:00:00.000Z'));
      await product.sweep();
      await product.sweep();
      expect(mailsTo('macekle@terminsargs.example')).toEqual([]);
      const kept = await get<{ items: { subject: string; text: string }[] }>(trainee, '/training/mails');
      expect(kept.items.length).toBeGreaterThan(0);
      for (const mail of kept.items) expect(mail.subject).toMatch(/^MĀCĪBAS: /);
      expect((await get<{ items: unknown[] }>(place.teacher, '/training/mails')).items).toEqual([]);

      const seen = await get<DirectoryAnswer>(trainee, '/directory');
      expect(seen.training).toBe(true);
      expect(seen.institutions.every(({ municipality }) => municipality.id === id)).toBe(true);
      const real = await get<DirectoryAnswer>(place.teacher, '/directory?limit=200');
      expect(real.training).toBe(false);
      expect(real.institutions.map(({ municipality }) => municipality.id)).not.toContain(id);
    });
  });
}
