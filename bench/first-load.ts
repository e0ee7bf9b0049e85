/** What a browser fetches before somebody sees Today in Latvian, compressed as the API hands it out. */
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildWeb, isWebBuilt } from '../bin/lib/web-build.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = path.join(root, 'web', 'dist');

/** The figure as a line; builds the client where something has changed. */
export async function firstLoad(): Promise<string> {
  if (!isWebBuilt(root)) await buildWeb(root);
  const files = filesOfFirstLoad();
  const bytes = files.reduce((sum, file) => sum + statSync(path.join(dist, `${file}.br`)).size, 0);
  return `${Math.round(bytes / 1000)} kB compressed (brotli) in ${files.length} files`;
}

/** Scripts and styles that the page names, and those that it asks for to draw Today. */
function filesOfFirstLoad(): readonly string[] {
  const page = readFileSync(path.join(dist, 'index.html'), 'utf8');
  const named = [...page.matchAll(/(?:src|href)="\/(assets\/[^"]+\.(?:js|css))"/g)].map(([, file]) => file);
  const scripts = named.flatMap((file) =>
    file?.endsWith('.js') === true ? [readFileSync(path.join(dist, file), 'utf8')] : [],
  );
  const today = scripts.flatMap((script) => {
    const wanted = /import\([`"]\.\/today-page-[^`"]+[`"]\),__vite__mapDeps\(\[([\d,]+)\]\)/.exec(
      script,
    )?.[1];
    const list = /m\.f=(\[[^\]]+\])/.exec(script)?.[1];
    if (wanted === undefined || list === undefined) return [];
    const all = JSON.parse(list) as readonly string[];
    return wanted.split(',').map((index) => all[Number(index)]);
  });
  const texts = scripts.flatMap((script) => {
    const file = /import\([`"]\.\/(lv-[^`"]+)[`"]\)/.exec(script)?.[1];
    return file === undefined ? [] : [`assets/${file}`];
  });
  if (today.length === 0 || texts.length === 0) throw new Error('The build no longer says what Today needs');
  return [...new Set([...named, ...today, ...texts])].filter((file) => file !== undefined);
}
