/** The routes that the API registers, with the acts that they name, in the order of their addresses. */
import type { ActingRoute } from '../../domain/access/route-act.ts';
import { actsOf } from '../plugins/guard.ts';
import { fakeApi } from './fake-api.ts';

export async function registeredRoutes(): Promise<readonly ActingRoute[]> {
  const { app } = fakeApi();
  const routes: ActingRoute[] = [];
  app.addHook('onRoute', ({ method, url, config }) => {
    for (const one of [method].flat())
      if (one !== 'HEAD') routes.push({ method: one, address: url, acts: actsOf(config?.act) });
  });
  await app.ready();
  await app.close();
  return routes.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

function keyOf({ method, address }: ActingRoute): string {
  return `${address} ${method}`;
}
