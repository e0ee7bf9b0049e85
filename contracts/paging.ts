/** Lists come in pages: `next` of one answer is the `cursor` of the following request. */
import { z } from 'zod';
import { answerList } from './values.ts';

/** Most items of one page, and how many there are where the request does not say. */
export const largestPage = 200;
export const usualPage = 50;

const wholeNumber = /^[1-9]\d{0,2}$/;

/** Query of a list. `limit` is written in digits only: `007`, `1e2` and an empty text are refused. */
export const pagingQuery = z.strictObject({
  limit: z
    .string({ error: 'notANumber' })
    .regex(wholeNumber, { error: 'notANumber', abort: true })
    .transform(Number)
    .pipe(z.int().max(largestPage, { error: 'outOfRange' }))
    .default(usualPage)
    .describe(`Items of a page, 1–${largestPage}; ${usualPage} where left out.`),
  cursor: z
    .string({ error: 'notACursor' })
    .regex(/^[A-Za-z0-9_-]{1,400}$/, { error: 'notACursor' })
    .exactOptional()
    .describe('`next` of the page before.'),
});
export type PagingQuery = z.infer<typeof pagingQuery>;

/** A page of items; `next` is null on the last one. */
export function pageOf<S extends z.ZodType>(item: S, name: string) {
  return z.strictObject({ items: answerList(item), next: z.string().nullable() }).meta({ id: name });
}
