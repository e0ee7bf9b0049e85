/** `npm run build`: builds the browser client; `npm start` does it by itself where something has changed. */
import path from 'node:path';
import { buildWeb } from './lib/web-build.ts';

await buildWeb(path.dirname(import.meta.dirname));
console.log('web/dist is built');
