/** Learners of a file, for the school acted for. Those who are there are left as they are. */
import { randomUUID } from 'node:crypto';
import { type ClassRecord, classesOf } from '../../db/repositories/classes.ts';
import { closeLearners } from '../../db/repositories/learners.ts';
import { schoolYearOf } from '../../domain/calendar/index.ts';
import { numbered, type RowOf } from '../../domain/import/columns.ts';
import type { Contact, Declared, LearnerProfile } from '../../domain/learner/learner.ts';
import { unknownResidence } from '../../domain/learner/learner.ts';
import { fold } from '../../domain/learner/name-parts.ts';
import { dayOf } from '../../domain/time.ts';
import { addLearner } from '../commands/register-learner.ts';
import { findingLearners } from './find-learner.ts';
import { onlyForSchools, type Plan, type PlannedRow, type Planning, takeNotes } from './plan.ts';

export async function planLearners(planning: Planning<'learners'>): Promise<Plan> {
  const { tx, deps, office, now, rows } = planning;
  const { institution } = office;
  const notSchool = onlyForSchools(office);
  if (notSchool !== null) return notSchool;
  const notes = takeNotes();
  const learners = await findingLearners(tx, deps, office);
  const classes = new Map(
    (await classesOf(tx, institution.id, schoolYearOf(dayOf(now)))).map((one) => [fold(one.name), one]),
  );
  const met = new Set<string>();
  const planned: PlannedRow[] = [];
  const writes: (() => Promise<void>)[] = [];

  for (const { row, value } of rows) {
    const contacts = contactsOf(value);
    for (const n of contacts.incomplete) notes.problem(row, `contact${n}Name`, 'contactIncomplete');
    if (value.birthDate !== null && value.birthDate > dayOf(now))
      notes.problem(row, 'birthDate', 'dayInFuture');
    const person = `${fold(value.firstName)} ${fold(value.lastName)} ${value.birthDate ?? ''}`;
    if (met.has(person)) notes.problem(row, 'lastName', 'twiceInFile');
    met.add(person);
    const schoolClass = value.className === null ? null : classes.get(fold(value.className));
    if (schoolClass === undefined) notes.problem(row, 'className', 'classUnknown');
    const same = learners.same(value);
    if (same.length > 1) notes.problem(row, 'birthDate', 'learnerAmbiguous');
    if (same.length > 0) {
      const other = schoolClass != null && same[0]?.className !== schoolClass.name;
      if (other) notes.hint(row, 'className', 'leftAsIs');
      planned.push({ row, outcome: 'known' });
      continue;
    }
    if (learners.alike(value)) notes.hint(row, 'lastName', 'mayBeKnown');
    planned.push({ row, outcome: 'created' });
    writes.push(async () => {
      await addLearner(
        tx,
        deps,
        {
          municipalityId: institution.municipalityId,
          schoolId: institution.id,
          classId: schoolClass?.id ?? null,
          profile: profileOf(value, schoolClass ?? null, contacts.list),
        },
        now,
      );
      await closeLearners(tx);
    });
  }
  return {
    rows: planned,
    problems: notes.problems,
    hints: notes.hints,
    write: async () => {
      for (const write of writes) await write();
    },
  };
}

function profileOf(
  { firstName, lastName, birthDate, className, declared, stays }: RowOf<'learners'>,
  schoolClass: ClassRecord | null,
  contacts: readonly Contact[],
): LearnerProfile {
  return {
    firstName,
    lastName,
    birthDate,
    className: schoolClass?.name ?? className ?? '',
    residence: { ...unknownResidence, own: declaredOf(declared), stays },
    contacts,
  };
}

/** What is left blank is not known; nothing is taken for granted that a letter would have to obey (R 18). */
function contactsOf(value: RowOf<'learners'>) {
  const list: Contact[] = [];
  const incomplete: number[] = [];
  for (const n of numbered) {
    const name = value[`contact${n}Name`];
    if (name === null) {
      const others = Object.entries(value).some(
        ([id, cell]) => id.startsWith(`contact${n}`) && cell !== null,
      );
      if (others) incomplete.push(n);
      continue;
    }
    list.push({
      id: randomUUID(),
      name,
      relation: value[`contact${n}Relation`] ?? 'other',
      custody: value[`contact${n}Custody`] ?? 'unknown',
      noContact: value[`contact${n}NoContact`] ?? false,
      addressSecret: value[`contact${n}AddressSecret`] ?? false,
      livesApart: value[`contact${n}LivesApart`] ?? false,
      language: value[`contact${n}Language`] ?? 'lv',
      plainLanguage: value[`contact${n}PlainLanguage`] ?? false,
      phone: value[`contact${n}Phone`],
      mail: value[`contact${n}Mail`],
      address: value[`contact${n}Address`],
      declared: declaredOf(value[`contact${n}Declared`]),
      actual: null,
    });
  }
  return { list, incomplete };
}

const nowhere: ReadonlySet<string> = new Set(['nav', 'nekur', 'nav deklarets', 'none', 'nowhere']);
const unknown: ReadonlySet<string> = new Set(['nezinams', 'nav zinams', 'unknown', '?']);

function declaredOf(text: string | null): Declared {
  if (text === null || unknown.has(fold(text))) return { declared: 'unknown' };
  return nowhere.has(fold(text)) ? { declared: 'nowhere' } : { declared: 'in', municipality: text };
}
