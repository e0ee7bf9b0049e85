/** Builds the browser client into `web/dist`; the API process serves it (`api/web-client.ts`). */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { keepOffline } from './offline/keep-offline.ts';

/** Replaced by the API with the nonce of each answer (`api/web-client.ts`). */
const noncePlace = '__CSP_NONCE__';

const worthCompressing = /\.(?:js|css|svg|json|webmanifest)$/;

/** Files are compressed once, here, as hard as it goes; the API only hands them out. */
function compressed(): Plugin {
  let folder = '';
  return {
    name: 'compressed',
    configResolved(config) {
      folder = path.resolve(config.root, config.build.outDir);
    },
    async closeBundle() {
      const names = await readdir(folder, { recursive: true });
      await Promise.all(names.filter((name) => worthCompressing.test(name)).map(compressFile));
    },
  };

  async function compressFile(name: string): Promise<void> {
    const file = path.join(folder, name);
    const content = await readFile(file);
    const options = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };
    await Promise.all([
      promisify(brotliCompress)(content, options).then((small) => writeFile(`${file}.br`, small)),
      promisify(gzip)(content, { level: 9 }).then((small) => writeFile(`${file}.gz`, small)),
    ]);
  }
}

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), keepOffline(), compressed()],
  html: { cspNonce: noncePlace },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: ['chrome115', 'edge115', 'firefox115', 'safari16.4'],
    // Nothing of a page may stand in it as `data:`: the policy would have to allow it.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    rolldownOptions: {
      input: [
        path.join(import.meta.dirname, 'index.html'),
        path.join(import.meta.dirname, 'offline', 'service-worker.ts'),
      ],
      output: {
        // Browsers look for a worker where it was: its address never changes.
        entryFileNames: ({ name }) => (name === 'service-worker' ? '[name].js' : 'assets/[name]-[hash].js'),
      },
    },
  },
});
