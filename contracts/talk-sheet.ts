/** What stands on the sheet before a talk, decided by the core and handed through to the browser client. */
export { agreedLast, type TalkQuestion, talkQuestions } from '../domain/dossier/talk-sheet.ts';
