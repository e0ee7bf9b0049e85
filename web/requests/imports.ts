/** Import from CSV: the template, the dry run, the import itself. */
import type { z } from 'zod';
import type { ImportReport, importDone, importKind } from '../../contracts/import.ts';
import { ask, askText } from './request.ts';

export type { ImportReport } from '../../contracts/import.ts';
export type ImportKind = z.infer<typeof importKind>;
export type ImportDone = z.infer<typeof importDone>;

/** What is imported: the kind, and the bytes of the file in base64. */
export type FileToImport = { readonly kind: ImportKind; readonly file: string };

export function templateOf(kind: ImportKind): Promise<string> {
  return askText(`/imports/${kind}/template`);
}

export function previewImport(body: FileToImport): Promise<ImportReport> {
  return ask('/imports/preview', { method: 'POST', body });
}

export function runImport(body: FileToImport, idempotencyKey: string): Promise<ImportDone> {
  return ask('/imports', { method: 'POST', body, idempotencyKey });
}
