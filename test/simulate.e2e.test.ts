/** The six stories of `examples/`, played on the real stack; `test/simulated/` holds what they print. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { linesOfStory } from './support/simulated-story.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const examples = path.join(root, 'examples');
const stories = readdirSync(examples).filter((name) => name.endsWith('.json'));

const fileOf = (name: string) => path.join(examples, name);
const printed = (name: string) => path.join(root, 'test', 'simulated', name.replace('.json', '.txt'));
const textOf = (lines: readonly string[]) => `${lines.join('\n')}\n`;

/** Each story is played once; the tests of its lines read what was printed. */
const played = new Map<string, Promise<readonly string[]>>();
function linesOf(story: string): Promise<readonly string[]> {
  const name = `${story}.json`;
  const lines = played.get(name) ?? linesOfStory(fileOf(name));
  played.set(name, lines);
  return lines;
}

/** Lines of one sort, without the sentence of why. */
async function told(story: string, ...words: readonly string[]): Promise<readonly string[]> {
  const lines = await linesOf(story);
  return lines
    .filter((line) => words.every((word) => line.includes(word)))
    .map((line) => line.replace(/ · kāpēc: .*/, ''));
}

it.for(stories)('the same story prints what it printed before (architecture 3, time): %s', async (name) => {
  const lines = await linesOf(name.replace('.json', ''));
  await expect(textOf(lines)).toMatchFileSnapshot(printed(name));
});

it.for(['danger-on-a-saturday-evening.json', 'handover-acknowledged-on-the-fifth-day.json'])(
  'played again in another database and namespace, it prints the same (issue 3, section 4): %s',
  async (name) => {
    const again = await linesOfStory(fileOf(name));
    expect(textOf(again)).toBe(textOf(await linesOf(name.replace('.json', ''))));
  },
);

it.for(stories)(
  'lines come in the order of their moments, without ids (architecture 3, time): %s',
  async (name) => {
    const lines = await linesOf(name.replace('.json', ''));
    const moments = lines.map(sortable);
    expect(moments).toEqual([...moments].sort());
    expect(textOf(lines)).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/);
  },
);

/** `2026-11-21 24.00` and `2026-11-22 0.00` are the same moment. */
function sortable(line: string): string {
  const [, day = '', hour = '', minute = ''] = /^(\S+) (\d+)\.(\d\d) {2}/.exec(line) ?? [];
  return new Date(
    Date.parse(`${day}T00:00:00Z`) + (Number(hour) * 60 + Number(minute)) * 60_000,
  ).toISOString();
}

it('a reply postponed: the term is counted from the origin and told anew (rules of conduct 9)', async () => {
  const lines = await linesOf('reply-postponed-late-complaint');
  expect(lines.filter((line) => line.includes('mainīts: '))).toEqual([
    expect.stringMatching(
      /^2026-12-14 11\.00 {2}mainīts: 2026-0001 · .*līdz 2026-12-23 .*sākotnēji 1 mēnesis no 16\.11\. → 16\.12\.; termiņš pārcelts uz 23\.12\./,
    ),
  ]);
});

it('late by the word of its force, to who owes and who waits, at 24.00 of the due day (rules of conduct 8; K 4.3 L1931)', async () => {
  expect(await told('reply-postponed-late-complaint', '  ieteiktais laiks pagājis')).toEqual([
    '2026-12-23 24.00  ieteiktais laiks pagājis (ieteikums, nav tiesību norma): 2026-0001 · Rakstiski atbildēt izglītības iestādei par veikto un turpmāko rīcību · līdz 2026-12-23 · → Dainis Brencis (gaida), Maija Lāce (atbild)',
  ]);
});

it('the mail about it waits for working hours: Monday 8.00 after Christmas (architecture 1.8)', async () => {
  const mails = await told('reply-postponed-late-complaint', '2026-12-28 8.00  vēstule');
  expect(mails.map((line) => / → ([^·]*) · /.exec(line)?.[1] ?? line)).toEqual([
    'Dainis Brencis',
    'Maija Lāce',
  ]);
});

it('the ladder: the head, the waiting side, then a proposal to go to the board (duties page, section 4; K 4.3 L1953)', async () => {
  const rungs = [
    ...(await told('reply-postponed-late-complaint', 'ziņo vadītājam: ')),
    ...(await told('reply-postponed-late-complaint', 'ziņo gaidošajai pusei: ')),
    ...(await told('reply-postponed-late-complaint', 'ierosina vērsties tālāk: ')),
  ];
  expect(rungs.map((line) => line.replace(/2026-0001 · .* · → /, ''))).toEqual([
    '2026-12-28 24.00  ziņo vadītājam: Ineta Grava (vada iestādi)',
    '2026-12-30 24.00  ziņo gaidošajai pusei: Anita Kalniņa (vada gadījumu), Ilze Vītoliņa (vada skolu)',
    '2027-01-05 24.00  ierosina vērsties tālāk: Anita Kalniņa (vada gadījumu), Ilze Vītoliņa (vada skolu)',
  ]);
});

it('before the complaint: everybody is asked, the service hears of the draft and has two working days (rules of conduct 14)', async () => {
  const story = 'reply-postponed-late-complaint';
  const told = async (word: string) =>
    (await linesOf(story))
      .filter((line) => line.includes(`  ${word}: 2026-0001`))
      .map((line) => line.replace(/2026-0001 · .* · → (.*) · kāpēc: .*/, '$1'));
  expect(await told('vai kāds ir saņēmis atbildi')).toEqual([
    '2027-01-06 9.30  vai kāds ir saņēmis atbildi: Anita Kalniņa (vada gadījumu), Dainis Brencis (gaida), Liene Apsīte (strādā ar gadījumu), Maija Lāce (atbild)',
  ]);
  expect(await told('sagatavots sūdzības projekts')).toEqual([
    '2027-01-06 14.00  sagatavots sūdzības projekts: Ineta Grava (vada iestādi), Maija Lāce (atbild)',
  ]);
  expect(await told('saņēmējam dotais laiks beidzies')).toEqual([
    '2027-01-08 24.00  saņēmējam dotais laiks beidzies: Anita Kalniņa (vada gadījumu), Ilze Vītoliņa (vada skolu)',
  ]);
});

it('a complaint makes the board owe an assessment (K 4.3 L1953)', async () => {
  expect(await told('reply-postponed-late-complaint', '  pienākums: ', 'Izvērtēt iesniegto sūdzību')).toEqual(
    [
      '2027-01-11 10.00  pienākums: 2026-0001 · Izvērtēt iesniegto sūdzību · līdz 2027-01-25 · atbild: Ozolkalna novada Izglītības pārvalde · gaida: Ozolkalna vidusskola',
    ],
  );
});

it('due on Monday: reminded on Friday, and told with the digest of 7.30 (issue 3, section 5)', async () => {
  const lines = await told(
    'reply-postponed-late-complaint',
    '2026-11-27',
    'Izvērtēt situāciju',
    'atgādinājums',
  );
  expect(lines).toEqual([
    '2026-11-27 0.00  atgādinājums: 2026-0001 · Izvērtēt situāciju · līdz 2026-11-30 · → Maija Lāce (atbild)',
    '2026-11-27 7.30  rīta kopsavilkums: → Maija Lāce · 2026-0001 Izvērtēt situāciju (atgādinājums)',
  ]);
});

it('danger on a Saturday: at once, after 30 minutes, after 2 hours, every 2 hours, last at 23.00, late at 24.00, then from 7.00 (rules of conduct 1)', async () => {
  const report = 'Ziņot par bērna apdraudējumu';
  const steps = (await told('danger-on-a-saturday-evening', report, ' · → ')).map((line) =>
    line.replace(/: 2026-0001 · .* · → /, ' → '),
  );
  const both = 'Anita Kalniņa (pierakstīja), Dainis Brencis (dežurē)';
  expect(steps).toEqual([
    '2026-11-21 18.00  apdraudējums → Anita Kalniņa (pierakstīja)',
    `2026-11-21 18.30  apdraudējums → ${both}`,
    `2026-11-21 20.00  apdraudējums → ${both}`,
    `2026-11-21 22.00  apdraudējums → ${both}`,
    `2026-11-21 23.00  apdraudējums → ${both}`,
    `2026-11-21 24.00  nokavēts likumā noteiktais termiņš → ${both}, Ilze Vītoliņa (vada skolu)`,
    `2026-11-22 7.00  apdraudējums → ${both}`,
    `2026-11-22 9.00  apdraudējums → ${both}`,
  ]);
});

it('danger is mailed at any hour: at midnight from Saturday to Sunday, too (rules of conduct 1)', async () => {
  const mails = await told('danger-on-a-saturday-evening', '2026-11-22 0.00  vēstule par apdraudējumu');
  expect(mails.map((line) => / → ([^·]*) · /.exec(line)?.[1] ?? line)).toEqual([
    'Anita Kalniņa',
    'Dainis Brencis',
    'Ilze Vītoliņa',
  ]);
});

it('a handover is to be acknowledged within 5 working days, past 18 November (K 4.2 L1351)', async () => {
  expect(
    await told('handover-acknowledged-on-the-fifth-day', 'Apstiprināt gadījuma pārņemšanu', '2026-11-20'),
  ).toEqual(
    expect.arrayContaining([
      '2026-11-20 0.00  atgādinājums: 2026-0001 · Apstiprināt gadījuma pārņemšanu · līdz 2026-11-20 · → Maija Lāce (atbild)',
      '2026-11-20 16.20  izpildīts: 2026-0001 · Apstiprināt gadījuma pārņemšanu',
    ]),
  );
});

it('two months without change: others are to be informed, never later than the ceiling (K 4.2 L1024–1046)', async () => {
  const [due] = await told(
    'monthly-reviews-up-to-the-two-month-rule',
    '  pienākums: ',
    'Informēt ārējās iestādes',
  );
  expect(due).toContain(
    '2026-09-07 9.20  pienākums: 2026-0001 · Informēt ārējās iestādes, ja situācija neuzlabojas · līdz 2026-11-06',
  );
});

it('a file that is no story: the place in the file and exit code 2 (issue 3, section 4)', async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'terminsargs-story-'));
  try {
    const file = path.join(folder, 'story.json');
    const good = JSON.parse(readFileSync(fileOf(stories[0] ?? ''), 'utf8')) as { facts: { at: string }[] };
    const [first, ...others] = good.facts;
    writeFileSync(file, JSON.stringify({ ...good, facts: [{ ...first, at: 'yesterday' }, ...others] }));
    const { code, complaint } = await simulate(file);
    expect(code).toBe(2);
    expect(complaint).toContain('facts[0].at');
  } finally {
    rmSync(folder, { recursive: true });
  }
});

function simulate(file: string): Promise<{ readonly code: unknown; readonly complaint: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [path.join(root, 'bin', 'simulate.ts'), file], (error, _output, complaint) =>
      resolve({ code: error?.code ?? 0, complaint }),
    );
  });
}
