import { describe, expect, it } from 'vitest';
import { cacheFolder } from './cache-folder.ts';
import { describeFailure } from './describe-failure.ts';
import { explainPostgresFailure } from './postgres-failure.ts';
import { StartupError } from './startup-error.ts';

describe('cacheFolder', () => {
  const alice = { configured: undefined, xdgCacheHome: undefined, uid: 1000, home: '/home/alice' };

  it('root shares a folder that other users can reach; others use their own', () => {
    expect(cacheFolder({ ...alice, uid: 0 })).toBe('/var/cache/terminsargs');
    expect(cacheFolder(alice)).toBe('/home/alice/.cache/terminsargs');
    expect(cacheFolder({ ...alice, xdgCacheHome: '/tmp/c' })).toBe('/tmp/c/terminsargs');
  });

  it('a relative XDG_CACHE_HOME is passed over (XDG base directory specification)', () => {
    expect(cacheFolder({ ...alice, xdgCacheHome: 'cache' })).toBe('/home/alice/.cache/terminsargs');
  });

  it('TERMINSARGS_CACHE goes before everything', () => {
    expect(cacheFolder({ ...alice, uid: 0, configured: '/big/disk' })).toBe('/big/disk');
  });
});

describe('explainPostgresFailure', () => {
  const failure = {
    output: '',
    ending: 'exit code 1',
    port: 4332,
    cluster: '/data/cluster',
    logFile: '/logs/postgres.log',
    freeBytes: 1e12,
  };

  it.each([
    ['FATAL:  could not write lock file "postmaster.pid": No space left on device', 'no disk space'],
    ['LOG:  could not bind IPv4 address "127.0.0.1": Address already in use', 'port 4332'],
    ['FATAL:  database files are incompatible with server', 'another release'],
    ['FATAL:  data directory "/data/cluster" has wrong ownership', 'may not read or write'],
    ['postgres: error while loading shared libraries: libfoo.so', 'a library is missing'],
    ['FATAL:  could not create shared memory segment: Cannot allocate memory', 'no memory'],
    ['PANIC:  could not locate a valid checkpoint record', 'damaged'],
  ])('%s', (output, message) => {
    const told = explainPostgresFailure({ ...failure, output });
    expect(told.message).toContain(message);
    expect(told.whatToDo).not.toBe('');
  });

  it('a full disk is told although the server had no room left to write why it died', () => {
    const told = explainPostgresFailure({ ...failure, output: 'PANIC:  could not wr', freeBytes: 4096 });
    expect(told.message).toContain('no disk space');
  });

  it('what is not known is shown in the last words of the server, with the place of the log', () => {
    const told = explainPostgresFailure({ ...failure, output: 'one\ntwo\nthree\nfour\n' });
    expect(told.message).toMatch(/two\n.*three\n.*four$/);
    expect(told.whatToDo).toContain('/logs/postgres.log');
  });
});

it('an error that was meant for people is told without a stack, any other with it', () => {
  expect(describeFailure(new StartupError('No.', 'Do this.'))).toBe('No.\n  What to do: Do this.');
  expect(describeFailure(new TypeError('bug'))).toContain('platform.unit.test.ts');
});
