import type { ContactStatus, LeadStatus } from '@relance/contracts-leads';

/** The declared status of a contact (S0.2), as people read it. */
export const CONTACT_STATUS_WORDS: Record<ContactStatus, string> = {
  TO_CONTACT: 'À contacter',
  CONTACTED: 'Contacté',
  NO_ANSWER: 'Sans réponse',
  APPOINTMENT_SET: 'Rendez-vous pris',
};

/** The status of a lead, as people read it. */
export const LEAD_STATUS_WORDS: Record<LeadStatus, string> = {
  IN_PROGRESS: 'En Traitement',
  WON: 'Gagnée',
  LOST: 'Perdue',
};
