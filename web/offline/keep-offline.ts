/**
 * Builds what makes the client installable and the page of danger work without a network: `manifest.webmanifest`, and
 * the list of files in `service-worker.js`.
 */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Plugin, Rolldown } from 'vite';

type Bundle = Rolldown.OutputBundle;
type Chunk = Rolldown.OutputChunk;

const listPlace = '__OFFLINE__';
const workerFile = 'service-worker.js';
/** Modules that are fetched when first needed, and are needed without a network: danger, the contact, notices, the words. */
const kept = [
  '/web/pages/danger/danger-page.tsx',
  '/web/pages/danger/record/record-screen.tsx',
  '/web/parts/quick-contact/quick-contact.tsx',
  '/web/offline/unsent-list.tsx',
  '/web/app/notices.tsx',
  '/web/texts/lv.ts',
  '/web/texts/en.ts',
];
const icons = [
  { file: 'icon-192.png', sizes: '192x192', purpose: 'any' },
  { file: 'icon-512.png', sizes: '512x512', purpose: 'any' },
  { file: 'icon-maskable-512.png', sizes: '512x512', purpose: 'maskable' },
] as const;

export function keepOffline(): Plugin {
  return {
    name: 'keep-offline',
    apply: 'build',
    enforce: 'post',
    async generateBundle(_options, bundle) {
      const shown: object[] = [];
      for (const { file, sizes, purpose } of icons) {
        const source = await readFile(path.join(path.dirname(import.meta.dirname), 'icons', file));
        const reference = this.emitFile({ type: 'asset', name: file, source });
        shown.push({ src: `/${this.getFileName(reference)}`, sizes, purpose, type: 'image/png' });
      }
      this.emitFile({
        type: 'asset',
        fileName: 'manifest.webmanifest',
        source: JSON.stringify(manifestWith(shown)),
      });
      const worker = bundle[workerFile];
      if (worker?.type !== 'chunk') throw new Error('The build has no service worker');
      const { entry, files } = neededOffline(bundle);
      const page = bundle['index.html'];
      if (page?.type !== 'asset') throw new Error('The build has no page');
      const id = createHash('sha256').update(worker.code).update(page.source).update(files.join());
      worker.code = worker.code.replaceAll(
        listPlace,
        JSON.stringify({ id: id.digest('hex').slice(0, 12), entry, files }),
      );
    },
  };
}

function manifestWith(shown: readonly object[]): object {
  return {
    name: 'Termiņsargs',
    short_name: 'Termiņsargs',
    description: 'Termiņi un pienākumi bērna atbalstam',
    lang: 'lv',
    start_url: '/',
    scope: '/',
    display: 'standalone',
    theme_color: '#0f665e',
    background_color: '#ffffff',
    icons: shown,
    shortcuts: [{ name: 'Briesmas · 110', url: '/briesmas' }],
  };
}

/** The first script, the page of danger, its texts, and whatever these import: scripts and styles. */
function neededOffline(bundle: Bundle): { readonly entry: string; readonly files: readonly string[] } {
  const chunks = Object.values(bundle).filter((one) => one.type === 'chunk');
  const entry = chunks.find(({ isEntry, fileName }) => isEntry && fileName !== workerFile);
  if (entry === undefined) throw new Error('The build has no first script');
  const first = kept.map((module) => chunkOf(chunks, module));
  const found = new Set<string>();
  const add = ({ fileName, imports, viteMetadata }: Chunk): void => {
    if (found.has(fileName)) return;
    found.add(fileName);
    for (const style of viteMetadata?.importedCss ?? []) found.add(style);
    for (const next of chunks.filter((one) => imports.includes(one.fileName))) add(next);
  };
  for (const chunk of [entry, ...first]) add(chunk);
  return { entry: `/${entry.fileName}`, files: [...found].sort().map((file) => `/${file}`) };
}

function chunkOf(chunks: readonly Chunk[], module: string): Chunk {
  const found = chunks.find(({ moduleIds }) => moduleIds.some((one) => one.endsWith(module)));
  if (found === undefined) throw new Error(`The build has no ${module}`);
  return found;
}
