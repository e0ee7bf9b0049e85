/** Reads, previews and saves what a municipality has set. The dossiers follow in the background (`clock/rework-directory.ts`). */
import { setImmediate as breathe } from 'node:timers/promises';
import type { DossierToRecount } from '../../db/repositories/calendars.ts';
import {
  countBehindDirectory,
  dossiersToRework,
  followingInstitutions,
  insertSetting,
  isInUse,
  loadSetting,
  type MunicipalityRow,
  setSwitches,
  setTraining,
  withoutSecondFactor,
} from '../../db/repositories/settings.ts';
import { asActor, type Transaction } from '../../db/transaction.ts';
import { computeDuties } from '../../domain/duty/compute-duties.ts';
import { changedDuties } from '../../domain/duty/setting-change.ts';
import type { Instant } from '../../domain/time.ts';
import { procedures } from '../../procedures/index.ts';
import { carryOutOnce, refused } from '../commands/carry-out.ts';
import type { ApiDeps } from '../deps.ts';
import { cachedDirectory, type DirectoryCache } from '../directory-cache.ts';
import { loadContext } from '../dossier-context.ts';
import { municipalitySettingOf } from '../municipality-setting.ts';
import { askOffice } from '../office.ts';
import { draftFault, offeredDuties, settingOf } from './offered-duties.ts';
import type { SetUpChange, SetUpDraft, SetUpPart } from './set-up.ts';
import { listTrainingMails } from './training-mails.ts';

const shipped = Object.values(procedures);
const pageSize = 50;
const shownAtMost = 1_000;

export function keepSetUp(deps: ApiDeps): SetUpPart {
  return {
    async readSetUp(actor) {
      const now = await deps.clock.now();
      return await asActor(deps.database, { personId: actor.personId, now }, async (tx) => {
        const office = await askOffice(tx, actor, 'changeSettings', now);
        if ('refused' in office) return refused(office);
        const { municipalityId } = office.institution;
        const found = await loadSetting(tx, municipalityId);
        if (found === null) return refused({ refused: 'notFound', path: '' });
        const { id: _, ...setting } = municipalitySettingOf(municipalityId, found.setting);
        return {
          ok: true,
          value: {
            ...setting,
            schoolYears: setting.schoolYears ?? [],
            secondFactor: found.setting?.secondFactor ?? 'whoMust',
            version: found.version,
            training: found.municipality.training,
            movedDaysOn: found.municipality.movedDaysOn,
            workingHours: found.municipality.workingHours,
            duties: offeredDuties(shipped, setting),
            ladders: shipped.map(({ id, title, escalation, sources }) => ({
              procedureId: id,
              title,
              ...escalation,
              sources,
            })),
            dossiersBehind: await countBehindDirectory(tx, municipalityId),
          },
        };
      });
    },

    async previewSetUp(actor, draft) {
      const now = await deps.clock.now();
      const inTransaction = <T>(work: (tx: Transaction) => Promise<T>) =>
        asActor(deps.database, { personId: actor.personId, now }, work);
      const current = await inTransaction(async (tx) => {
        const office = await askOffice(tx, actor, 'changeSettings', now);
        if ('refused' in office) return office;
        const found = await loadSetting(tx, office.institution.municipalityId);
        if (found === null) return { refused: 'notFound' as const, path: '' };
        return { ...found, withoutSecondFactor: await withoutSecondFactor(tx, found.municipality.id) };
      });
      if ('refused' in current) return refused(current);
      const fault = draftFault(shipped, draft);
      if (fault !== null) return refused(fault);
      const { municipality, version } = current;
      const asked = current.withoutSecondFactor;
      const changes: SetUpChange[] = [];
      let total = 0;
      let after: string | null = null;
      do {
        const met: string | null = after;
        after = await inTransaction(async (tx) => {
          const page = await dossiersToRework(tx, municipality.id, { limit: pageSize, after: met });
          const held: DirectoryCache = new Map();
          const drafted = await draftedDirectory(tx, municipality, draft, now, held);
          for (const dossier of page) {
            const found = await changesOf(tx, municipality.id, dossier, now, held, drafted);
            total += found.length;
            changes.push(...found.slice(0, shownAtMost - changes.length));
            // Somebody may be reporting danger in the meantime.
            await breathe();
          }
          return page.length < pageSize ? null : (page.at(-1)?.id ?? null);
        });
      } while (after !== null);
      return { ok: true, value: { version, total, withoutSecondFactor: asked, changes } };
    },

    async saveSetUp(actor, draft, meta) {
      const now = await deps.clock.now();
      return await carryOutOnce(deps, actor, meta, now, async (tx) => {
        const office = await askOffice(tx, actor, 'changeSettings', now);
        if ('refused' in office) return refused(office);
        const { municipalityId } = office.institution;
        const fault = draftFault(shipped, draft);
        if (fault !== null) return refused(fault);
        const current = await loadSetting(tx, municipalityId);
        const conflict = (version: number) =>
          refused({ refused: 'setUpVersionConflict', path: '', detail: { version } });
        if (current === null) return refused({ refused: 'notFound', path: '' });
        if (current.version !== meta.ifVersion) return conflict(current.version);
        const version = current.version + 1;
        const saved = await insertSetting(tx, {
          municipalityId,
          version,
          setting: settingOf(shipped, draft),
          createdAt: now,
          createdBy: actor.personId,
        });
        if (!saved) return conflict(version);
        const { movedDaysOn, workingHours } = draft;
        await setSwitches(tx, municipalityId, { movedDaysOn, workingHours });
        const dossiersBehind = await countBehindDirectory(tx, municipalityId);
        return { ok: true, value: { version, dossiersBehind, repeated: false } };
      });
    },

    listTrainingMails: (actor, paging) => listTrainingMails(deps, actor, paging),

    async switchTraining(actor, training, meta) {
      const now = await deps.clock.now();
      return await carryOutOnce(deps, actor, meta, now, async (tx) => {
        const office = await askOffice(tx, actor, 'changeSettings', now);
        if ('refused' in office) return refused(office);
        const { municipalityId } = office.institution;
        const found = await loadSetting(tx, municipalityId);
        if (found?.municipality.training === training)
          return { ok: true, value: { training, repeated: false } };
        if (await isInUse(tx, municipalityId)) return refused({ refused: 'municipalityInUse', path: '' });
        await setTraining(tx, municipalityId, training);
        return { ok: true, value: { training, repeated: false } };
      });
    },
  };
}

/** The municipality's directory as it would be with the draft. */
async function draftedDirectory(
  tx: Transaction,
  municipality: MunicipalityRow,
  draft: SetUpDraft,
  now: Instant,
  held: DirectoryCache,
): Promise<DirectoryCache> {
  const directory = await cachedDirectory(tx, municipality.id, now, held);
  const follows = await followingInstitutions(tx, municipality.id);
  return new Map([
    [
      municipality.id,
      {
        ...directory,
        setting: settingOf(shipped, draft),
        workingHours: draft.workingHours,
        institutions: directory.institutions.map((one) =>
          follows.has(one.id) ? { ...one, movedDaysOn: draft.movedDaysOn } : one,
        ),
      },
    ],
  ]);
}

async function changesOf(
  tx: Transaction,
  municipalityId: string,
  dossier: DossierToRecount,
  now: Instant,
  held: DirectoryCache,
  drafted: DirectoryCache,
): Promise<readonly SetUpChange[]> {
  const of = { municipalityId, ...dossier };
  const old = await loadContext(tx, of, dossier.events, now, held);
  const context = await loadContext(tx, of, dossier.events, now, drafted);
  const before = computeDuties(old.procedure, dossier.events, old.setting);
  const after = computeDuties(context.procedure, dossier.events, context.setting);
  return changedDuties(before, after).map(({ duty, change, from, to, stays }) => ({
    dossierId: dossier.id,
    caseNumber: dossier.caseNumber ?? '',
    dutyKey: duty.key,
    kind: duty.kind,
    title: duty.title,
    change,
    from,
    to,
    stays,
  }));
}
