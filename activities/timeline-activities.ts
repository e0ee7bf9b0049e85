/** What the `timeline` workflow may ask for. Ids, kinds and moments only; no personal data enters Temporal. */

/** One named timer: the next step of a duty, or the next mail of the dossier. */
export type TimelineTimer = {
  /** Stays the same while the same step is awaited; another key or moment means re-arming. */
  readonly key: string;
  /** What a person reads in Temporal's web page: `reply · late 2026-12-21`. */
  readonly label: string;
  readonly at: string;
  /** How long to wait by the product's clock, in milliseconds; 0 where it is due. */
  readonly realDelayMs: number;
};

export type Timeline = {
  /** A closed dossier with nothing left to tell: the workflow ends. */
  readonly finished: boolean;
  readonly timers: readonly TimelineTimer[];
  /** Mails of this dossier may be sent now. */
  readonly mailsDue: boolean;
};

export type TimelineActivities = {
  /** Reads the timeline from Postgres and marks the dossier's clock as up to date. */
  loadTimeline(dossierId: string): Promise<Timeline>;
  /** Takes every step of the dossier that is due, in one transaction, and returns the new timeline. */
  takeSteps(dossierId: string): Promise<Timeline>;
  /** Sends what may be sent now, whoever's it is. */
  deliverMails(): Promise<void>;
};
