import { describe, expect, it } from 'vitest';
import type { Role } from '../../domain/procedure/party.ts';
import { pagesFor, phonePagesFor } from './pages-for.ts';
import type { Session } from './session.ts';

function sessionOf(kind: 'school' | 'socialService' | 'municipality', roles: readonly Role[]): Session {
  return { institution: { kind, roles } } as unknown as Session;
}

function footOf(session: Session): readonly string[] {
  return phonePagesFor(session).foot.map(({ name }) => name);
}

describe('what stands at the foot of a phone', () => {
  it('a principal and a school’s administrator have their school and its administration at hand', () => {
    const expected = ['today', 'inbox', 'newCase', 'school', 'administration'];
    expect(footOf(sessionOf('school', ['principal']))).toEqual(expected);
    expect(footOf(sessionOf('school', ['administration', 'onCall', 'administrator']))).toEqual(expected);
  });

  it('an administrator of the municipality has the board and administration', () => {
    expect(footOf(sessionOf('municipality', ['administrator']))).toEqual(
      expect.arrayContaining(['today', 'board', 'administration']),
    );
  });

  it('a class teacher has everything there', () => {
    const teacher = sessionOf('school', ['classTeacher', 'teacher']);
    expect(footOf(teacher)).toEqual(['today', 'cases', 'inbox', 'newCase', 'school']);
    expect(phonePagesFor(teacher).more).toEqual([]);
  });

  it('at most five stand there, and no page is lost', () => {
    for (const roles of [['principal'], ['head'], ['classTeacher'], ['administrator', 'staff']] as const)
      for (const kind of ['school', 'socialService', 'municipality'] as const) {
        const session = sessionOf(kind, roles);
        const { foot, more } = phonePagesFor(session);
        expect(foot.length).toBeLessThanOrEqual(5);
        expect(new Set([...foot, ...more])).toEqual(new Set(pagesFor(session)));
      }
  });
});
