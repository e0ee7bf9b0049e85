import { useHotkeys } from '@mantine/hooks';

/** j and k go from duty to duty; Enter opens the one that has the focus, as it does with every link. */
export function useRowKeys(): void {
  useHotkeys([
    ['j', () => move(1)],
    ['k', () => move(-1)],
  ]);
}

function move(step: 1 | -1): void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('#content li a')];
  const here = links.findIndex((link) => link.closest('li')?.contains(document.activeElement) === true);
  const next = here === -1 ? (step === 1 ? 0 : links.length - 1) : here + step;
  links[next]?.focus();
}
