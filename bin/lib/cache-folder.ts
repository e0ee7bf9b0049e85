import os from 'node:os';
import path from 'node:path';

/**
 * Where built and copied programs are kept between runs and clones: `TERMINSARGS_CACHE`, else
 * `/var/cache/terminsargs` for root (other users must be able to reach it), else the user's own cache folder.
 */
export function cacheFolder(place: {
  readonly configured: string | undefined;
  readonly xdgCacheHome: string | undefined;
  readonly uid: number;
  readonly home: string;
}): string {
  if (place.configured !== undefined) return path.resolve(place.configured);
  if (place.uid === 0) return '/var/cache/terminsargs';
  const base =
    place.xdgCacheHome !== undefined && path.isAbsolute(place.xdgCacheHome)
      ? place.xdgCacheHome
      : path.join(place.home, '.cache');
  return path.join(base, 'terminsargs');
}

/** The same for this process and user. */
export function ourCacheFolder(configured: string | undefined): string {
  return cacheFolder({
    configured,
    xdgCacheHome: process.env['XDG_CACHE_HOME'],
    uid: process.getuid?.() ?? -1,
    home: os.homedir(),
  });
}
