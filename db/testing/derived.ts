/** What derives from facts, written for one dossier as tests want it: the repositories write it for sets. */
import type { AccessRow } from '../../domain/access/access-rows.ts';
import type { Duty } from '../../domain/duty/duty.ts';
import type { NoticeDraft } from '../../domain/duty/plan-notices.ts';
import type { Instant } from '../../domain/time.ts';
import { accessChanges, loadAccessRows, writeAccess } from '../repositories/access.ts';
import { type DossierRecord, loadDossier, updateDossiers } from '../repositories/dossiers.ts';
import { dutyChanges, loadDutyRows, writeDuties } from '../repositories/duties.ts';
import { insertNotices } from '../repositories/notices.ts';
import {
  loadSteps,
  nextStepAt,
  type StepRow,
  type StoredStep,
  stepChanges,
  syncSteps,
  takeDueSteps,
  writeSteps,
} from '../repositories/steps.ts';
import type { Transaction } from '../transaction.ts';

export async function replaceDuties(
  tx: Transaction,
  of: Pick<DossierRecord, 'id' | 'municipalityId'>,
  duties: readonly Duty[],
): Promise<void> {
  await writeDuties(tx, [dutyChanges(of, (await loadDutyRows(tx, [of.id])).get(of.id) ?? [], duties)]);
}

export async function replaceAccess(
  tx: Transaction,
  dossierId: string,
  rows: readonly AccessRow[],
): Promise<void> {
  await writeAccess(tx, [
    accessChanges(dossierId, (await loadAccessRows(tx, [dossierId])).get(dossierId) ?? [], rows),
  ]);
}

export async function replaceSteps(
  tx: Transaction,
  dossierId: string,
  wanted: readonly StepRow[],
): Promise<void> {
  const stored = await stepsOf(tx, dossierId);
  await writeSteps(tx, [stepChanges(dossierId, stored, syncSteps(stored, wanted))]);
}

/** Takes what is due at a moment, and gives it. */
export async function takeSteps(
  tx: Transaction,
  dossierId: string,
  now: Instant,
): Promise<readonly StepRow[]> {
  const stored = await stepsOf(tx, dossierId);
  const { steps, taken } = takeDueSteps(stored, now, now);
  await writeSteps(tx, [stepChanges(dossierId, stored, steps)]);
  return taken;
}

/** Notes the next step that is stored, and that the dossier is not poisoned. */
export async function noteNextStep(tx: Transaction, dossierId: string): Promise<void> {
  const found = await loadDossier(tx, dossierId);
  if (found === null) throw new Error('no such dossier');
  await updateDossiers(tx, [{ ...found, nextStepAt: nextStepAt(await stepsOf(tx, dossierId)) }]);
}

export async function insertNoticesOf(
  tx: Transaction,
  dossierId: string,
  drafts: readonly NoticeDraft[],
  now: Instant,
): Promise<number> {
  return await insertNotices(
    tx,
    drafts.map((draft) => ({ ...draft, dossierId })),
    now,
  );
}

/** All steps of a dossier, taken or not. */
export async function stepsOf(tx: Transaction, dossierId: string): Promise<readonly StoredStep[]> {
  return (await loadSteps(tx, [dossierId])).get(dossierId) ?? [];
}
