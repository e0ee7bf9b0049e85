/** Passwords as argon2id (RFC 9106), stored in the PHC form with their cost, so that the cost may grow. */
import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

/** Memory in KiB and number of passes. The settings take nothing below OWASP's minimum (19 MiB, 2 passes). */
export type PasswordCost = { readonly memoryKib: number; readonly passes: number };

const derive = promisify(argon2);
const saltBytes = 16;
const hashBytes = 32;

export async function hashPassword(password: string, cost: PasswordCost): Promise<string> {
  const salt = randomBytes(saltBytes);
  const hash = await deriveHash(password, salt, cost);
  return `$argon2id$v=19$m=${cost.memoryKib},t=${cost.passes},p=1$${unpadded(salt)}$${unpadded(hash)}`;
}

/** Throws where `stored` is no hash of ours: a damaged row must surface. */
export async function isPassword(password: string, stored: string): Promise<boolean> {
  const { cost, salt, hash } = parsed(stored);
  return timingSafeEqual(await deriveHash(password, salt, cost), hash);
}

/** Whether a hash was made at another cost than passwords are hashed at now. */
export function isOutdated(stored: string, cost: PasswordCost): boolean {
  const { memoryKib, passes } = parsed(stored).cost;
  return memoryKib !== cost.memoryKib || passes !== cost.passes;
}

async function deriveHash(password: string, nonce: Buffer, cost: PasswordCost): Promise<Buffer> {
  return await derive('argon2id', {
    // The same letters typed on different keyboards are the same password.
    message: password.normalize('NFKC'),
    nonce,
    parallelism: 1,
    tagLength: hashBytes,
    memory: cost.memoryKib,
    passes: cost.passes,
  });
}

function parsed(stored: string) {
  const form = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=1\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;
  const [, memoryKib, passes, salt, hash] = form.exec(stored) ?? [];
  if (salt === undefined || hash === undefined) throw new Error('a stored password hash has another form');
  return {
    cost: { memoryKib: Number(memoryKib), passes: Number(passes) },
    salt: Buffer.from(salt, 'base64'),
    hash: Buffer.from(hash, 'base64'),
  };
}

function unpadded(bytes: Buffer): string {
  return bytes.toString('base64').replaceAll('=', '');
}
