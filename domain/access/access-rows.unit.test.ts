import { describe, expect, it } from 'vitest';
import { national2025 } from '../../procedures/national-2025/index.ts';
import type { DossierEvent } from '../dossier/event.ts';
import { computeDossier } from '../duty/compute-duties.ts';
import { asked, received, sent } from '../testing/referral-story.ts';
import { fact, setting, socialService, teacher } from '../testing/scenario.ts';
import { instant } from '../time.ts';
import { accessRows } from './access-rows.ts';
import { type Relation, widestView } from './relation.ts';

/** `person:teacher-1` or `institution:school-1:principal` to its relations. */
function relationsOf(events: readonly DossierEvent[]): Readonly<Record<string, readonly Relation[]>> {
  const computed = computeDossier(national2025, events, setting);
  const found: Record<string, Relation[]> = {};
  for (const { party, relation } of accessRows({ ...computed, setting })) {
    const key =
      party.kind === 'person' ? `person:${party.id}` : `institution:${party.id}:${party.role ?? ''}`;
    found[key] = [...(found[key] ?? []), relation];
  }
  return found;
}

/** The same to the widest view. */
function views(events: readonly DossierEvent[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(relationsOf(events)).map(([key, relations]) => [key, widestView(relations)]),
  );
}

const service = `institution:${socialService}:casework`;
const wholeService = `institution:${socialService}:`;
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
  { id: 'over-1', ...byWorker },
);

describe('who sees a dossier', () => {
  it('nobody before the first fact', () => {
    expect(views([])).toEqual({});
  });

  it('by office the head’s and the support staff’s roles of the school, by name the class teacher', () => {
    expect(
      views([fact('risk.identified', '2026-11-02T10:00+02:00', { riskCode: 'attendance' })]),
    ).toMatchObject({
      'institution:school-1:casework': 'full',
      'institution:school-1:leadership': 'full',
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
    expect(views([...asked, acknowledged('declined'), owed])[wholeService]).toBe('own');
  });

  it('R 2: an institution that nobody has told yet sees nothing, whatever is owed to it', () => {
    const risk = fact('risk.identified', '2026-11-02T10:00+02:00', { riskCode: 'attendance' });
    const danger = fact('danger.suspected', '2026-11-02T10:00+02:00', {});
    const outside = Object.keys(views([risk, danger])).filter((key) =>
      /^institution:(?!school-1)(?!.*:(administrator|dataProtectionOfficer)$)/.test(key),
    );
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
    expect(views([proposed])[wholeService]).toBe('own');
    expect(views([proposed, mistaken])[wholeService]).toBeUndefined();
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

  it('the school level stays as a partner when the case is handed over (K table 18, L4649)', () => {
    const before = relationsOf([...asked, acknowledged('accepted')]);
    expect(before[`person:${teacher}`]).toContain('manager');
    expect(before['institution:school-1:leadership']).toEqual(['managersHead']);
    const after = relationsOf([...asked, acknowledged('accepted'), handedOver]);
    expect(after[worker]).toContain('manager');
    expect(after[`person:${teacher}`]).toContain('partner');
    expect(after[`person:${teacher}`]).not.toContain('manager');
    expect(after[`institution:${socialService}:leadership`]).toEqual(['managersHead']);
    expect(after['institution:school-1:leadership']).toBeUndefined();
    expect(after['institution:school-1:casework']).toContain('colleague');
  });

  it('R 17: when the hand-over is withdrawn, the school leads again', () => {
    const after = relationsOf([...asked, acknowledged('accepted'), handedOver, withdrawn]);
    expect(after[`person:${teacher}`]).toContain('manager');
    expect(after['institution:school-1:leadership']).toEqual(['managersHead']);
  });

  it('within a school another manager takes over, and the class teacher stays as a partner (duties 1)', () => {
    const assigned = fact('case.managerAssigned', '2026-11-05T10:00+02:00', {
      managerId: 'pedagogue',
      level: 1,
      roleCode: 'lead',
    } as never);
    const after = relationsOf([...asked, assigned]);
    expect(after['person:pedagogue']).toContain('manager');
    expect(after[`person:${teacher}`]).toContain('partner');
  });

  it('a group sees a preview of a proposed case, and the case once a meeting took it (K 4.3, V 4)', () => {
    const group = 'institution:cooperation-group:casework';
    const proposed = fact('group.caseProposed', '2026-11-05T10:00+02:00', {
      groupId: 'cooperation-group',
    } as never);
    const taken = fact('meeting.held', '2026-11-12T10:00+02:00', {
      meetingId: 'm1',
      kindCode: 'group',
      caseTaken: true,
    } as never);
    expect(relationsOf([proposed])[group]).toEqual(['invited']);
    expect(relationsOf([proposed, taken])[group]).toEqual(['groupMember']);
  });

  it('administrators and data-protection officers of school, board and municipality: no content', () => {
    const found = views(asked);
    for (const at of ['school-1', 'education-board', 'council']) {
      expect(found[`institution:${at}:administrator`]).toBe('deadlines');
      expect(found[`institution:${at}:dataProtectionOfficer`]).toBe('deadlines');
    }
    expect(found[`institution:${socialService}:administrator`]).toBeUndefined();
  });

  it('an emergency access ends by itself', () => {
    const taken = fact(
      'access.takenInEmergency',
      '2026-11-05T10:00+02:00',
      { groundCode: 'lifeInDanger', untilAt: instant('2026-11-06T08:00:00.000Z') },
      { by: 'officer', institution: 'municipal-police' },
    );
    const computed = computeDossier(national2025, [...asked, taken], setting);
    const rows = accessRows({ ...computed, setting }).filter(({ relation }) => relation === 'emergency');
    expect(rows).toMatchObject([
      { party: { kind: 'person', id: 'officer' }, view: 'full', until: '2026-11-06T08:00:00.000Z' },
    ]);
  });

  it('who recorded something sees that something came of it, not the whole case (duties 7)', () => {
    const noticed = fact(
      'risk.noticed',
      '2026-11-02T10:00+02:00',
      { riskCode: 'attendance' },
      { by: 'cleaner', institution: 'school-1' },
    );
    expect(views([noticed])['person:cleaner']).toBe('limited');
  });
});
