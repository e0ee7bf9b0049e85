/** From the bytes of a CSV file to its records: encoding and delimiter are found, never asked. Never throws. */
import { CsvError, parse } from 'csv-parse/sync';
import type { ImportProblem } from '../../domain/import/problem.ts';
import { type FileDelimiter, type FileEncoding, fileDelimiters } from '../../domain/import/report.ts';

export type ReadFile = {
  readonly encoding: FileEncoding;
  readonly delimiter: FileDelimiter;
  readonly lines: readonly (readonly string[])[];
  readonly problems: readonly ImportProblem[];
};

/** Most characters of one record: a quote that nobody closed would otherwise eat the whole file. */
const longestRecord = 20_000;
const signs = { semicolon: ';', comma: ',', tab: '\t' } as const satisfies Readonly<
  Record<FileDelimiter, string>
>;
/** Control characters that no table holds; a spreadsheet's own file is full of them. */
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const binary = /[\u0000-\u0008\u000e-\u001f\ufffd]/;

/** UTF-8 with or without its mark, Excel's “Unicode text”, else Windows-1257, as Latvian Excel writes CSV. */
export function readFile(bytes: Uint8Array): ReadFile {
  const { encoding, text } = decoded(bytes);
  const wrong = (
    problem: Omit<ImportProblem, 'column'>,
    delimiter: FileDelimiter = 'semicolon',
  ): ReadFile => ({
    encoding,
    delimiter,
    lines: [],
    problems: [{ column: null, ...problem }],
  });
  if (text.trim() === '') return wrong({ row: null, code: 'fileEmpty' });
  if (binary.test(text)) return wrong({ row: null, code: 'fileUnreadable' });
  // Excel writes and reads a first line that names the delimiter.
  const named = /^sep=([;,\t])\r?\n/.exec(text);
  const content = named === null ? text : text.slice(named[0].length);
  const delimiter = fileDelimiters.find((one) => signs[one] === named?.[1]) ?? delimiterOf(content);
  try {
    const lines = parse(content, {
      delimiter: signs[delimiter],
      relaxColumnCount: true,
      skipEmptyLines: false,
      maxRecordSize: longestRecord,
    });
    return { encoding, delimiter, lines, problems: [] };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const before = error['records'];
    return wrong({ row: typeof before === 'number' ? before + 1 : null, code: 'quoteOpen' }, delimiter);
  }
}

function decoded(bytes: Uint8Array): { readonly encoding: FileEncoding; readonly text: string } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe)
    return { encoding: 'utf-16le', text: new TextDecoder('utf-16le').decode(bytes) };
  try {
    return { encoding: 'utf-8', text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { encoding: 'windows-1257', text: new TextDecoder('windows-1257').decode(bytes) };
  }
}

/** The one that stands most often in the first line, outside of quotes. */
function delimiterOf(text: string): FileDelimiter {
  const counts = new Map<string, number>();
  let quoted = false;
  for (const sign of text) {
    if (sign === '"') quoted = !quoted;
    else if (!quoted && (sign === '\n' || sign === '\r')) break;
    else if (!quoted) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  }
  const count = (one: FileDelimiter) => counts.get(signs[one]) ?? 0;
  return fileDelimiters.reduce((best, one) => (count(one) > count(best) ? one : best));
}
