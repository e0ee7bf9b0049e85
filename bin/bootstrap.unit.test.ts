import { expect, it } from 'vitest';
import { installedAsLocked, installedForOther, stampFor, unsupported } from './bootstrap.mjs';

const lock = {
  packages: {
    '': { name: 'terminsargs' },
    'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' },
    'node_modules/mac-only': { version: '2.0.0', integrity: 'sha512-m', optional: true },
  },
};

it('what npm has installed is enough when every package for this platform is there as locked', () => {
  expect(
    installedAsLocked(lock, { packages: { 'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' } } }),
  ).toBe(true);
});

it('a missing package, another version or another content is not enough', () => {
  expect(installedAsLocked(lock, { packages: {} })).toBe(false);
  expect(
    installedAsLocked(lock, { packages: { 'node_modules/a': { version: '1.0.1', integrity: 'sha512-a' } } }),
  ).toBe(false);
  expect(
    installedAsLocked(lock, { packages: { 'node_modules/a': { version: '1.0.0', integrity: 'sha512-x' } } }),
  ).toBe(false);
});

it('Node before 20 and other systems than Linux and macOS are refused with what to do', () => {
  expect(unsupported('18.20.0', 'linux', 'x64')?.message).toContain('18.20.0');
  expect(unsupported('24.0.0', 'win32', 'x64')?.whatToDo).toContain('WSL');
  expect(unsupported('20.0.0', 'darwin', 'arm64')).toBeUndefined();
});

it('packages of another platform, or with other patches, are installed anew whatever npm has on record', () => {
  const stamp = stampFor('lock', 'patches', 'linux-x64');
  expect(installedForOther(stampFor('another lock', 'patches', 'linux-x64'), stamp)).toBe(false);
  expect(installedForOther(stampFor('lock', 'patches', 'linux-arm64'), stamp)).toBe(true);
  expect(installedForOther(stampFor('lock', 'other patches', 'linux-x64'), stamp)).toBe(true);
  expect(installedForOther('0123 linux-x64\n', stamp)).toBe(true);
});
