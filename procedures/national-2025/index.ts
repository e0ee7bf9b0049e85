/**
 * `national-2025`: the recommendations of “Skola – kopienā” (2025) as a procedure, the default of every
 * municipality. Rows with `offer: 'on'` are its starter set; the others are offered one by one.
 */
import type { Procedure } from '../../domain/procedure/procedure.ts';
import { absenceDuties } from './absence.ts';
import { absenceOffered } from './absence-offered.ts';
import { calendarDuties } from './calendar.ts';
import { calendarOffered } from './calendar-offered.ts';
import { programmeOffered } from './calendar-programme-offered.ts';
import { courtDuties } from './court-police-commission.ts';
import { courtOffered } from './court-police-commission-offered.ts';
import { dangerDuties } from './danger-and-incidents.ts';
import { dangerOffered } from './danger-and-incidents-offered.ts';
import { groupDuties } from './group-and-board.ts';
import { groupOffered } from './group-and-board-offered.ts';
import { healthOffered } from './health-school-change.ts';
import { offenceDuties } from './offences.ts';
import { offenceOffered } from './offences-offered.ts';
import { parentDuties } from './parents.ts';
import { referralDuties } from './referral.ts';
import { referralOffered } from './referral-offered.ts';
import { schoolCaseWorkDuties } from './school-case-work.ts';
import { schoolCaseWorkOffered } from './school-case-work-offered.ts';
import { socialServiceOffered } from './social-service.ts';
import { steps } from './steps.ts';
import { thresholds } from './thresholds.ts';

export const national2025: Procedure = {
  id: 'national-2025',
  version: '1',
  title: {
    lv: 'Valsts ieteikumi “Skola – kopienā” (2025)',
    en: 'National recommendations “Skola – kopienā” (2025)',
  },
  runsOn: 'both',
  duties: [
    ...schoolCaseWorkDuties,
    ...schoolCaseWorkOffered,
    ...absenceDuties,
    ...absenceOffered,
    ...dangerDuties,
    ...dangerOffered,
    ...offenceDuties,
    ...offenceOffered,
    ...referralDuties,
    ...referralOffered,
    ...socialServiceOffered,
    ...courtDuties,
    ...courtOffered,
    ...groupDuties,
    ...groupOffered,
    ...healthOffered,
    ...parentDuties,
    ...calendarDuties,
    ...calendarOffered,
    ...programmeOffered,
  ],
  steps,
  thresholds,
  escalation: { head: 1, waitingSide: 3, propose: 5 },
  sources: ['K 4.2', 'K 4.3', 'K 4.4'],
};
