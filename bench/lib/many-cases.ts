/** Tens of thousands of cases: a few are opened by the product, and their rows copied with other ids. */
import { randomUUID } from 'node:crypto';
import type postgres from 'postgres';
import { type Instant, plusMilliseconds } from '../../domain/time.ts';
import { freshWrite } from './fresh-write.ts';
import { type BenchInstitution, type BenchMunicipality, type BenchPerson, holder } from './municipality.ts';
import { type BenchProduct, morning } from './product.ts';

const day = 86_400_000;

export type ManyCases = { readonly cases: number; readonly duties: number };

/** A case as it is copied: everything in it that is another's in the copy. */
type Template = { readonly dossierId: string; readonly school: string; readonly teacher: string };

/**
 * Fills the municipalities to about `cases` open cases, opened on twelve days over three months, so that some duties
 * are long late and others far away. Ends with the clock on the last of these days.
 */
export async function fillCases(
  product: BenchProduct,
  places: readonly BenchMunicipality[],
  cases: number,
): Promise<ManyCases> {
  const moments = Array.from({ length: 12 }, (_, nth) => plusMilliseconds(morning, nth * 7 * day));
  const copies = Math.ceil(cases / places.length / moments.length) - 1;
  const sql = product.owner.client;
  const templates: (readonly [BenchMunicipality, Template])[] = [];
  for (const place of places) {
    for (const moment of moments) templates.push([place, await openTemplate(product, place, moment)]);
  }
  await withoutIndexes(sql, async () => {
    for (const [place, template] of templates) await copyCase(sql, template, place, copies);
  });
  await sql.unsafe('vacuum analyze');
  const [row] = await sql<{ cases: number; duties: number }[]>`
    select (select count(*)::int from dossier where status = 'open') as cases,
      (select count(*)::int from duty) as duties`;
  if (row === undefined) throw new Error('nothing was counted');
  return row;
}

const copiedTables = ['dossier', 'duty', 'duty_waiting', 'dossier_access'];

/** Millions of rows are written much quicker without the indexes that no constraint needs; they are built after it. */
async function withoutIndexes(sql: postgres.Sql, work: () => Promise<void>): Promise<void> {
  const indexes = await sql<{ name: string; definition: string }[]>`
    select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition from pg_index
    where indrelid::regclass::text = any (${copiedTables})
      and not exists (select from pg_constraint where conindid = indexrelid)`;
  for (const { name } of indexes) await sql.unsafe(`drop index ${name}`);
  await work();
  for (const { definition } of indexes) await sql.unsafe(definition);
}

/** A risk, a case with a plan, a handover: about six duties of the school and of the social service. */
async function openTemplate(
  product: BenchProduct,
  place: BenchMunicipality,
  moment: Instant,
): Promise<Template> {
  product.clock.moveTo(moment);
  const [school] = place.schools;
  if (school === undefined) throw new Error('a municipality without schools');
  const teacher = holder(school, 'classTeacher');
  const opened = await product.application.openDossier(
    teacher,
    {
      kind: 'case',
      schoolId: school.id,
      procedureId: 'national-2025',
      classTeacherId: teacher.personId,
      facts: [
        { type: 'risk.noticed', data: { riskCode: 'attendance' } },
        { type: 'case.opened', data: { level: '1' } },
        {
          type: 'referral.sent',
          data: {
            referralId: randomUUID(),
            receiverId: place.educationBoard.id,
            kindCode: 'problemReport',
            channelCode: 'product',
            answerWanted: true,
          },
        },
        {
          type: 'referral.sent',
          data: {
            referralId: teacher.personId,
            receiverId: place.socialService.id,
            kindCode: 'handover',
            channelCode: 'product',
          },
        },
      ],
    },
    freshWrite(),
  );
  if (!opened.ok) throw new Error(JSON.stringify(opened));
  return { dossierId: opened.value.dossierId, school: school.id, teacher: teacher.personId };
}

/** Copies go to the municipality's schools and their class teachers in turn. */
async function copyCase(
  sql: postgres.Sql,
  template: Template,
  place: BenchMunicipality,
  copies: number,
): Promise<void> {
  const homes = place.schools.flatMap((school) =>
    school.people.filter(({ role }) => role === 'classTeacher').map((teacher) => homeOf(school, teacher)),
  );
  await sql.begin(async (tx) => {
    // Copies of rows that were checked: foreign keys need not be looked up for each.
    await tx`set local session_replication_role = replica`;
    await tx`create temp table copy_of on commit drop as
      select gen_random_uuid()::text as id, home.school, home.teacher, n
      from generate_series(1, ${copies}) as n
      join unnest(${homes.map((home) => home.school)}::text[], ${homes.map((home) => home.teacher)}::text[])
        with ordinality as home (school, teacher, nth) on home.nth = 1 + (n % ${homes.length})`;
    for (const table of copiedTables) await copyRows(tx, table, template);
  });
}

function homeOf(school: BenchInstitution, teacher: BenchPerson) {
  return { school: school.id, teacher: teacher.personId };
}

/** The rows as JSON with the ids exchanged, whatever columns the table has; generated ones make themselves. */
async function copyRows(sql: postgres.TransactionSql, table: string, template: Template): Promise<void> {
  const columns = await sql<{ name: string }[]>`
    select quote_ident(column_name) as name from information_schema.columns
    where table_schema = 'public' and table_name = ${table} and is_generated = 'NEVER'`;
  if (columns.length === 0) return;
  const names = columns.map(({ name }) => name).join(', ');
  const copied = columns.map(({ name }) => `copied.${name}`).join(', ');
  const key = table === 'dossier' ? 'id' : 'dossier_id';
  const caseNumber = `|| case when ${table === 'dossier'} then jsonb_build_object('case_number', left(copy.id, 13)) else '{}' end`;
  await sql.unsafe(
    // In FROM: written as `(f()).*` the function would be called once for each column.
    `insert into ${table} (${names}) select ${copied}
     from ${table} as original cross join copy_of as copy
     cross join lateral jsonb_populate_record(null::${table}, replace(replace(replace(to_jsonb(original)::text,
       $1, copy.id), $2, copy.school), $3, copy.teacher)::jsonb ${caseNumber}) as copied
     where original.${key} = $1::uuid`,
    [template.dossierId, template.school, template.teacher],
  );
}
