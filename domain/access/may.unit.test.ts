import { describe, expect, it } from 'vitest';
import { institutionKinds, roles } from '../procedure/party.ts';
import { may, mayInOffice } from './may.ts';
import { postsOf, worksForWhole } from './posts.ts';
import { relations, viewOf, widestView } from './relation.ts';
import { dossierActs, municipalityOffices, officeActs, rightsOfRelation } from './rights.ts';

describe('the policy (architecture 3, “Access”)', () => {
  it('denies by default: nobody without a relation does anything', () => {
    for (const act of dossierActs) expect(may(act, [])).toEqual({ decision: 'deny', reason: 'noGround' });
  });

  it('R 3: exclusion outweighs every relation, for every act', () => {
    for (const act of dossierActs)
      for (const relation of relations)
        expect(may(act, [relation, 'excluded'])).toEqual({ decision: 'deny', reason: 'excluded' });
    expect(widestView(['manager', 'excluded'])).toBe('none');
  });

  it('one more relation never takes a right away, but that of exclusion', () => {
    const gaining = relations.filter((one) => one !== 'excluded');
    for (const act of dossierActs)
      for (const held of gaining)
        for (const more of gaining)
          if (may(act, [held]).decision === 'allow') expect(may(act, [held, more]).decision).toBe('allow');
  });

  it('whoever has a post works on what the institution owes as a whole; a teacher on known children (R 25)', () => {
    for (const role of roles) if (postsOf(role).length > 0) expect(worksForWhole(role)).toBe(true);
    expect(roles.filter((role) => !worksForWhole(role))).toEqual(['classTeacher', 'teacher']);
  });

  it('administrators and data-protection officers read no content (mission; duties 7)', () => {
    for (const relation of ['administrator', 'dataProtection', 'dutyParty'] as const)
      for (const act of ['readCase', 'seePreview', 'recordWork', 'manageCase', 'printExtract'] as const)
        expect(may(act, [relation]).decision).toBe('deny');
  });

  it('content goes only to a full view, a preview to none narrower than limited', () => {
    for (const relation of relations) {
      if (rightsOfRelation[relation].includes('readCase')) expect(viewOf(relation)).toBe('full');
      if (rightsOfRelation[relation].includes('seePreview'))
        expect(['full', 'limited']).toContain(viewOf(relation));
    }
  });

  it('what a limited view allows is marked as limited', () => {
    expect(may('seePreview', ['receiver'])).toEqual({ decision: 'limited', view: 'limited' });
    expect(may('seePreview', ['receiver', 'colleague'])).toEqual({ decision: 'allow' });
  });

  it('acts for a municipality are its administrators’, of no other role and institution', () => {
    for (const kind of institutionKinds)
      for (const role of roles) {
        const allowed = mayInOffice('changeCalendar', { kind, roles: [role] }).decision === 'allow';
        expect(allowed).toBe(municipalityOffices.includes(kind) && role === 'administrator');
      }
  });

  it('without a role in the institution one acts for, nothing is allowed', () => {
    for (const act of officeActs)
      expect(mayInOffice(act, { kind: 'school', roles: [] })).toEqual({
        decision: 'deny',
        reason: 'noGround',
      });
  });
});
