/** Learners and classes without a store, for tests of the API: what is registered is remembered, nothing is decided. */
import { randomUUID } from 'node:crypto';
import type { Result } from '../../application/application.ts';
import type { LearnerActs, LearnerDetail, LearnerHit } from '../../application/learner-acts.ts';
import { letterRecipients } from '../../domain/learner/contact-rules.ts';
import type { LearnerProfile } from '../../domain/learner/learner.ts';
import { searchNames } from '../../domain/learner/name-search.ts';
import { responsibleMunicipality } from '../../domain/learner/responsible-municipality.ts';
import { calendarDay } from '../../domain/time.ts';

type Stored = { readonly profile: LearnerProfile; readonly version: number; readonly schoolId: string };

/** `asked` carries an act out, unless a test has said what happens next. */
export function fakeLearners(
  asked: <T>(act: () => Result<T>) => Promise<Result<T>>,
  freshId: () => string,
): LearnerActs {
  const today = calendarDay('2026-11-20');
  const learners = new Map<string, Stored>();
  const ok = <T>(value: T): Result<T> => ({ ok: true, value });
  const unknown = { ok: false, refused: 'notFound', path: '' } as const;

  const hitOf = (id: string, { profile, schoolId }: Stored): LearnerHit => {
    const { firstName, lastName, birthDate, className } = profile;
    return { id, firstName, lastName, birthDate, className, schoolId };
  };
  const save = (id: string, schoolId: string, profile: LearnerProfile) => {
    const version = (learners.get(id)?.version ?? 0) + 1;
    learners.set(id, { profile, version, schoolId });
    return ok({ learnerId: id, version, repeated: false });
  };
  const changed = (learnerId: string, change: (profile: LearnerProfile) => LearnerProfile) =>
    asked(() => {
      const found = learners.get(learnerId);
      return found === undefined ? unknown : save(learnerId, found.schoolId, change(found.profile));
    });

  return {
    searchLearners: (_actor, { name, birthDate }) =>
      asked(() => {
        const all = [...learners].map(([id, stored]) => hitOf(id, stored));
        const elsewhere = birthDate === null ? null : [];
        return ok({ here: searchNames(all, name), more: false, elsewhere });
      }),
    registerLearner: (actor, { contacts, classId: _class, notDuplicate: _not, ...basics }) =>
      asked(() =>
        save(freshId(), actor.institutionId, {
          ...basics,
          className: '',
          contacts: contacts.map((contact) => ({ ...contact, id: randomUUID() })),
        }),
      ),
    readLearner: (_actor, learnerId) =>
      asked((): Result<LearnerDetail> => {
        const found = learners.get(learnerId);
        if (found === undefined) return unknown;
        const { profile, version, schoolId } = found;
        return ok({
          ...profile,
          id: learnerId,
          version,
          schoolId,
          classId: null,
          responsible: responsibleMunicipality(profile, today),
          recipients: letterRecipients(profile, today),
          enrolments: [{ institutionId: schoolId, classId: null, fromOn: today, untilOn: null }],
          siblings: [],
          dossierIds: [],
          openWork: { dossiers: [], elsewhere: [] },
        });
      }),
    readLearnerLooks: (_actor, learnerId) =>
      asked(() => (learners.has(learnerId) ? ok({ items: [], next: null }) : unknown)),
    changeLearner: (_actor, learnerId, basics) =>
      changed(learnerId, (profile) => ({ ...profile, ...basics })),
    changeContacts: (_actor, learnerId, contacts) =>
      changed(learnerId, (profile) => ({
        ...profile,
        contacts: contacts.map(({ id = randomUUID(), ...contact }) => ({ id, ...contact })),
      })),
    changeSiblings: (_actor, learnerId) => changed(learnerId, (profile) => profile),
    enrolLearner: (_actor, learnerId) => changed(learnerId, (profile) => profile),
    listClasses: () => asked(() => ok({ classes: [] })),
    listClassLearners: () => asked(() => ok({ learners: [] })),
    makeClass: () => asked(() => ok({ classId: freshId(), repeated: false })),
    changeClassTeacher: (_actor, classId) => asked(() => ok({ classId, repeated: false })),
    moveClass: () => asked(() => ok({ classId: freshId(), repeated: false })),
  };
}
