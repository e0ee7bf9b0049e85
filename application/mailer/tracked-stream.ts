/** A message as a stream that knows how far its reader came. */
import { Readable } from 'node:stream';

export type Handover = {
  readonly stream: Readable;
  /** `body` once the transport asked for the first byte, `end` once it has read the last. */
  progress(): 'untouched' | 'body' | 'end';
};

const CHUNK = 16 * 1024;

/**
 * nodemailer reports a broken connection in the same words before and after the final dot. It pipes the message into
 * the connection and writes the dot when that stream ends; so `end`, noted before the pipe sees it, is the earliest
 * moment at which the server can have the whole mail.
 */
export function trackHandover(message: Buffer): Handover {
  let progress: 'untouched' | 'body' | 'end' = 'untouched';
  let offset = 0;
  const stream = new Readable({
    highWaterMark: CHUNK,
    read() {
      if (progress === 'untouched') progress = 'body';
      const chunk = message.subarray(offset, offset + CHUNK);
      offset += chunk.length;
      this.push(chunk.length === 0 ? null : chunk);
    },
  });
  stream.once('end', () => {
    progress = 'end';
  });
  return { stream, progress: () => progress };
}
