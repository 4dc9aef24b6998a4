import { z } from 'zod';

/** An id in a request, in lower case as PostgreSQL writes it. */
export const idSchema = z.uuid().toLowerCase();

export const idParamsSchema = z.strictObject({ id: idSchema });
export type IdParams = z.output<typeof idParamsSchema>;
