/**
 * Ties a schema to the type that the core already has: it compiles only while both say the same, in both
 * directions, so that neither can drift.
 */
import type { z } from 'zod';

type Primitive = string | number | boolean | null | undefined;

type DeepReadonly<T> = T extends Primitive
  ? T
  : T extends readonly (infer E)[]
    ? readonly DeepReadonly<E>[]
    : { readonly [K in keyof T]: DeepReadonly<T[K]> };

// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the two functions are compared, not called
type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** `exactly<Duty>()(schema)`: the schema, typed as one of `Duty`; a type error where it says anything else. */
export function exactly<T>() {
  return <S extends z.ZodType>(
    schema: Equal<DeepReadonly<z.output<S>>, DeepReadonly<T>> extends true ? S : never,
  ): z.ZodType<T, T> => schema as unknown as z.ZodType<T, T>;
}
