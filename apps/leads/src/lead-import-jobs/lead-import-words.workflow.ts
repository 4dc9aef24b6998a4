import type { LeadImportOutcome, LeadImportProgress } from '@relance/contracts-leads';

const NARROW_SPACE = '\u202f';

/** How far an import is, in words, for the Temporal UI. It holds no personal data. */
export function importUnderWay(progress: LeadImportProgress): string {
  const { readBytes, sizeBytes } = progress;
  const percent = sizeBytes === 0 ? 100 : Math.floor((100 * readBytes) / sizeBytes);
  return `Import en cours, ${percent}${NARROW_SPACE}% du fichier lu${NARROW_SPACE}: ${counted(progress)}.`;
}

/** How an import ended, in words. */
export function importEnded({ status, progress }: LeadImportOutcome): string {
  const how = { DONE: 'terminé', CANCELLED: 'annulé', FAILED: 'interrompu par une erreur' }[status];
  return `Import ${how}${NARROW_SPACE}: ${counted(progress)}.`;
}

function counted({ readLines, accepted, rejected }: LeadImportProgress): string {
  const parts = [
    many(readLines, 'ligne lue', 'lignes lues'),
    many(accepted, 'lead accepté', 'leads acceptés'),
    many(rejected, 'ligne rejetée', 'lignes rejetées'),
  ];
  return parts.join(', ');
}

/** « 12 400 lignes lues »; in French nothing and one are singular. */
function many(count: number, one: string, several: string): string {
  const digits = String(count).replace(/\B(?=(?:\d{3})+$)/g, NARROW_SPACE);
  return `${digits} ${count < 2 ? one : several}`;
}
