import type { BenchServers } from './servers.ts';

export type BenchRun = {
  readonly servers: BenchServers;
  /** A few rounds of small sizes, to see that it works. */
  readonly quick: boolean;
  /** Tells how far it is. */
  readonly say: (line: string) => void;
};

/** One measurement on servers that nobody else uses. */
export type Bench = {
  readonly name: string;
  /** What one would like to see; reported, never asserted. */
  readonly aim: string;
  /** The figures, a line each. */
  run(run: BenchRun): Promise<readonly string[]>;
};
