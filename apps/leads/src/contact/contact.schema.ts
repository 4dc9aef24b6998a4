import { z } from 'zod';
import { optionalText } from '../intake/text.schema';

/** What is absent stays; null or blank takes it away. */
export const contactBody = z
  .strictObject({
    firstName: optionalText(120),
    lastName: optionalText(120),
    email: optionalText(254),
    phone: optionalText(40).describe(
      'Any way of writing it; stored as E.164, read in the country of the point of sale',
    ),
  })
  .meta({
    id: 'ContactEdit',
    description: 'What is absent stays; null or blank takes it away. One of the four has to be left.',
    examples: [{ lastName: 'Durand', phone: '06 12 34 56 78' }],
  });
export type ContactBody = z.output<typeof contactBody>;
