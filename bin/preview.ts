/**
 * `npm run preview -- FILE`: prints as JSON what a story would make owed, to whom, by when and why. Nothing is stored
 * and no service is needed.
 */
import { readFileSync } from 'node:fs';
import { runPreview } from './preview/run-preview.ts';

const { exitCode, output, complaint } = runPreview(process.argv.slice(2), (file) =>
  readFileSync(file, 'utf8'),
);
process.stdout.write(output);
process.stderr.write(complaint);
process.exitCode = exitCode;
