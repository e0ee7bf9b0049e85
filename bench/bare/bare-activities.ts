export type BareActivities = {
  /** One row into the product's PostgreSQL, in a transaction of its own. */
  writeRow(id: string): Promise<void>;
};
