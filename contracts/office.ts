/**
 * The core's own tables about roles and institutions, handed through to clients: which acts a role allows, so that
 * menus need no table of theirs, and what both are called.
 */
export { kindWords, roleWords } from '../documents/words/sides.ts';
export { mayInOffice } from '../domain/access/may.ts';
export { worksForWhole } from '../domain/access/posts.ts';
export type { OfficeAct } from '../domain/access/rights.ts';
