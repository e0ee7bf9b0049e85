/** From what is typed on the page of a new entry to its first facts. Pure; the API checks them against the vocabulary. */
import type { NewFact } from '../../requests/dossiers.ts';

export const whats = ['noticed', 'identified', 'absence', 'case'] as const;
export type What = (typeof whats)[number];

export type Happened = {
  readonly what: What;
  readonly riskCode: string;
  readonly acute: boolean;
  readonly words: string;
  /** Of an absence: on which day, how much of it, and whether anybody told why. */
  readonly absentOn: string;
  readonly absentFor: 'day' | 'lesson';
  readonly reasonKnown: boolean;
  /** Of a case. */
  readonly level: string;
  readonly managerId: string;
};

/** What is still empty and must not be. */
export function missingOf({
  what,
  riskCode,
  managerId,
  absentOn,
}: Happened): readonly ('riskCode' | 'managerId' | 'absentOn')[] {
  if (what === 'absence') return absentOn === '' ? ['absentOn'] : [];
  return [
    ...(riskCode === '' ? (['riskCode'] as const) : []),
    ...(what === 'case' && managerId === '' ? (['managerId'] as const) : []),
  ];
}

/** A case begins with the risk that it is about, so that what the risk starts is counted too. */
export function firstFacts(happened: Happened): readonly NewFact[] {
  const { what, riskCode, acute, level, managerId, absentOn, absentFor, reasonKnown } = happened;
  const words = happened.words.trim();
  if (what === 'absence') {
    const data = { date: absentOn, scopeCode: absentFor, reasonKnown };
    return [{ type: 'absence.noted', ...(words === '' ? {} : { words }), data }];
  }
  const risk: NewFact = {
    type: what === 'noticed' ? 'risk.noticed' : 'risk.identified',
    ...(acute ? { acute: true } : {}),
    ...(words === '' ? {} : { words }),
    data: { riskCode },
  };
  if (what !== 'case') return [risk];
  return [
    risk,
    { type: 'case.opened', data: { level } },
    { type: 'case.managerAssigned', data: { managerId, level, roleCode: 'lead' } },
  ];
}
