/** The demo's names made into the ids that the database wants; the same name always gives the same id. */
import { createHash } from 'node:crypto';

/** Namespace of the demo's ids; any fixed UUID does. */
const namespace = Buffer.from('5f2f6f0a9f1d4f5e8d0e6a2b7c3d4e5f', 'hex');

/** The UUID of a name (RFC 9562, version 5). */
export function demoId(name: string): string {
  const hash = createHash('sha1').update(namespace).update(name, 'utf8').digest();
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  const hex = hash.toString('hex', 0, 16);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    '-',
  );
}
