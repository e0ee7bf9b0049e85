import { z } from 'zod';

/** An id of ours in the address. Another form is simply unknown. */
export const idParams = z.strictObject({ id: z.uuid({ error: 'notAnId' }) });
