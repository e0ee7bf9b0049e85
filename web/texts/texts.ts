/** What every language has to say: the shape of the Latvian texts. Forms of number are a language's own. */
import type { lv } from './lv.ts';

type Words<T> = T extends string ? string : { readonly [K in keyof T]: Words<T[K]> };

/** English has no form of its own for zero; i18next then takes `_other`. */
type WithoutZero<T> = T extends string
  ? string
  : {
      readonly [K in keyof T as K extends `${string}_zero` ? never : K]: WithoutZero<T[K]>;
    };

export type Texts = Words<typeof lv>;
export type EnglishTexts = WithoutZero<Texts>;
