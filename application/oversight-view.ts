/** What those who oversee cases are shown: accesses in an emergency, and excluded persons. */
import type { DossierEventOf } from '../domain/dossier/event.ts';
import type { Instant } from '../domain/time.ts';

type AboutCase = { readonly dossierId: string; readonly caseNumber: string };

export type EmergencyView = AboutCase & {
  readonly accessId: string;
  readonly byName: string;
  readonly institutionName: string;
  readonly groundCode: string;
  readonly reason: string | null;
  readonly at: Instant;
  readonly untilAt: Instant;
  readonly review: {
    readonly outcomeCode: DossierEventOf<'access.reviewed'>['data']['outcomeCode'];
    readonly byName: string;
    readonly at: Instant;
  } | null;
  /** It waits for a review, and the actor may give it. */
  readonly mayReview: boolean;
};

export type ExclusionView = AboutCase & {
  readonly personName: string;
  /** Null where the person was named with the first record. */
  readonly groundCode: string | null;
  readonly since: Instant;
  readonly declaredByName: string;
  readonly bySelf: boolean;
};

export type OversightView = {
  readonly emergencies: readonly EmergencyView[];
  readonly exclusions: readonly ExclusionView[];
};
