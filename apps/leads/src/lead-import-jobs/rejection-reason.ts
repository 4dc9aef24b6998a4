import type { FieldError } from '@relance/service-runtime';

const LABELS: Record<string, string> = {
  'contact.firstName': 'prénom',
  'contact.lastName': 'nom',
  'contact.email': 'e-mail',
  'contact.phone': 'téléphone',
  'source.name': 'source',
  'source.category': 'catégorie',
  message: 'message',
  tags: 'tags',
  'vehicle.make': 'marque',
  'vehicle.model': 'modèle',
  'vehicle.version': 'version',
  'vehicle.year': 'année',
  'vehicle.vin': 'VIN',
  'vehicle.registration': 'immatriculation',
  'vehicle.mileageKm': 'kilométrage',
  'vehicle.priceCents': 'prix',
  externalId: 'référence',
};

/** What a field cannot be, without saying which field. */
const GENERAL = /^(?:trop long|contient |\d+ au plus)/;

/** All that is wrong with a line, in one French sentence for the column « Motif ». */
export function rejectionReason(errors: FieldError[]): string {
  const said = errors.map(({ path, message }) => {
    const label = LABELS[path.replace(/\.\d+$/, '')];
    return label && GENERAL.test(message) ? `${label} : ${message}` : message;
  });
  const sentence = said.join('\u202f; ');
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
