/**
 * Roles by what they do with cases. An access row names a post instead of each of its roles; `app.posts_of` in the
 * database says the same, and a test compares the two.
 */
import type { Role } from '../procedure/party.ts';

/** `casework`: works with children and families. `leadership`: decides for the institution. */
export type Post = 'casework' | 'leadership';

const posts: Readonly<Record<Role, readonly Post[]>> = {
  principal: ['casework', 'leadership'],
  head: ['casework', 'leadership'],
  administration: ['casework', 'leadership'],
  supportStaff: ['casework'],
  socialPedagogue: ['casework'],
  socialWorker: ['casework'],
  familyAssistant: ['casework'],
  specialist: ['casework'],
  staff: ['casework'],
  authorisedPerson: ['casework'],
  // A class teacher sees the own class by name; other teachers what they recorded or owe.
  classTeacher: [],
  teacher: [],
  caseManager: [],
  previousCaseManager: [],
  onCall: [],
  secretary: [],
  // Another system signs in for an institution: it answers what the institution owes, and reads no case.
  service: [],
  dataProtectionOfficer: [],
  administrator: [],
  supportCoordinator: [],
  attendanceContact: [],
  juvenileContact: [],
};

/** The posts that a role is part of. */
export function postsOf(role: Role): readonly Post[] {
  return posts[role];
}

/**
 * Whether somebody with the role works on what the institution owes as a whole, about any child. A teacher's day is the
 * own duties and the cases they see by name: of the others they could not even say which child is meant.
 */
export function worksForWhole(role: Role): boolean {
  return role !== 'classTeacher' && role !== 'teacher';
}
