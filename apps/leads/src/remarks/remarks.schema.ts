import { z } from 'zod';
import { requiredText } from '../intake/text.schema';

const EXAMPLE = 'Rappeler lundi matin, de préférence avant 10 h.';

export const newRemarkBody = z
  .strictObject({ text: requiredText(4_000) })
  .meta({ id: 'NewRemark', examples: [{ text: EXAMPLE }] });
export type NewRemarkBody = z.output<typeof newRemarkBody>;

export const remarkSchema = z
  .object({
    id: z.uuid(),
    leadId: z.uuid(),
    authorId: z.uuid(),
    text: z.string(),
    createdAt: z.iso.datetime().describe('ISO 8601, UTC'),
  })
  .meta({
    id: 'Remark',
    description: 'What somebody wrote about a lead; it stays as it is',
    examples: [
      {
        id: '01936f5e-8a3c-7d2b-9f10-2b6f4c1d8e99',
        leadId: '01936f5e-8a3c-7d2b-9f10-2b6f4c1d8e90',
        authorId: '01936f5e-8a3c-7d2b-9f10-2b6f4c1d8e01',
        text: EXAMPLE,
        createdAt: '2026-11-20T10:10:00.000Z',
      },
    ],
  });
export type RemarkView = z.output<typeof remarkSchema>;
