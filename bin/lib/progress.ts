/** Tells the person at the keyboard what takes long. */
export interface Progress {
  /** Prints one line at once. */
  readonly say: (line: string) => void;
  /**
   * Waits for the work. Says what is being done when it takes more than three seconds, again every ten
   * seconds, and at the end how long it took; quick work stays silent.
   */
  during<T>(what: string, work: () => Promise<T>): Promise<T>;
}

const FIRST_WORD_MS = 3_000;
const NEXT_WORD_MS = 10_000;

/** Progress written line by line, which reads well on a terminal and in a log alike. */
export function createProgress(write: (line: string) => void): Progress {
  return {
    say: write,
    async during(what, work) {
      const began = performance.now();
      const seconds = (): number => Math.round((performance.now() - began) / 1000);
      let told = false;
      const tell = (): void => {
        write(told ? `  … ${what} (${seconds()} s)` : `${what} …`);
        told = true;
        timer = setTimeout(tell, NEXT_WORD_MS);
      };
      let timer = setTimeout(tell, FIRST_WORD_MS);
      try {
        const result = await work();
        if (told) write(`  … done after ${seconds()} s`);
        return result;
      } finally {
        clearTimeout(timer);
      }
    },
  };
}
