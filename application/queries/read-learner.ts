/** One learner: the profile as far as the reader may see it, who is responsible, and who may be written to. */
import { openProfiles } from '../../db/encryption/learner.ts';
import {
  dossiersAbout,
  enrolmentsOf,
  loadLearner,
  logLook,
  siblingsOf,
} from '../../db/repositories/learners.ts';
import { asActor } from '../../db/transaction.ts';
import { contactsShown, letterRecipients } from '../../domain/learner/contact-rules.ts';
import { byLatvianName } from '../../domain/learner/name-search.ts';
import { responsibleMunicipality } from '../../domain/learner/responsible-municipality.ts';
import { dayOf } from '../../domain/time.ts';
import type { Actor, Result } from '../application.ts';
import { refused } from '../commands/carry-out.ts';
import { isUuid } from '../commands/check-ids.ts';
import type { ApiDeps } from '../deps.ts';
import type { LearnerDetail } from '../learner-acts.ts';
import { namesOf } from '../learner-names.ts';
import { askOffice } from '../office.ts';
import { openWorkWith } from './open-work.ts';

/** The look is logged. A learner whom the actor does not see is answered like one who does not exist. */
export async function readLearner(
  deps: ApiDeps,
  actor: Actor,
  learnerId: string,
): Promise<Result<LearnerDetail>> {
  const now = await deps.clock.now();
  return await asActor(deps.database, { personId: actor.personId, now }, async (tx) => {
    const office = await askOffice(tx, actor, 'searchLearners', now);
    if ('refused' in office) return refused(office);
    const record = isUuid(learnerId) ? await loadLearner(tx, learnerId) : null;
    const profile =
      record === null ? undefined : (await openProfiles(tx, deps.keys, [record.id])).get(record.id);
    if (record === null || profile === undefined) return refused({ refused: 'notFound', path: '' });
    await logLook(tx, { at: now, ...actor, learnerId: record.id, act: 'read' });
    const [enrolments, siblings, about, openWork] = await Promise.all([
      enrolmentsOf(tx, record.id),
      siblingsOf(tx, record.id).then((ids) => namesOf(tx, deps.keys, ids)),
      dossiersAbout(tx, record.id),
      openWorkWith(tx, office, record.id, now),
    ]);
    // Beyond the learner's school nobody needs a secret address on screen (rules of conduct 18).
    const place = record.schoolId === actor.institutionId ? 'screen' : 'print';
    const contacts = contactsShown(profile.contacts, { place });
    const today = dayOf(now);
    return {
      ok: true,
      value: {
        ...profile,
        contacts,
        id: record.id,
        version: record.version,
        schoolId: record.schoolId,
        classId: record.classId,
        responsible: responsibleMunicipality(profile, today),
        recipients: letterRecipients({ ...profile, contacts }, today),
        enrolments: enrolments.map(({ institutionId, classId, fromOn, untilOn }) => ({
          institutionId,
          classId,
          fromOn,
          untilOn,
        })),
        siblings: siblings.toSorted(byLatvianName),
        dossierIds: about.map(({ id }) => id),
        openWork,
      },
    };
  });
}
