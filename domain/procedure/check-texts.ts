/** Checks of titles, sources and ids. */
import { dutyRefForm } from '../dossier/field-form.ts';
import type { Bilingual, Source } from './duty-definition.ts';
import { type ProcedureProblem, problem } from './procedure-problem.ts';

/**
 * Where a rule may come from: the letter of a document and a place in it (`K 4.2 L1351`), a law or a cabinet
 * regulation with its number, or the product's own architecture.
 */
const sourceForms: readonly RegExp[] = [
  /^[KSAVBR] (?=.*\d)\S.*$/,
  /^law \S.*$/,
  /^[A-Z][\p{L}’ ]* Law \d\S*.*$/u,
  /^Cabinet (?:Reg\. )?\d\S*$/,
  /^architecture \d\S*$/,
];

/** Words in both languages. */
export function checkText(
  code: 'emptyTitle' | 'emptyText',
  text: Bilingual,
  path: string,
): readonly ProcedureProblem[] {
  return (['lv', 'en'] as const).flatMap((language) =>
    text[language].trim() === '' ? problem(code, `${path}.${language}`) : [],
  );
}

/** At least one source, each with its place. */
export function checkSources(sources: readonly Source[], path: string): readonly ProcedureProblem[] {
  if (sources.length === 0) return problem('missingSource', path);
  return sources.flatMap((source, index) =>
    sourceForms.some((form) => form.test(source))
      ? []
      : problem('malformedSource', `${path}[${index}]`, source),
  );
}

/** Ids are well formed and each stands once. */
export function checkIds(
  items: readonly { readonly id: string }[],
  path: string,
): readonly ProcedureProblem[] {
  return items.flatMap(({ id }, index) => {
    const at = `${path}[${index}].id`;
    if (!dutyRefForm.test(id) || id.includes(':')) return problem('malformedId', at, id);
    return items.findIndex((other) => other.id === id) < index ? problem('duplicateId', at, id) : [];
  });
}
