/** What the codes of a fact's field are called in the language of the page. */
import { useQuery } from '@tanstack/react-query';
import { factTypeIn, vocabularyQuery } from '../requests/dossiers.ts';
import { inLanguage } from './in-language.ts';

type Choice = { readonly value: string; readonly label: string };

/** None while the vocabulary is being fetched. */
export function useCodes(type: string, fieldName: string): readonly Choice[] {
  const { data } = useQuery(vocabularyQuery);
  const field = factTypeIn(data, type)?.fields.find(({ name }) => name === fieldName);
  const options = field?.codes ?? field?.suggestions ?? [];
  return options.map(({ code, label }) => ({ value: code, label: inLanguage(label) }));
}

/** A code from elsewhere stays as it is. */
export function useCodeWords(type: string, fieldName: string): (code: string) => string {
  const codes = useCodes(type, fieldName);
  return (code) => codes.find(({ value }) => value === code)?.label ?? code;
}
