import { useHotkeys } from '@mantine/hooks';

/** j and k go from row to row; Enter opens the one that has the focus, as it does with every link. */
export function useRowKeys(rows = '#content li a'): void {
  useHotkeys([
    ['j', () => move(rows, 1)],
    ['k', () => move(rows, -1)],
  ]);
}

function move(rows: string, step: 1 | -1): void {
  const links = [...document.querySelectorAll<HTMLElement>(rows)];
  const here = links.findIndex((link) => link.closest('li')?.contains(document.activeElement) === true);
  const next = here === -1 ? (step === 1 ? 0 : links.length - 1) : here + step;
  links[next]?.focus();
}
