/** Opening a dossier about somebody. */
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Written } from '../../contracts/dossier.ts';
import {
  contact,
  get,
  hire,
  openDossier,
  otherPrincipal,
  pedagogue,
  place,
  post,
  read,
  register,
  search,
} from './office.ts';

export function openingDossiers(): void {
  describe('opening a dossier about somebody', () => {
    it('a registered learner, or a new one, by one path: seen and found at the school', async () => {
      const named = { firstName: 'Jauns', lastName: 'Ātrais', className: '5.b', birthDate: '2015-01-01' };
      const { dossierId } = (await openDossier(place.teacher, { learner: named })).json<Written>();
      const [hit] = (await search(pedagogue, 'atrais')).here;
      expect(hit).toMatchObject({ ...named, schoolId: place.school });
      expect((await read(pedagogue, hit?.id ?? '')).dossierIds).toEqual([dossierId]);
    });

    it('a foreign learner, one of another school, or two at once: refused alike', async () => {
      const own = await register(pedagogue);
      const foreign = await register(otherPrincipal);
      const learner = { firstName: 'A', lastName: 'B', className: 'c' };
      for (const named of [
        { learnerId: foreign },
        { learnerId: randomUUID() },
        { learnerId: own, learner },
      ]) {
        const refused = await openDossier(pedagogue, named);
        expect(refused.json()).toMatchObject({ code: 'learnerUnknown', path: 'learnerId' });
      }
    });

    it('whoever accepted the case reads the learner without a secret address, and does not change them', async () => {
      const learnerId = await register(pedagogue, { contacts: [contact] });
      const worker = await hire(place.socialService, 'socialWorker');
      expect((await get(worker, `/learners/${learnerId}`)).statusCode).toBe(404);
      const sent = {
        type: 'referral.sent',
        occurredAt: '2026-11-20T08:00:00.000Z',
        data: {
          referralId: randomUUID(),
          receiverId: place.socialService,
          kindCode: 'handover',
          channelCode: 'product',
        },
      };
      const { dossierId } = (await openDossier(pedagogue, { learnerId, facts: [sent] })).json<Written>();
      expect((await get(worker, `/learners/${learnerId}`)).statusCode).toBe(404);
      const accepted = {
        type: 'referral.acknowledged',
        occurredAt: '2026-11-20T09:00:00.000Z',
        data: { referralId: sent.data.referralId, outcomeCode: 'accepted' },
      };
      const answered = await post(worker, `/dossiers/${dossierId}/facts`, { facts: [accepted] });
      expect(answered.statusCode, answered.body).toBe(201);
      const learner = await read(worker, learnerId);
      expect(learner.contacts).toMatchObject([{ name: contact.name, address: null, phone: null }]);
      expect(JSON.stringify(learner)).not.toContain('Slepenā iela');
      const refused = await post(worker, `/learners/${learnerId}/contacts`, { contacts: [] });
      expect(refused.json()).toMatchObject({ status: 403, code: 'notYourSchool' });
    });
  });
}
