/** On paper the whole case stands in one document: its other tabs are drawn, and their data fetched, before it prints. */
import { useHotkeys } from '@mantine/hooks';
import { useIsFetching } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

type Printing = { readonly printing: boolean; readonly print: () => void };

/** `printing` while the document is made for paper; `print` opens the browser's dialog once all of it is there. */
export function usePrinting(): Printing {
  const [asked, setAsked] = useState(false);
  const [onPaper, setOnPaper] = useState(false);
  const fetching = useIsFetching();
  useHotkeys([['mod+P', () => setAsked(true)]], []);

  useEffect(() => {
    // Also from the browser's own menu: the page has no more time then than this call.
    const paper = globalThis.matchMedia('print');
    const change = () => flushSync(() => setOnPaper(paper.matches));
    paper.addEventListener('change', change);
    if (paper.matches) setOnPaper(true);
    return () => paper.removeEventListener('change', change);
  }, []);

  useEffect(() => {
    if (!asked || fetching > 0) return;
    // What was just drawn may begin to ask only after this turn.
    const turn = setTimeout(() => {
      globalThis.print();
      setAsked(false);
    }, 100);
    return () => clearTimeout(turn);
  }, [asked, fetching]);

  return { printing: asked || onPaper, print: () => setAsked(true) };
}
