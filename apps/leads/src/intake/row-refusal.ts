import { DomainError, type FieldError } from '@relance/service-runtime';

/** Why a row that reads well was not taken in, for people. */
const REASONS: Record<string, string> = {
  UNKNOWN_POINT_OF_SALE: 'point de vente inconnu',
  POINT_OF_SALE_INACTIVE: 'ce point de vente n’est plus actif et ne prend plus de leads',
  FOREIGN_POINT_OF_SALE: 'ce point de vente n’est pas l’un des vôtres',
  RECEIVED_AT_OUT_OF_RANGE: 'date de réception dans le futur ou vieille de plus d’un an',
  IDEMPOTENCY_KEY_REUSED: 'un autre fichier a été envoyé avec la même clé d’idempotence',
};

/**
 * Why intake did not take a row, in French.
 * @throws the error itself when it is not the row's fault
 */
export function rowRefusal(error: unknown): FieldError[] {
  if (!(error instanceof DomainError) || error.status >= 500) throw error;
  return [{ path: error.errors?.[0]?.path ?? '', message: REASONS[error.code] ?? error.message }];
}
