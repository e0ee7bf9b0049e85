/** Latvian texts. Terms as in the glossary; forms of number: `_zero` 0, 10–20 and such, `_one` 1, 21, `_other` 2–9. */
import { administration } from './lv/administration.ts';
import { board } from './lv/board.ts';
import { casePage } from './lv/case-page.ts';
import { contact } from './lv/contact.ts';
import { danger } from './lv/danger.ts';
import { duty } from './lv/duty.ts';
import { emergency } from './lv/emergency.ts';
import { fact } from './lv/fact.ts';
import { help } from './lv/help.ts';
import { inbox } from './lv/inbox.ts';
import { myCases } from './lv/my-cases.ts';
import { newCase } from './lv/new-case.ts';
import { oversight } from './lv/oversight.ts';
import { school } from './lv/school.ts';
import { settings } from './lv/settings.ts';
import { shell } from './lv/shell.ts';
import { signIn } from './lv/sign-in.ts';
import { systems } from './lv/systems.ts';
import { takenOver } from './lv/taken-over.ts';
import { talkSheet } from './lv/talk-sheet.ts';
import { today } from './lv/today.ts';
import { tour } from './lv/tour.ts';
import { unsent } from './lv/unsent.ts';

export const lv = {
  administration,
  board,
  casePage,
  danger,
  duty,
  emergency,
  fact,
  help,
  inbox,
  contact,
  myCases,
  newCase,
  oversight,
  school,
  settings,
  shell,
  signIn,
  systems,
  takenOver,
  talkSheet,
  today,
  tour,
  unsent,
} as const;
