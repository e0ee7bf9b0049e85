import { describe, expect, it } from 'vitest';
import { findTemporal, serverRelease, type TemporalSearch, type Way } from './find-temporal.ts';
import { moduleProxies } from './go-build.ts';
import { archiveUrl, platformOf } from './releases.ts';
import { TemporalUnavailable } from './temporal-unavailable.ts';

const search: TemporalSearch = { cacheDir: '/cache', env: {}, log: () => {} };

function way(name: string, outcome: { path: string } | { missed: string } | Error, asked: string[]): Way {
  return {
    name,
    attempt: async () => {
      asked.push(name);
      if (outcome instanceof Error) throw outcome;
      return outcome;
    },
  };
}

describe('findTemporal', () => {
  it('the first way that leads somewhere is taken, and no later one is tried (architecture 4)', async () => {
    const asked: string[] = [];
    const found = await findTemporal(search, [
      way('PATH', { missed: 'none' }, asked),
      way('cache', { path: '/cache/temporal' }, asked),
      way('release', { path: '/other' }, asked),
    ]);
    expect(found).toEqual({ path: '/cache/temporal', way: 'cache' });
    expect(asked).toEqual(['PATH', 'cache']);
  });

  it('a way that breaks is closed, not the end of the search', async () => {
    const asked: string[] = [];
    const found = await findTemporal(search, [
      way('release', new Error('the host does not answer'), asked),
      way('Go', { path: '/built' }, asked),
    ]);
    expect(found.path).toBe('/built');
  });

  it('when all ways are closed the message tells each with its reason, and what to do', async () => {
    const failure = findTemporal(search, [
      way('PATH', { missed: 'no “temporal” there' }, []),
      way('release', new Error('the host does not answer'), []),
    ]);
    await expect(failure).rejects.toBeInstanceOf(TemporalUnavailable);
    await expect(failure).rejects.toMatchObject({
      message: expect.stringMatching(/PATH: no “temporal” there[^]*release: the host does not answer/),
      whatToDo: expect.stringContaining('TEMPORAL_ADDRESS'),
    });
  });

  it('a stop ends the search instead of going on to the next way', async () => {
    const controller = new AbortController();
    const asked: string[] = [];
    const stopping: Way = {
      name: 'release',
      attempt: async () => {
        controller.abort(new Error('stopped'));
        throw new Error('aborted');
      },
    };
    const running = findTemporal({ ...search, signal: controller.signal }, [
      stopping,
      way('Go', { path: '/x' }, asked),
    ]);
    await expect(running).rejects.toThrow('stopped');
    expect(asked).toEqual([]);
  });
});

it('the server release is read from what the command line says, also when it was built with go install', () => {
  expect(serverRelease('temporal version 1.5.1 (Server 1.29.1, UI 2.42.1)')).toEqual([1, 29]);
  expect(serverRelease('temporal version 0.0.0-DEV (Server 1.29.1, UI 2.42.1)')).toEqual([1, 29]);
  expect(serverRelease('temporal 3: a time tracker')).toBeUndefined();
});

it('GOPROXY: lists in both forms, nothing but addresses; none when it is not set (go help goproxy)', () => {
  expect(moduleProxies(undefined)).toEqual([]);
  expect(moduleProxies('https://a.example/|https://b.example,direct')).toEqual([
    'https://a.example',
    'https://b.example',
  ]);
  expect(moduleProxies('off')).toEqual([]);
});

it('releases are named in the words of Temporal', () => {
  expect(platformOf('darwin', 'x64')).toBe('darwin-amd64');
  expect(platformOf('win32', 'x64')).toBeUndefined();
  expect(archiveUrl('linux-arm64')).toMatch(/v1\.5\.1\/temporal_cli_1\.5\.1_linux_arm64\.tar\.gz$/);
});
