/** How busy each core was while something was measured: without it a latency says nothing. */
import os from 'node:os';

/** Starts looking; the answer tells the use of each core since then, `cores 97 % 88 %`, whoever used them. */
export function watchCores(): () => string {
  const before = os.cpus();
  return () => {
    const shares = os.cpus().map(({ times }, core) => {
      const then = before[core]?.times ?? times;
      const idle = times.idle - then.idle;
      const all = Object.entries(times).reduce(
        (sum, [kind, time]) => sum + time - then[kind as keyof typeof then],
        0,
      );
      return all === 0 ? 0 : Math.round(100 * (1 - idle / all));
    });
    return `cores ${shares.map((share) => `${share} %`).join(' ')}`;
  };
}

/** What it was measured on, without naming the machine. */
export function machineClass(): string {
  const memory = Math.round(os.totalmem() / 2 ** 30);
  return `${os.cpus().length} cores, ${memory} GB, ${os.platform()} ${os.arch()}, Node ${process.version}`;
}
