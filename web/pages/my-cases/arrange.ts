/** “My cases” in the order and choice that the address asks for. Pure. */

import { shortName } from '../../parts/learner-words.ts';
import type { MyCase } from '../../requests/my-cases.ts';

export const orders = ['solis', 'redzets', 'vards'] as const;
export type Order = (typeof orders)[number];

export const choices = ['gaida', 'nav-redzets'] as const;
export type Choice = (typeof choices)[number];

/** `kartot`: by the next step, by who was not seen longest, by name. `radit`: only those who wait, or were never seen. */
export type MyCasesSearch = {
  readonly kartot?: Order;
  readonly radit?: Choice;
  /** The week planner in place of the list, and the Monday of the week that it shows. */
  readonly skats?: 'nedela';
  readonly nedela?: string;
};

export function myCasesSearch(given: Readonly<Record<string, unknown>>): MyCasesSearch {
  const kartot = orders.find((one) => one === given['kartot']);
  const radit = choices.find((one) => one === given['radit']);
  const nedela = given['nedela'];
  return {
    ...(kartot === undefined ? {} : { kartot }),
    ...(radit === undefined ? {} : { radit }),
    ...(given['skats'] === 'nedela' ? { skats: 'nedela' as const } : {}),
    ...(typeof nedela === 'string' ? { nedela } : {}),
  };
}

export function arrange(
  cases: readonly MyCase[],
  { kartot = 'solis', radit }: MyCasesSearch,
): readonly MyCase[] {
  const shown = cases.filter((one) => {
    if (radit === 'gaida') return one.waitingFor !== null;
    return radit === 'nav-redzets' ? one.lastSeen === null : true;
  });
  return shown.toSorted((a, b) => byText(keyOf(a, kartot), keyOf(b, kartot)));
}

/** Nothing due comes last, never seen comes first. */
function keyOf(one: MyCase, order: Order): string {
  switch (order) {
    case 'solis':
      return one.next?.duty.due?.at ?? '9999-12-31';
    case 'redzets':
      return one.lastSeen?.day ?? '0000-01-01';
    case 'vards':
      return one.learner === null ? '\u{ffff}' : shortName(one.learner);
  }
}

const latvian = new Intl.Collator('lv', { numeric: true });

function byText(a: string, b: string): number {
  return latvian.compare(a, b);
}
