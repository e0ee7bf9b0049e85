/** What tokens of other systems reach, by operation. What does not stand here no token reaches. */
import type { TokenScope } from '../../contracts/sign-in.ts';

export const scopesOfOperations: Readonly<Record<string, TokenScope>> = {
  listDossiers: 'dossiers:read',
  readDossier: 'dossiers:read',
  openDossier: 'dossiers:write',
  listFacts: 'facts:read',
  recordFacts: 'facts:write',
  listDuties: 'duties:read',
  listOverdueDuties: 'duties:read',
  listReferrals: 'duties:read',
  whatIf: 'duties:read',
  directory: 'directory:read',
  calendarDays: 'directory:read',
  readCalendar: 'directory:read',
  listProcedures: 'directory:read',
  readProcedure: 'directory:read',
  factVocabulary: 'directory:read',
};
