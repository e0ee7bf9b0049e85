/** What the application needs from outside: time, mail, and somebody to wake the timelines. */
import type { Instant } from '../domain/time.ts';

/** Real, or simulated for training and tests (kept in the database so that all processes agree). */
export type Clock = {
  now(): Promise<Instant>;
  /** The moment, and how many of the product's seconds pass in a second of wall time. */
  reading(): Promise<ClockReading>;
};

export type ClockReading = { readonly now: Instant; readonly rate: number };

/** Wakes the durable clock of a dossier; may fail, then the sweep does it. */
export type Timelines = { changed(dossierId: string): Promise<void> };

/** A log without personal data: codes and opaque ids only. */
export type Log = {
  info(fields: Readonly<Record<string, unknown>>, message: string): void;
  warn(fields: Readonly<Record<string, unknown>>, message: string): void;
  error(fields: Readonly<Record<string, unknown>>, message: string): void;
};
