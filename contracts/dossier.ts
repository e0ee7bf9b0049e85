/** Dossiers (concern, case, institution's school year) on the wire. */
import { z } from 'zod';
import { dossierActs } from '../domain/access/rights.ts';
import { learnerInShort } from './duty.ts';
import { factToRecord } from './event.ts';
import { pagingQuery } from './paging.ts';
import { answerList, count, day, dutyRef, id, instant, label, line } from './values.ts';

export const dossierKind = z.enum(['concern', 'case', 'institutionYear']).meta({ id: 'DossierKind' });

export const caseLevel = z.union([z.literal(1), z.literal(2), z.literal(3)]).meta({
  id: 'CaseLevel',
  description: 'School 1, municipality 2, state 3.',
});

export const learner = z
  .strictObject({ firstName: line, lastName: line, className: line, birthDate: day.exactOptional() })
  .meta({ id: 'Learner', description: 'Stored encrypted; never in mails, addresses or the rules.' });

/** The body of opening a concern or a case, with what is known already. */
export const openDossier = z
  .strictObject({
    kind: z.enum(['concern', 'case']),
    schoolId: id,
    procedureId: label,
    classTeacherId: id.exactOptional(),
    learnerId: id.exactOptional().describe('One who is registered.'),
    learner: learner.exactOptional().describe('A new one, in the place of `learnerId`.'),
    facts: z.array(factToRecord).min(1, { error: 'emptyList' }).max(50, { error: 'tooMany' }),
  })
  .meta({ id: 'OpenDossier' });
export type OpenDossier = z.infer<typeof openDossier>;

/** What a write did: enough for “settled: …, started: …”. */
export const written = z
  .strictObject({
    dossierId: id,
    caseNumber: z.string(),
    version: count,
    eventIds: answerList(id),
    settled: answerList(dutyRef).describe('Keys of the duties that are settled by it.'),
    started: answerList(dutyRef).describe('Keys of the duties that it started.'),
    repeated: z.boolean().describe('The same request had been carried out before.'),
  })
  .meta({ id: 'Written' });
export type Written = z.infer<typeof written>;

const rowFields = {
  id,
  caseNumber: z.string(),
  kind: dossierKind,
  status: z.enum(['open', 'closed']),
  schoolId: id,
  procedureId: z.string(),
  version: count.describe('Grows with every recorded fact; the ETag of the dossier.'),
  openedAt: instant,
  nextDueAt: instant.nullable(),
  openDuties: count,
  lateDuties: count,
};

export const dossierRow = z
  .strictObject({ ...rowFields, learner: learnerInShort })
  .meta({ id: 'DossierRow' });
export type DossierRow = z.infer<typeof dossierRow>;

export const dossierDetail = z
  .strictObject({
    ...rowFields,
    view: z
      .enum(['full', 'limited', 'deadlines', 'own'])
      .describe(
        'How much the caller may see: all, enough to accept a case, who owes what by when, or that of the own duties.',
      ),
    acts: answerList(z.enum(dossierActs)).describe(
      'What the caller may do here by relation. Whoever owes a duty may also record what settles it.',
    ),
    emergencyUntil: instant
      .nullable()
      .describe('The caller reads it by an emergency access alone, which ends then.'),
    schoolName: z.string(),
    classTeacherName: z
      .string()
      .nullable()
      .describe('Leads where nobody else was named. Null where there is none, or not for the caller.'),
    level: caseLevel,
    managers: answerList(
      z.strictObject({
        personId: id,
        personName: z.string(),
        institutionId: id,
        institutionName: z.string(),
        level: caseLevel,
        lead: z.boolean(),
      }),
    ),
    learner: z
      .strictObject({ id, firstName: z.string(), lastName: z.string(), className: z.string() })
      .nullable(),
  })
  .meta({ id: 'DossierDetail' });
export type DossierDetail = z.infer<typeof dossierDetail>;

/** Query of the list of dossiers. */
export const dossierQuery = pagingQuery.extend({
  status: z.enum(['open', 'closed']).exactOptional(),
  kind: dossierKind.exactOptional(),
  caseNumber: label.exactOptional().describe('The whole number: `2026-0412`.'),
});
