/** What the leads service shares: enumerations, events, and the types between service, workflow and activities. */

export const LEAD_STATUSES = ['IN_PROGRESS', 'WON', 'LOST'] as const;
export type LeadStatus = (typeof LEAD_STATUSES)[number];

/** D1: « À contacter », « Contacté », « Sans réponse », « Rendez-vous pris ». */
export const CONTACT_STATUSES = ['TO_CONTACT', 'CONTACTED', 'NO_ANSWER', 'APPOINTMENT_SET'] as const;
export type ContactStatus = (typeof CONTACT_STATUSES)[number];
