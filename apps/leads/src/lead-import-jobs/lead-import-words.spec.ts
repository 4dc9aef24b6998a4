import { importEnded, importUnderWay } from './lead-import-words.workflow';

const progress = { readBytes: 620, sizeBytes: 1_000, readLines: 12_400, accepted: 12_399, rejected: 1 };
/** Narrow spaces are hard to see in an expectation. */
const plain = (text: string) => text.replaceAll('\u202f', ' ');

it('says how far an import is', () => {
  expect(plain(importUnderWay(progress))).toBe(
    'Import en cours, 62 % du fichier lu : 12 400 lignes lues, 12 399 leads acceptés, 1 ligne rejetée.',
  );
});

it.each([
  ['DONE', 'Import terminé : 0 ligne lue, 0 lead accepté, 0 ligne rejetée.'],
  ['CANCELLED', 'Import annulé : 0 ligne lue, 0 lead accepté, 0 ligne rejetée.'],
  ['FAILED', 'Import interrompu par une erreur : 0 ligne lue, 0 lead accepté, 0 ligne rejetée.'],
] as const)('says how it ended: %s', (status, sentence) => {
  const none = { readBytes: 0, sizeBytes: 0, readLines: 0, accepted: 0, rejected: 0 };
  expect(plain(importEnded({ status, progress: none }))).toBe(sentence);
});
