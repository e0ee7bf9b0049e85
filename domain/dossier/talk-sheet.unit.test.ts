import { describe, expect, it } from 'vitest';
import { agreedLast, talkQuestions } from './talk-sheet.ts';

const title = { lv: 'pienākums', en: 'duty' };
const duty = (owedBy: 'own' | 'family' | 'others', ...settledBy: string[]) => ({
  title,
  owedBy,
  owing: 'sociālais dienests',
  settledBy,
});
const contact = { name: 'Ilze', custody: 'yes', noContact: false, phone: '2' } as const;
const asked = (...args: Parameters<typeof talkQuestions>) => talkQuestions(...args).map(({ ask }) => ask);

describe('the sheet before a talk (R 26)', () => {
  it('asks for what the open duties wait for, in the order of a talk', () => {
    const open = [
      duty('own', 'review.held'),
      duty('others', 'referral.acknowledged'),
      duty('others', 'referral.supplemented'),
      duty('family', 'parents.reached'),
      duty('own', 'plan.accepted', 'plan.refused'),
    ];
    expect(asked({ open, contacts: [contact], residenceKnown: true })).toEqual([
      'sinceLast',
      'planAccepted',
      'familyDuty',
      'heardFrom',
      'nextDay',
    ]);
  });

  it('asks for custody, a telephone and the residence where they are not known, never for one not to be called', () => {
    const contacts = [
      { ...contact, custody: 'unknown' },
      { ...contact, phone: null },
      { ...contact, phone: null, noContact: true },
    ] as const;
    expect(asked({ open: [], contacts, residenceKnown: false })).toEqual(['custody', 'phone', 'residence']);
  });

  it('shows what was agreed last, the newest first, and no more than fits the page', () => {
    const facts = Array.from({ length: 9 }, (_, index) => ({
      type: 'talk.held',
      at: `2026-11-0${index + 1}`,
    }));
    const shown = agreedLast([...facts, { type: 'risk.identified', at: '2026-11-20' }]);
    expect(shown.map(({ at }) => at.slice(-1)).join('')).toBe('987654');
  });
});
