/** A request as forms hold it: days are text until the API has checked them. */
export type Typed<T> = T extends string & { readonly __brand: unknown }
  ? string
  : T extends readonly (infer E)[]
    ? readonly Typed<E>[]
    : T extends object
      ? { readonly [K in keyof T]: Typed<T[K]> }
      : T;
