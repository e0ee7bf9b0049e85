import { describe, expect, it } from 'vitest';
import { national2025 } from '../../procedures/national-2025/index.ts';
import type { DossierEvent } from '../dossier/event.ts';
import { computeDossier } from '../duty/compute-duties.ts';
import { asked, received, sent } from '../testing/referral-story.ts';
import { fact, setting, socialService, teacher } from '../testing/scenario.ts';
import { accessRows } from './access-rows.ts';

/** `person:teacher-1` or `institution:school-1:principal` to the view. */
function views(events: readonly DossierEvent[]): Readonly<Record<string, string>> {
  const computed = computeDossier(national2025, events, setting);
  return Object.fromEntries(
    accessRows({ ...computed, setting }).map(({ party, view }) => [
      party.kind === 'person' ? `person:${party.id}` : `institution:${party.id}:${party.role ?? ''}`,
      view,
    ]),
  );
}

const service = `institution:${socialService}:`;
const worker = 'person:worker';
const byWorker = { institution: socialService, by: 'worker' };
const acknowledged = (outcomeCode: 'accepted' | 'declined' | 'redirected') =>
  fact(
    'referral.acknowledged',
    '2026-11-04T10:00+02:00',
    { referralId: 'r1', outcomeCode },
    { id: 'ack-1', ...byWorker },
  );
const withdrawn = fact(
  'referral.withdrawn',
  '2026-11-10T10:00+02:00',
  { referralId: 'r1', reasonCode: 'wrongRecipient' },
  { id: 'wrong-1' },
);
const handedOver = fact(
  'handover.completed',
  '2026-11-06T10:00+02:00',
  { referralId: 'r1', newManagerId: 'worker' },
  { id: 'over-1' },
);

describe('who sees a dossier', () => {
  it('nobody before the first fact', () => {
    expect(views([])).toEqual({});
  });

  it('by office the head’s and the support staff’s roles of the school, by name the class teacher', () => {
    expect(
      views([fact('risk.identified', '2026-11-02T10:00+02:00', { riskCode: 'attendance' })]),
    ).toMatchObject({
      'institution:school-1:principal': 'full',
      'institution:school-1:supportStaff': 'full',
      [`person:${teacher}`]: 'full',
    });
    expect(views(asked)).not.toHaveProperty('institution:school-1:classTeacher');
  });

  it('a receiver: a limited preview until it accepts, then everything (anchors 3.7)', () => {
    expect(views(asked)[service]).toBe('limited');
    expect(views([...asked, acknowledged('accepted')])[service]).toBe('full');
  });

  it.each(['declined', 'redirected'] as const)(
    '%s: the receiver and its people see nothing more',
    (outcome) => {
      const found = views([...asked, acknowledged(outcome)]);
      expect(found[service]).toBeUndefined();
      expect(found[worker]).toBeUndefined();
    },
  );

  it('R 17: a wrong recipient is cut off after acceptance too, its people and its manager included', () => {
    const before = [...asked, acknowledged('accepted'), handedOver];
    expect(views(before)).toMatchObject({ [service]: 'full', [worker]: 'full' });
    const after = views([...before, withdrawn]);
    expect(after[service]).toBeUndefined();
    expect(after[worker]).toBeUndefined();
  });

  it('cut off by one referral, still seen by another', () => {
    const second = sent(
      '2026-11-12T10:00+02:00',
      { referralId: 'r2', kindCode: 'problemReport' },
      { id: 'sent-2' },
    );
    expect(views([...asked, acknowledged('accepted'), withdrawn, second])).toMatchObject({
      [service]: 'limited',
      [worker]: 'limited',
    });
  });

  it('cut off, it sees what it still owes: who, what and by when', () => {
    const owed = fact('group.actionAgreed', '2026-11-05T10:00+02:00', {
      actionId: 'x1',
      institutionId: socialService,
      consentBy: 'worker',
      dueOn: '2026-12-01',
    } as never);
    expect(views([...asked, acknowledged('declined'), owed])[service]).toBe('deadlines');
  });

  it('R 2: an institution that nobody has told yet sees nothing, whatever is owed to it', () => {
    const risk = fact('risk.identified', '2026-11-02T10:00+02:00', { riskCode: 'attendance' });
    const danger = fact('danger.suspected', '2026-11-02T10:00+02:00', {});
    const outside = Object.keys(views([risk, danger])).filter((key) => /^institution:(?!school-1)/.test(key));
    expect(outside).toEqual([]);
  });

  it('a duty whose ground is gone shows nothing to those it named', () => {
    const proposed = fact(
      'group.actionAgreed',
      '2026-11-05T10:00+02:00',
      { actionId: 'x1', institutionId: socialService, consentBy: 'p4', dueOn: '2026-12-01' } as never,
      { id: 'agreed-1' },
    );
    const mistaken = fact('fact.withdrawn', '2026-11-06T10:00+02:00', {
      eventId: 'agreed-1',
      reasonCode: 'mistake',
    });
    expect(views([proposed])[service]).toBe('deadlines');
    expect(views([proposed, mistaken])[service]).toBeUndefined();
  });

  it('R 3: an excluded person has no view whatever else speaks for one', () => {
    const excluded = fact('person.excluded', '2026-11-05T10:00+02:00', {
      personId: teacher,
      groundCode: 'relative',
    });
    expect(views([...asked, excluded])[`person:${teacher}`]).toBe('none');
    const back = fact('person.readmitted', '2026-11-09T10:00+02:00', {
      personId: teacher,
      groundCode: 'mistake',
    });
    expect(views([...asked, excluded, back])[`person:${teacher}`]).toBe('full');
  });

  it('R 3: named as excluded in the first record of a danger', () => {
    const danger = fact('danger.suspected', '2026-11-05T10:00+02:00', { excludedPersonIds: ['p2'] });
    expect(views([danger])['person:p2']).toBe('none');
  });

  it('a receipt recorded by the receiver gives its recorder no more than the preview', () => {
    const byThem = received('2026-11-03T10:00+02:00', { howKnownCode: 'recordedByReceiver' }, byWorker);
    expect(views([sent('2026-11-02T10:00+02:00'), byThem])[worker]).toBe('limited');
  });
});
