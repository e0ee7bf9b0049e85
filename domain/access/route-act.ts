/** Which act a route of the API is. A route that does not say is not registered. */
import type { DossierAct, OfficeAct } from './rights.ts';

/**
 * `record`: the act of the fact that is sent (`act-of-fact.ts`). `own`: one's own sign-in, whoever one is. `public`:
 * nobody's act, nothing of anybody.
 */
export type RouteAct = DossierAct | OfficeAct | 'record' | 'own' | 'public';

/** A route as the table of routes names it. Several acts: each is asked where it applies. */
export type ActingRoute = {
  readonly method: string;
  readonly address: string;
  readonly acts: readonly RouteAct[];
};
