/**
 * The API answers only what its OpenAPI document says, whoever asks and whatever is sent (issue 4, section 5). Fixed
 * seed, bounded examples; README.md says how a finding is played again.
 */
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { scopesOfOperations } from '../../api/plugins/token-scopes.ts';
import { roles } from '../../domain/procedure/party.ts';
import { findSchemathesis, type Schemathesis } from './find-schemathesis.ts';
import { type FuzzedProduct, startFuzzedProduct } from './fuzzed-product.ts';
import { servedDocument, unboundIds } from './known-ids.ts';
import { runSchemathesis } from './run-schemathesis.ts';

const seed = Number(process.env['FUZZ_SEED'] ?? '20261121');
const more = process.env['FUZZ_EXAMPLES'];
const onlyRun = process.env['FUZZ_RUN'];
const onlyOperation = process.env['FUZZ_OPERATION'];

/** Callers who take turns, the operations they call, and examples drawn for each operation. */
type FuzzedBy = {
  readonly name: string;
  readonly callers: readonly string[];
  readonly selection: readonly string[];
  readonly examples: number;
  /** Also walks through the boundary values of every parameter and field. */
  readonly boundaries: boolean;
};

const found = await findSchemathesis(inject('cacheDir'));
if ('missing' in found) process.stderr.write(`The API is not fuzzed: ${found.missing}\n`);

let product: FuzzedProduct;
let schemathesis: Schemathesis;
const ofOneself = '^/api/v1/(sign-in|account)';
/** Signing out would end the session that the rest is called with. */
const oneself = ['--include-path-regex', ofOneself, '--exclude-operation-id', 'signOut'];
const others = [
  '--exclude-path-regex',
  `${ofOneself}|^/(api/docs|api/openapi|problems)|^/api/v1/(health|ready)`,
];

/** What no token reaches is refused at the door, and tried by `test/rights`. */
const scoped = Object.keys(scopesOfOperations).flatMap((id) => ['--include-operation-id', id]);

/** Who calls, and what: a token opens nothing of one's own sign-in, and a session the same as a token otherwise. */
const runs: readonly FuzzedBy[] = [
  { name: 'nobody', callers: ['nobody'], selection: [], examples: 1, boundaries: false },
  { name: 'session', callers: ['session'], selection: oneself, examples: 2, boundaries: true },
  { name: 'caseManager', callers: ['caseManagersTeacher'], selection: others, examples: 1, boundaries: true },
  { name: 'token', callers: ['token'], selection: scoped, examples: 2, boundaries: false },
  {
    name: 'roles',
    callers: [...roles, 'receiver', 'elsewhere', 'municipality'],
    selection: others,
    examples: 11,
    boundaries: false,
  },
];

// A machine of a developer may lack Python or the network; continuous integration may not.
describe.skipIf('missing' in found && process.env['CI'] === undefined)(
  'fuzzed by its own description',
  () => {
    beforeAll(async () => {
      if ('missing' in found) throw new Error(found.missing);
      schemathesis = found.schemathesis;
      product = await startFuzzedProduct();
    });
    afterAll(() => product?.close());

    it('an id in an address is one of something that is there', async () => {
      // But for accounts’ own things: the callers’ sessions and tokens must last.
      expect(unboundIds(await servedDocument(product))).toEqual([
        'removePasskey: id',
        'endSession: id',
        'resetSecondFactor: id',
        'revokeApiToken: id',
        'openTrainingLink: id',
      ]);
      for (const values of Object.values(product.known)) expect(values).not.toEqual([]);
    });

    const chosen = runs.filter(({ name }) => onlyRun === undefined || name === onlyRun);
    it.each(chosen)(
      '$name: no 5xx, no undocumented status, header or body (issue 4, section 5)',
      async (chosenRun) => {
        const { name, callers, selection, examples, boundaries } = chosenRun;
        const called = product.callers.filter((one) => callers.includes(one.name));
        expect(called).toHaveLength(callers.length);
        const { ok, output } = await runSchemathesis(schemathesis, product, called, {
          seed,
          examples: more === undefined ? examples : Number(more),
          boundaries,
          selection: onlyOperation === undefined ? selection : ['--include-operation-id', onlyOperation],
        });
        const strangers = called.filter((one) => one.name !== 'nobody' && product.givenTo(one).size === 0);
        if (process.env['FUZZ_SHOW'] !== undefined)
          for (const one of called)
            process.stdout.write(`${one.name}: ${JSON.stringify([...product.givenTo(one)])}\n`);
        if (onlyOperation === undefined) expect(strangers.map((one) => one.name)).toEqual([]);
        expect(
          ok,
          `${output}\nAgain: FUZZ_RUN=${name} FUZZ_SEED=${seed} npm test -- --project int test/fuzz`,
        ).toBe(true);
      },
    );
  },
);
