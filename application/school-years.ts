/** The tables of school time, for the hint that a day lies in a break. */
import { loadSettings } from '../db/repositories/settings.ts';
import type { Transaction } from '../db/transaction.ts';
import type { SchoolYear } from '../domain/calendar/index.ts';
import { municipalitySettingOf } from './municipality-setting.ts';

/** By municipality; one that has entered none is left out. */
export async function schoolYearsOf(
  tx: Transaction,
  municipalityIds: Iterable<string>,
): Promise<ReadonlyMap<string, readonly SchoolYear[]>> {
  const settings = await loadSettings(tx, [...new Set(municipalityIds)]);
  return new Map(
    [...settings].map(([id, setting]) => [id, municipalitySettingOf(id, setting).schoolYears ?? []]),
  );
}
