/**
 * Holds the timelines' mails back until all that falls due at a moment was taken. Two dossiers' timelines run side by
 * side: without it, which of their notices share a mail would be a matter of luck.
 */
export type Gate = {
  open(): void;
  close(): void;
  /** Resolves while it is open. */
  passed(): Promise<void>;
};

/** Closed at first. */
export function createGate(): Gate {
  let waiting: (() => void)[] = [];
  let isOpen = false;
  return {
    open() {
      isOpen = true;
      for (const go of waiting) go();
      waiting = [];
    },
    close() {
      isOpen = false;
    },
    passed: () => (isOpen ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve))),
  };
}
