/** Plays a story file on the servers that all tests share, in a database and a namespace of its own. */
import { readFileSync } from 'node:fs';
import { asRole } from '../../application/settings.ts';
import { readStory } from '../../bin/preview/read-story.ts';
import { simulateStory } from '../../bin/simulate/simulate-story.ts';
import { storeTemplate } from '../../db/testing/store.ts';
import { allowRoles, createDatabase, createNamespace, ROLE_PASSWORD } from './stack.ts';

/** The lines that `npm run simulate` prints for the file. */
export async function linesOfStory(file: string, language: 'lv' | 'en' = 'lv'): Promise<readonly string[]> {
  const read = readStory(readFileSync(file, 'utf8'));
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const [database, namespace] = await Promise.all([createDatabase(storeTemplate), createNamespace()]);
  await allowRoles(['app_api', 'app_clock']);
  const lines: string[] = [];
  try {
    await simulateStory(read.story, {
      servers: {
        ownerUrl: database.ownerUrl,
        apiUrl: asRole(database.ownerUrl, 'app_api', ROLE_PASSWORD),
        clockUrl: asRole(database.ownerUrl, 'app_clock', ROLE_PASSWORD),
        temporalAddress: namespace.address,
        namespace: namespace.namespace,
      },
      language,
      print: (line) => void lines.push(line),
    });
  } finally {
    await namespace.close();
    await database.drop();
  }
  return lines;
}
