/** How quickly people get their lists, through the application and with row-level security, in a full database. */
import type { Actor, DutyFilter } from '../application/application.ts';
import { listDuties } from '../application/queries/list-duties.ts';
import type { Bench } from './lib/bench.ts';
import { watchCores } from './lib/cores.ts';
import { slowestPlan } from './lib/explain.ts';
import { latencies, quantile } from './lib/figures.ts';
import { fillCases } from './lib/many-cases.ts';
import { type BenchMunicipality, holder, makeMunicipality } from './lib/municipality.ts';
import { type BenchProduct, startProduct } from './lib/product.ts';
import type { BenchServers } from './lib/servers.ts';

const readers = 20;
const page = { limit: 50 };
const aimMs = 50;

type Question = { readonly name: string; readonly filter: (actor: Actor) => DutyFilter };

const questions: readonly Question[] = [
  { name: 'overdue', filter: () => ({ status: 'late' }) },
  {
    name: 'overdue of my institution',
    filter: ({ institutionId }) => ({ status: 'late', owedByInstitutionId: institutionId }),
  },
  { name: 'my duties', filter: () => ({ mine: true, status: 'open' }) },
  { name: 'owed to me', filter: () => ({ owedToMe: true, status: 'open' }) },
];

export const lists: Bench = {
  name: 'lists',
  aim: 'p99 below 50 ms for “overdue” and “my duties”, 20 readers at once',
  async run({ servers, quick, say }) {
    const product = await startProduct(servers, { apiConnections: readers });
    try {
      const places: BenchMunicipality[] = [];
      for (let nth = 0; nth < (quick ? 2 : 5); nth += 1)
        places.push(await makeMunicipality(product.owner, quick ? 4 : 20));
      const began = performance.now();
      const filled = await fillCases(product, places, quick ? 2_000 : 50_000);
      say(
        `  ${filled.cases} open cases, ${filled.duties} duties, made in ${seconds(performance.now() - began)}`,
      );
      const actors = actorsOf(places);
      const lines = [`${filled.cases} open cases, ${filled.duties} duties, ${places.length} municipalities`];
      for (const question of questions) {
        await ask(product, question, actors, 3);
        const cores = watchCores();
        const asked = await ask(product, question, actors, quick ? 20 : 60);
        lines.push(`${question.name}: ${latencies(asked.map(({ ms }) => ms))}; ${cores()}`);
        lines.push(...byPost(asked));
        if (
          quantile(
            asked.map(({ ms }) => ms),
            0.99,
          ) > aimMs
        )
          lines.push(...(await planOf(servers, product, question, asked)));
      }
      return lines;
    } finally {
      await product.close();
    }
  },
};

type Reader = Actor & { readonly post: string };
type Asked = { readonly actor: Actor; readonly post: string; readonly rows: number; readonly ms: number };

/** A mix: mostly teachers and principals, and those who see a whole municipality's cases. */
function actorsOf(places: readonly BenchMunicipality[]): readonly Reader[] {
  return Array.from({ length: readers }, (_, nth): Reader => {
    const place = places[nth % places.length];
    const school = place?.schools[nth % place.schools.length];
    if (place === undefined || school === undefined) throw new Error('nobody to read');
    switch (nth % 4) {
      case 0:
        return { ...holder(school, 'classTeacher', nth % 10), post: 'class teacher' };
      case 1:
        return { ...holder(school, 'principal'), post: 'principal' };
      case 2:
        return { ...holder(place.socialService, 'head'), post: 'head of social service' };
      default:
        return { ...holder(place.socialService, 'socialWorker'), post: 'social worker' };
    }
  });
}

async function ask(
  { application }: BenchProduct,
  { filter }: Question,
  actors: readonly Reader[],
  times: number,
): Promise<readonly Asked[]> {
  const asked: Asked[] = [];
  await Promise.all(
    actors.map(async (actor) => {
      for (let time = 0; time < times; time += 1) {
        const began = performance.now();
        const answer = await application.listDuties(actor, filter(actor), page);
        if (!answer.ok) throw new Error(JSON.stringify(answer));
        asked.push({
          actor,
          post: actor.post,
          rows: answer.value.items.length,
          ms: performance.now() - began,
        });
      }
    }),
  );
  return asked;
}

/** The plan for whom it was slowest: where the time goes when it is not the two cores that are missing. */
async function planOf(
  servers: BenchServers,
  { deps }: BenchProduct,
  { filter }: Question,
  asked: readonly Asked[],
): Promise<readonly string[]> {
  const [worst] = [...asked].sort((a, b) => b.ms - a.ms);
  if (worst === undefined) return [];
  const plan = await slowestPlan(servers.ownerUrl, (database) =>
    listDuties({ ...deps, database }, worst.actor, filter(worst.actor), page),
  );
  return [
    `  plan of the slowest statement, alone, for the ${worst.post}:`,
    ...plan.map((line) => `    ${line}`),
  ];
}

/** The figures by post: an average hides whom the product is slow for. */
function byPost(asked: readonly Asked[]): readonly string[] {
  const posts = [...new Set(asked.map(({ post }) => post))].sort();
  return posts.map((post) => {
    const theirs = asked.filter((one) => one.post === post);
    return `  ${post} (${theirs[0]?.rows ?? 0} rows): ${latencies(theirs.map(({ ms }) => ms))}`;
  });
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1_000).toFixed(0)} s`;
}
