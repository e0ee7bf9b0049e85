/** Temporal's client tries again and again for half a minute; who has something else to do waits for less. */
export async function withPatience<T>(work: Promise<T>, patienceMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  try {
    const tooLong = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error('timeout')), patienceMs);
    });
    return await Promise.race([work, tooLong]);
  } finally {
    clearTimeout(timer);
  }
}
