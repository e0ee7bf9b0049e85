/** Directories of municipalities, each loaded once. */
import { loadDirectory, type MunicipalityDirectory } from '../db/repositories/directory.ts';
import type { Transaction } from '../db/transaction.ts';
import type { Instant } from '../domain/time.ts';

/** Directories by municipality, so that a set of dossiers loads each once; lives as long as one transaction. */
export type DirectoryCache = Map<string, MunicipalityDirectory>;

/** A municipality's directory, loaded once per cache. */
export async function cachedDirectory(
  tx: Transaction,
  municipalityId: string,
  now: Instant,
  cache: DirectoryCache,
): Promise<MunicipalityDirectory> {
  const directory = cache.get(municipalityId) ?? (await loadDirectory(tx, municipalityId, now));
  cache.set(municipalityId, directory);
  return directory;
}
