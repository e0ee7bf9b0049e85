/** English texts. */
import { administration } from './en/administration.ts';
import { board } from './en/board.ts';
import { casePage } from './en/case-page.ts';
import { contact } from './en/contact.ts';
import { danger } from './en/danger.ts';
import { duty } from './en/duty.ts';
import { emergency } from './en/emergency.ts';
import { fact } from './en/fact.ts';
import { help } from './en/help.ts';
import { inbox } from './en/inbox.ts';
import { myCases } from './en/my-cases.ts';
import { newCase } from './en/new-case.ts';
import { oversight } from './en/oversight.ts';
import { school } from './en/school.ts';
import { settings } from './en/settings.ts';
import { shell } from './en/shell.ts';
import { signIn } from './en/sign-in.ts';
import { systems } from './en/systems.ts';
import { takenOver } from './en/taken-over.ts';
import { talkSheet } from './en/talk-sheet.ts';
import { today } from './en/today.ts';
import { tour } from './en/tour.ts';
import { unsent } from './en/unsent.ts';
import type { EnglishTexts } from './texts.ts';

export const en: EnglishTexts = {
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
};
