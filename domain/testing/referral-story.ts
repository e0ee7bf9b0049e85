/** A handover to the social service and what may follow, for specs. */
import type { DossierEvent } from '../dossier/event.ts';
import type { DossierSetting } from '../duty/setting.ts';
import { calendarDay } from '../time.ts';
import { fact, setting, socialService } from './scenario.ts';

export function sent(at: string, data: object = {}, options: object = {}): DossierEvent {
  return fact(
    'referral.sent',
    at,
    { referralId: 'r1', receiverId: socialService, kindCode: 'handover', channelCode: 'product', ...data },
    { id: 'sent-1', ...options },
  );
}

export function received(at: string, data: object = {}, options: object = {}): DossierEvent {
  return fact(
    'referral.received',
    at,
    { referralId: 'r1', howKnownCode: 'product', ...data },
    { id: 'received-1', ...options },
  );
}

export function replied(at: string): DossierEvent {
  return fact(
    'reply.sent',
    at,
    { referralId: 'r1' },
    { id: 'reply-1', institution: socialService, by: 'p4' },
  );
}

export function postponed(at: string, newDueOn: string, id: string): DossierEvent {
  return fact(
    'reply.postponed',
    at,
    { referralId: 'r1', reasonCode: 'workload', newDueOn: calendarDay(newDueOn) },
    { id, institution: socialService },
  );
}

/** Sent and received on Monday, 2 November 2026: evaluation by the 16th, reply by 2 December. */
export const asked: readonly DossierEvent[] = [
  sent('2026-11-02T10:00+02:00'),
  received('2026-11-02T10:00+02:00'),
];

/** The test setting with some institutions otherwise. */
export function withInstitutions(
  change: Readonly<Record<string, { readonly hasActiveUser: boolean }>>,
): DossierSetting {
  const entries = Object.entries(setting.institutions).map(([id, one]) => [id, { ...one, ...change[id] }]);
  return { ...setting, institutions: Object.fromEntries(entries) as DossierSetting['institutions'] };
}

/** The test setting with the municipality's choices otherwise. */
export function withMunicipality(change: Partial<DossierSetting['municipality']>): DossierSetting {
  return { ...setting, municipality: { ...setting.municipality, ...change } };
}
