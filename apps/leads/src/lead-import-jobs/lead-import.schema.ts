import { LEAD_TYPES } from '@relance/contracts-organisation';
import { idSchema, listOf, pageQuery } from '@relance/service-runtime';
import { z } from 'zod';
import { CSV_COLUMNS, REPEATABLE_COLUMNS, type CsvColumn } from '../intake/csv/csv-columns';
import { optionalText, requiredText } from '../intake/text.schema';

export const LEAD_IMPORT_STATUSES = ['UPLOADED', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED'] as const;

const count = z.int().min(0);
const field = z.enum(CSV_COLUMNS as [CsvColumn, ...CsvColumn[]]);

export const uploadQuery = z.strictObject({
  pointOfSaleId: idSchema.optional().describe('For rows that name none; needed unless one has only one'),
  fileName: requiredText(200)
    .describe('As people know the file')
    .meta({ examples: ['salon-2026.csv'] }),
});
export type UploadQuery = z.output<typeof uploadQuery>;

export const leadImportListQuery = z.strictObject(pageQuery);
export type LeadImportListQuery = z.output<typeof leadImportListQuery>;

const columnSchema = z
  .object({
    index: count,
    name: z.string().describe('As the header line writes it; may be empty'),
    samples: z
      .array(z.string())
      .describe('The first different values, for people to recognise the column by'),
    suggestedField: field.nullable().describe('What the column holds, judging by its name'),
  })
  .meta({ id: 'LeadImportColumn' });

const fieldSchema = z
  .object({
    name: field,
    required: z.boolean().describe('Needs a column, or a value in `defaults`'),
    repeatable: z.boolean().describe('Several columns may hold it'),
  })
  .meta({ id: 'LeadImportField' });

const progressSchema = z
  .object({
    readBytes: count,
    sizeBytes: count,
    readLines: count.describe('Lines of data, without the header and blank ones'),
    accepted: count.describe('Leads taken in, or known already by their external id'),
    rejected: count,
  })
  .meta({ id: 'LeadImportProgress' });

const columnIndex = z.int().min(0).max(999).describe('`index` of a column');
const mappingSchema = z
  .partialRecord(field, z.union([columnIndex, z.array(columnIndex).min(1).max(20)]))
  .describe('Which column holds what; several for what is repeatable. Other columns are ignored');

const defaultsSchema = z
  .strictObject({
    type: z.enum(LEAD_TYPES).nullish().describe('For rows without a type'),
    source: requiredText(120).nullish().describe('For rows without a source'),
    category: optionalText(120).describe('Goes with `source`'),
  })
  .meta({ id: 'LeadImportDefaults' });

export const startSchema = z
  .strictObject({ mapping: mappingSchema, defaults: defaultsSchema.optional() })
  .meta({
    id: 'LeadImportStart',
    examples: [
      {
        mapping: { lastName: 0, firstName: 1, email: 2, phone: [3, 4], make: 5, model: 6 },
        defaults: { type: 'VN', source: 'Salon de Lyon' },
      },
    ],
  });
export type StartBody = z.output<typeof startSchema>;
export type Mapping = StartBody['mapping'];
export type Defaults = NonNullable<StartBody['defaults']>;

export const leadImportSchema = z
  .object({
    id: z.uuid(),
    fileName: z.string(),
    pointOfSaleId: z.uuid(),
    createdBy: z.object({ id: z.uuid(), name: z.string().nullable() }),
    status: z.enum(LEAD_IMPORT_STATUSES),
    columns: z.array(columnSchema),
    fields: z.array(fieldSchema).describe('What columns can hold; at least one of the contact is needed'),
    mapping: mappingSchema.nullable().describe('As it was started'),
    defaults: defaultsSchema.nullable(),
    sizeBytes: count,
    progress: progressSchema,
    createdAt: z.iso.datetime(),
    startedAt: z.iso.datetime().nullable(),
    endedAt: z.iso.datetime().nullable(),
    failure: z.string().nullable().describe('Why it stopped, in French, for people'),
    rejectedUntil: z.iso
      .datetime()
      .nullable()
      .describe('Until when the rejected lines are kept, from the end on'),
  })
  .meta({
    id: 'LeadImportJob',
    examples: [
      {
        id: '01936f5e-8a3c-7d2b-9f10-2b6f4c1d8e91',
        fileName: 'salon-2026.csv',
        pointOfSaleId: '01936f5e-8a3c-7d2b-9f10-2b6f4c1d8e90',
        createdBy: { id: '01936f5e-8a3c-7d2b-9f10-2b6f4c1d8e92', name: 'Zoé Martin' },
        status: 'RUNNING',
        columns: [{ index: 0, name: 'Nom', samples: ['Durand', 'Noël'], suggestedField: 'lastName' }],
        fields: [{ name: 'lastName', required: false, repeatable: false }],
        mapping: { lastName: 0 },
        defaults: { type: 'VN', source: 'Salon de Lyon' },
        sizeBytes: 15_360_000,
        progress: {
          readBytes: 6_144_000,
          sizeBytes: 15_360_000,
          readLines: 40_000,
          accepted: 39_950,
          rejected: 50,
        },
        createdAt: '2026-11-21T14:30:00.000Z',
        startedAt: '2026-11-21T14:31:00.000Z',
        endedAt: null,
        failure: null,
        rejectedUntil: null,
      },
    ],
  });
export type LeadImportView = z.output<typeof leadImportSchema>;
export type ImportColumn = LeadImportView['columns'][number];

export const leadImportListSchema = listOf(leadImportSchema).meta({ id: 'LeadImportList' });

/** What a column of a file can be said to hold. */
export const LEAD_IMPORT_FIELDS: LeadImportView['fields'] = CSV_COLUMNS.map((name) => ({
  name,
  required: name === 'type' || name === 'source',
  repeatable: REPEATABLE_COLUMNS.includes(name),
}));
