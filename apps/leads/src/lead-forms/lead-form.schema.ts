import { z } from 'zod';
import { isVisible, optionalText, VISIBLE_TEXT } from '../intake/text.schema';

/** A token as the organisation gives them out; nothing else is looked up. */
export const formParams = z.strictObject({
  formToken: z
    .string()
    .max(64)
    .describe('Of the lead source')
    .meta({ examples: ['mX0p2sYx4wq3T5bC1oJ8hZ7v'] }),
});

/** The fields of a form on a website. What else a form sends (buttons, campaign tags) is ignored. */
export const leadFormSchema = z
  .object({
    firstName: optionalText(120).describe('« Prénom »'),
    lastName: optionalText(120).describe('« Nom »'),
    email: optionalText(254).describe('« E-mail »; this or `phone` is needed'),
    phone: optionalText(40).describe('« Téléphone », in any way of writing it; this or `email` is needed'),
    message: optionalText(10_000).describe('« Message »'),
    vehicle: optionalText(120).describe('The vehicle asked about, in words'),
    website: z
      .string()
      .nullish()
      .describe(
        'A trap for robots: hide it from people. Whoever fills it in is answered as ever and stored nowhere',
      ),
  })
  .refine((form) => isVisible(form.email) || isVisible(form.phone), {
    error: 'email or phone is needed',
  })
  .meta({
    id: 'LeadForm',
    description: 'A demand that somebody sends from a website',
    anyOf: ['email', 'phone'].map((name) => ({ required: [name], properties: { [name]: VISIBLE_TEXT } })),
    examples: [
      {
        firstName: 'Camille',
        lastName: 'Durand',
        email: 'camille.durand@example.com',
        phone: '06 12 34 56 78',
        message: 'Je souhaite essayer cette voiture samedi.',
        vehicle: 'Peugeot 208',
        website: '',
      },
    ],
  });
export type LeadForm = z.output<typeof leadFormSchema>;

export const receivedSchema = z
  .object({ received: z.literal(true) })
  .meta({ id: 'LeadFormReceived', examples: [{ received: true }] });
