/** One run of Schemathesis against a served API, callers taking turns. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Schemathesis } from './find-schemathesis.ts';
import type { FuzzedProduct, FuzzingCaller } from './fuzzed-product.ts';
import { type Binding, bindingsOf, servedDocument } from './known-ids.ts';

const checks = [
  'not_a_server_error',
  'status_code_conformance',
  'content_type_conformance',
  'response_headers_conformance',
  'response_schema_conformance',
];

/** Bodies of facts are a union so wide that walking through it takes minutes; they are drawn at random only. */
const drawnOnly = ['openDossier', 'recordFacts', 'whatIf'];

export type FuzzRun = {
  readonly seed: number;
  /** Examples drawn for each operation. */
  readonly examples: number;
  /** Also walks through the boundary values of every parameter and field. */
  readonly boundaries: boolean;
  /** Of the command line: which operations. */
  readonly selection: readonly string[];
};

export type FuzzOutcome = { readonly ok: boolean; readonly output: string };

/** `ok` where every answer was one that the document describes; `output` shows the others, each with a curl line. */
export async function runSchemathesis(
  { python, env }: Schemathesis,
  product: FuzzedProduct,
  callers: readonly FuzzingCaller[],
  { seed, examples, boundaries, selection }: FuzzRun,
): Promise<FuzzOutcome> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'terminsargs-fuzz-'));
  try {
    const { address } = product;
    const bindings = bindingsOf(await servedDocument(product));
    writeFileSync(path.join(folder, 'schemathesis.toml'), configuration(product, bindings, examples));
    const points = path.join(folder, 'starting-points.json');
    writeFileSync(points, JSON.stringify(product.startingPoints));
    const turns = callers.map(({ headers, institutionId }) =>
      institutionId === null ? headers : { ...headers, 'X-Acting-For': institutionId },
    );
    const hooks = {
      PYTHONPATH: `${env['PYTHONPATH'] ?? ''}${path.delimiter}${import.meta.dirname}`,
      PYTHONDONTWRITEBYTECODE: '1',
      SCHEMATHESIS_HOOKS: 'take_turns',
      FUZZ_CALLERS: JSON.stringify(turns),
      FUZZ_STARTING_POINTS: points,
    };
    return await ended(
      python,
      [
        ['-m', 'schemathesis.cli', 'run', `${address}/api/openapi.json`, '--url', address],
        ['--seed', String(seed), '--workers', '1', '--max-examples', String(examples)],
        ['--phases', boundaries ? 'coverage,fuzzing' : 'fuzzing', '--checks', checks.join()],
        ['--generation-database', 'none', '--output-sanitize', 'false', '--no-color', '--warnings', 'off'],
        ['--suppress-health-check', 'all', '--request-timeout', '30', '--continue-on-failure'],
        selection,
      ].flat(),
      { cwd: folder, env: { ...env, ...hooks } },
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Known values stand in for generated ones with this probability, in addresses and in bodies. */
const usually = 0.8;
const often = 0.6;
/** One of these is aimed at in particular: things that callers are, or that all of them need, stay. */
const aimedAt: Readonly<Record<string, string>> = {
  changeInstitution: 'spareInstitutions',
};
/** Of every type of fact several. */
const examplesOfFacts = 2;

function configuration({ known }: FuzzedProduct, bindings: readonly Binding[], examples: number): string {
  const bound = ({ key, dictionary }: Binding) =>
    `"${key}" = { dictionary = "${dictionary}", probability = ${key.startsWith('body.') ? often : usually} }`;
  return [
    ...Object.entries({ ...known, spareInstitutions: known.institutions.slice(-1) }).map(
      ([name, values]) => `[dictionaries.${name}]\nvalues = ${JSON.stringify(values)}\n`,
    ),
    '[parameters]',
    ...bindings.map(bound),
    ...Object.entries(aimedAt).map(
      ([id, dictionary]) =>
        `\n[[operations]]\ninclude-operation-id = "${id}"\nparameters."path.institutionId" = { dictionary = "${dictionary}" }`,
    ),
    ...drawnOnly.map(
      (id) =>
        `\n[[operations]]\ninclude-operation-id = "${id}"\nphases.coverage.enabled = false\ngeneration.max-examples = ${examples * examplesOfFacts}`,
    ),
    '',
  ].join('\n');
}

function ended(
  program: string,
  args: readonly string[],
  place: { readonly cwd: string; readonly env: NodeJS.ProcessEnv },
): Promise<FuzzOutcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...place, stdio: ['ignore', 'pipe', 'pipe'] });
    const parts: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (part: Buffer) => void parts.push(part));
    child.once('error', reject);
    child.once('close', (code) => resolve({ ok: code === 0, output: Buffer.concat(parts).toString('utf8') }));
  });
}
