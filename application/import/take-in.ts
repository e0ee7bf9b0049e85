/** Previews and carries out the import of a file: the same plan, once without and once with its writes. */
import { lockImports } from '../../db/repositories/institutions.ts';
import { asActor, type Transaction } from '../../db/transaction.ts';
import type { OfficeAct } from '../../domain/access/rights.ts';
import type { ImportKind, RowOf } from '../../domain/import/columns.ts';
import { type Read, type ReadTable, readTable } from '../../domain/import/table.ts';
import type { Instant } from '../../domain/time.ts';
import type { Actor, ApplicationRefusal, Result, WriteMeta } from '../application.ts';
import { carryOutOnce, refused } from '../commands/carry-out.ts';
import type { ApiDeps } from '../deps.ts';
import { inTurn } from '../in-turn.ts';
import { type ActorOffice, askOffice } from '../office.ts';
import type { FileToImport, ImportDone, ImportPart, ImportReport } from './imports.ts';
import type { Plan, Planning } from './plan.ts';
import { planClasses } from './plan-classes.ts';
import { planLearners } from './plan-learners.ts';
import { planPeople } from './plan-people.ts';
import { planRunning } from './plan-running.ts';
import { readFile } from './read-file.ts';

/** Most rows of a file: what one transaction carries out in well under a minute. */
const mostRows: Readonly<Record<ImportKind, number>> = {
  people: 5_000,
  classes: 5_000,
  learners: 2_000,
  running: 1_000,
};

/** Beyond `importData`: whoever imports may do the same by hand, one by one. */
const alsoNeeded: Readonly<Record<ImportKind, OfficeAct>> = {
  people: 'managePeople',
  classes: 'manageClasses',
  learners: 'registerLearner',
  running: 'openDossier',
};

const planners: { readonly [K in ImportKind]: (planning: Planning<K>) => Promise<Plan> } = {
  people: planPeople,
  classes: planClasses,
  learners: planLearners,
  running: planRunning,
};

export function takeIn(deps: ApiDeps): ImportPart {
  // The reserving of case numbers takes a second connection: with many imports at once nobody would get one.
  const turn = inTurn();
  return {
    previewImport: (actor, input) => turn(() => preview(deps, actor, input)),
    runImport: (actor, input, meta) => turn(() => run(deps, actor, input, meta)),
  };
}

async function preview(deps: ApiDeps, actor: Actor, input: FileToImport): Promise<Result<ImportReport>> {
  const now = await deps.clock.now();
  return await asActor(deps.database, { personId: actor.personId, now }, async (tx) => {
    const office = await askedOffice(tx, actor, input.kind, now);
    if ('refused' in office) return refused(office);
    return { ok: true, value: (await planned(tx, deps, actor, office, input, now)).report };
  });
}

async function run(
  deps: ApiDeps,
  actor: Actor,
  input: FileToImport,
  meta: WriteMeta,
): Promise<Result<ImportDone>> {
  const now = await deps.clock.now();
  const result = await carryOutOnce(deps, actor, meta, now, async (tx) => {
    const office = await askedOffice(tx, actor, input.kind, now);
    if ('refused' in office) return refused(office);
    // The same file sent twice at once: the second one finds what the first one made.
    await lockImports(tx, office.institution.municipalityId);
    const { report, write } = await planned(tx, deps, actor, office, input, now);
    if (report.problems.length > 0) {
      const detail = { problems: report.problems.length };
      return refused({ refused: 'importHasProblems', path: 'file', detail });
    }
    await write();
    const { created, extended, known } = report.counts;
    return { ok: true, value: { kind: input.kind, created, extended, known, repeated: false } };
  });
  if (result.ok && !result.value.repeated) {
    const { kind, created, extended, known } = result.value;
    deps.log.info({ ...actor, kind, created, extended, known }, 'file imported');
  }
  return result;
}

async function askedOffice(
  tx: Transaction,
  actor: Actor,
  kind: ImportKind,
  now: Instant,
): Promise<ActorOffice | ApplicationRefusal> {
  const office = await askOffice(tx, actor, 'importData', now);
  return 'refused' in office ? office : await askOffice(tx, actor, alsoNeeded[kind], now);
}

async function planned(
  tx: Transaction,
  deps: ApiDeps,
  actor: Actor,
  office: ActorOffice,
  { kind, file }: FileToImport,
  now: Instant,
): Promise<{ readonly report: ImportReport; readonly write: () => Promise<void> }> {
  const { encoding, delimiter, lines, problems: broken } = readFile(file);
  const table = broken.length > 0 ? nothingRead : readTable(kind, lines);
  const over = table.filled.length > mostRows[kind];
  const limit = { row: null, column: null, code: 'tooManyRows', limit: String(mostRows[kind]) } as const;
  const plan =
    over || broken.length > 0
      ? nothingPlanned
      : // The table was read for this kind.
        await (planners[kind] as (planning: Planning<ImportKind>) => Promise<Plan>)({
          tx,
          deps,
          actor,
          office,
          now,
          rows: table.rows,
        });
  const problems = [...broken, ...(over ? [limit] : []), ...table.problems, ...plan.problems].toSorted(
    (a, b) => (a.row ?? 0) - (b.row ?? 0),
  );
  const rows = outcomesOf(kind, table, plan, problems);
  const count = (outcome: string) => rows.filter((one) => one.outcome === outcome).length;
  return {
    report: {
      kind,
      encoding,
      delimiter,
      counts: {
        created: count('created'),
        extended: count('extended'),
        known: count('known'),
        problem: count('problem'),
      },
      rows,
      problems,
      hints: [...table.hints, ...plan.hints],
    },
    write: plan.write,
  };
}

const nothingRead: ReadTable<ImportKind> = { rows: [], filled: [], problems: [], hints: [] };
const nothingPlanned: Plan = { rows: [], problems: [], hints: [], write: () => Promise.resolve() };

function outcomesOf(
  kind: ImportKind,
  { filled, rows }: ReadTable<ImportKind>,
  plan: Plan,
  problems: ImportReport['problems'],
): ImportReport['rows'] {
  const wrong = new Set(problems.map(({ row }) => row));
  const outcomes = new Map(plan.rows.map(({ row, outcome }) => [row, outcome]));
  const subjects = new Map(rows.map((one) => [one.row, subjectOf(kind, one)]));
  return filled.slice(0, mostRows[kind]).map((row) => ({
    row,
    outcome: wrong.has(row) ? 'problem' : (outcomes.get(row) ?? 'problem'),
    subject: subjects.get(row) ?? '',
  }));
}

function subjectOf(kind: ImportKind, { value }: Read<ImportKind>): string {
  switch (kind) {
    case 'people':
      return (value as RowOf<'people'>).name;
    case 'classes':
      return (value as RowOf<'classes'>).name;
    case 'learners':
    case 'running': {
      const { firstName, lastName } = value as RowOf<'learners'>;
      return `${firstName} ${lastName}`;
    }
  }
}
