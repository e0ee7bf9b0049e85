import { expect, it } from 'vitest';
import { hashPassword, isOutdated, isPassword } from './password-hash.ts';
import { isStrongPassword } from './password-strength.ts';

const cheap = { memoryKib: 64, passes: 1 };

it('a hash tells its own password from others, and two of the same differ', async () => {
  const [one, other] = [
    await hashPassword('zils kumeliņš', cheap),
    await hashPassword('zils kumeliņš', cheap),
  ];
  expect(one).not.toBe(other);
  expect(await isPassword('zils kumeliņš', one)).toBe(true);
  expect(await isPassword('zils kumelins', one)).toBe(false);
  expect(await isPassword('', one)).toBe(false);
});

it('the same letters from different keyboards are the same password (NFKC)', async () => {
  const hash = await hashPassword('ziema ar sniegu ā', cheap);
  expect(await isPassword('ziema ar sniegu a\u0304', hash)).toBe(true);
});

it('the cost stands in the hash, so that it may grow', async () => {
  const hash = await hashPassword('x', cheap);
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=64,t=1,p=1\$/);
  expect(isOutdated(hash, cheap)).toBe(false);
  expect(isOutdated(hash, { memoryKib: 128, passes: 1 })).toBe(true);
  await expect(isPassword('x', 'plain text')).rejects.toThrow('another form');
});

it.each([
  'correcthorsebatterystaple',
  'zils kumelins peld ziema',
  'trīs sarkani gaiļi dzied rītā',
  '9f8s7dgh2kq0zm',
])('“%s” is taken', (password) => {
  expect(isStrongPassword(password, ['Anita Kalniņa', 'anita@skola.example'])).toBe(true);
});

it.each([
  ['too short', 'Zx9#kq2!vB7'],
  ['common', 'password12345'],
  ['a repetition', 'aaaaaaaaaaaaaaaa'],
  ['a row', '123456789012345'],
  ['the own name', 'anitakalnina'],
  ['the own address', 'anita@skola.example'],
  ['longer than anybody types', 'x9'.repeat(200)],
])('%s is refused', (_what, password) => {
  expect(isStrongPassword(password, ['Anita Kalnina', 'anita@skola.example'])).toBe(false);
});
