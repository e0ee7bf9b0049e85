/**
 * Checks the hash chains of all dossiers: `node bin/verify.ts [--anchors FOLDER]`. Needs DATABASE_URL (the owner).
 * The folder holds the exports of chain heads; without it a cut tail that was covered up is not seen.
 * Exit code 1 and the first broken row where something was changed, 2 where it cannot check.
 */
import { parseArgs } from 'node:util';
import { readSettings } from '../application/settings.ts';
import { readAnchors } from '../db/chain-anchor.ts';
import { verifyChainsAt } from '../db/verify-chain.ts';
import { describeFailure } from './lib/describe-failure.ts';
import { withRunningProduct } from './lib/running-product.ts';

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { anchors: { type: 'string' } } });
  const { databaseUrl } = readSettings(withRunningProduct(process.env), ['databaseUrl']);
  const anchors = values.anchors === undefined ? [] : readAnchors(values.anchors);
  const found = await verifyChainsAt(databaseUrl, anchors);
  console.log(
    `${found.checked} facts of ${found.dossiers} dossiers checked against ${anchors.length} anchors.`,
  );
  if (found.firstBroken === undefined) return 0;
  const { dossierId, seq, reason } = found.firstBroken;
  console.error(
    `BROKEN: ${found.broken.length} chains. The first: dossier ${dossierId}, fact ${seq}, ${reason}.`,
  );
  return 1;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(describeFailure(error));
  process.exitCode = 2;
}
