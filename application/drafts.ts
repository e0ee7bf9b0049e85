/** What is typed is kept while it is typed, for the person alone (issue 5, “Nothing typed is lost”). */
import { visibleOf } from '../db/changed-dossiers.ts';
import { relationsTo } from '../db/repositories/access.ts';
import { loadPersons } from '../db/repositories/directory.ts';
import { draftWriters, dropDraft, keepDraft, openDraft } from '../db/repositories/drafts.ts';
import { asActor, type Transaction } from '../db/transaction.ts';
import { may } from '../domain/access/may.ts';
import { addMinutes, type Instant } from '../domain/time.ts';
import type { Actor, Result } from './application.ts';
import { refused } from './commands/carry-out.ts';
import { isUuid } from './commands/check-ids.ts';
import type { ApiDeps } from './deps.ts';

export type Draft = { readonly content: string; readonly updatedAt: Instant };

export type Drafts = {
  /** `content` is the client's own form of what was typed. */
  keepDraft(
    actor: Actor,
    form: string,
    draft: { readonly content: string; readonly dossierId?: string },
  ): Promise<Result<{ readonly updatedAt: Instant }>>;
  readDraft(actor: Actor, form: string): Promise<Draft | null>;
  dropDraft(actor: Actor, form: string): Promise<void>;
  /** Who else writes about the dossier just now. */
  writersOf(actor: Actor, dossierId: string): Promise<Result<readonly Writer[]>>;
};

export type Writer = { readonly displayName: string };

/** For so many minutes after the last change of a draft its person counts as writing. */
const writingMinutes = 5;

export function drafts(deps: ApiDeps): Drafts {
  return {
    async keepDraft(actor, form, { content, dossierId }) {
      const now = await deps.clock.now();
      const { personId, institutionId } = actor;
      return await asActor(deps.database, { personId, now }, async (tx) => {
        const seen = dossierId === undefined || !isUuid(dossierId) ? [] : await visibleOf(tx, [dossierId]);
        if (dossierId !== undefined && seen.length === 0)
          return refused({ refused: 'notFound', path: 'dossierId' });
        const place = { personId, form, institutionId, dossierId: dossierId ?? null };
        await keepDraft(tx, deps.keys, { ...place, text: content }, now);
        return { ok: true, value: { updatedAt: now } };
      });
    },

    async readDraft({ personId }, form) {
      const now = await deps.clock.now();
      const found = await asActor(deps.database, { personId, now }, (tx) =>
        openDraft(tx, deps.keys, { personId, form }),
      );
      return found === null ? null : { content: found.text, updatedAt: found.updatedAt };
    },

    async dropDraft({ personId }, form) {
      const now = await deps.clock.now();
      await asActor(deps.database, { personId, now }, (tx) => dropDraft(tx, { personId, form }));
    },

    async writersOf({ personId }, dossierId) {
      const now = await deps.clock.now();
      const found = await asActor(deps.database, { personId, now }, async (tx) =>
        (await mayWrite(tx, dossierId))
          ? await draftWriters(tx, dossierId, addMinutes(now, -writingMinutes))
          : null,
      );
      if (found === null) return refused({ refused: 'notFound', path: '' });
      // Each under their own rights as they are now: whoever was excluded since is neither seen nor named.
      const writing: string[] = [];
      for (const id of found)
        if (await asActor(deps.database, { personId: id, now }, (tx) => mayWrite(tx, dossierId)))
          writing.push(id);
      const persons = await asActor(deps.database, { personId, now }, (tx) => loadPersons(tx, writing));
      const names = [...persons.values()].map(({ displayName }) => displayName);
      return {
        ok: true,
        value: names.sort((a, b) => a.localeCompare(b, 'lv')).map((displayName) => ({ displayName })),
      };
    },
  };
}

async function mayWrite(tx: Transaction, dossierId: string): Promise<boolean> {
  if (!isUuid(dossierId)) return false;
  return may('recordWork', await relationsTo(tx, dossierId)).decision !== 'deny';
}
