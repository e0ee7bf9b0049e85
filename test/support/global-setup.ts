import type { TestProject } from 'vitest/node';
import { leaveSharedServers, type SharedServers, useSharedServers } from './shared-servers.ts';

declare module 'vitest' {
  // Declarations merge with interfaces only.
  interface ProvidedContext extends SharedServers {}
}

/** Before the first test of a project that needs real services; what it returns runs after the last. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const servers = await useSharedServers();
  project.provide('postgresUrl', servers.postgresUrl);
  project.provide('temporalAddress', servers.temporalAddress);
  project.provide('temporalDataFile', servers.temporalDataFile);
  project.provide('temporalProgram', servers.temporalProgram);
  project.provide('cacheDir', servers.cacheDir);
  return leaveSharedServers;
}
