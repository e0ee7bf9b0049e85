import { describe, expect, it } from 'vitest';
import { draftForm } from '../../../contracts/draft.ts';
import { draftNameOf } from './draft-name.ts';

const dossierId = crypto.randomUUID();

describe('the name of a draft (design, principle 4)', () => {
  it('is one that the API takes, whatever is known of the fact', () => {
    const [complaintId, aboutInstitutionId, toInstitutionId] = [1, 2, 3].map(() => crypto.randomUUID());
    const known = { complaintId, aboutInstitutionId, toInstitutionId, groundCode: 'noAnswer ā' };
    expect(draftForm.safeParse(draftNameOf({ dossierId, type: 'complaint.filed', known })).success).toBe(
      true,
    );
  });

  it('is another one for another referral', () => {
    const [one, other] = ['a', 'b'].map((last) =>
      draftNameOf({
        dossierId,
        type: 'duty.postponed',
        known: { dutyKey: `acknowledge-handover:6f1b0a52-0000-4000-8000-00000000000${last}` },
      }),
    );
    expect(one).not.toBe(other);
  });
});
