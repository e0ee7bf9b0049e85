/** From what is typed on the page of a new entry to its first facts. Pure; the API checks them against the vocabulary. */
import type { NewFact } from '../../requests/dossiers.ts';

export const whats = ['noticed', 'identified', 'case'] as const;
export type What = (typeof whats)[number];

export type Happened = {
  readonly what: What;
  readonly riskCode: string;
  readonly acute: boolean;
  readonly words: string;
  /** Of a case. */
  readonly level: string;
  readonly managerId: string;
};

/** What is still empty and must not be. */
export function missingOf({ what, riskCode, managerId }: Happened): readonly ('riskCode' | 'managerId')[] {
  return [
    ...(riskCode === '' ? (['riskCode'] as const) : []),
    ...(what === 'case' && managerId === '' ? (['managerId'] as const) : []),
  ];
}

/** A case begins with the risk that it is about, so that what the risk starts is counted too. */
export function firstFacts({ what, riskCode, acute, words, level, managerId }: Happened): readonly NewFact[] {
  const risk: NewFact = {
    type: what === 'noticed' ? 'risk.noticed' : 'risk.identified',
    ...(acute ? { acute: true } : {}),
    ...(words.trim() === '' ? {} : { words: words.trim() }),
    data: { riskCode },
  };
  if (what !== 'case') return [risk];
  return [
    risk,
    { type: 'case.opened', data: { level } },
    { type: 'case.managerAssigned', data: { managerId, level, roleCode: 'lead' } },
  ];
}
