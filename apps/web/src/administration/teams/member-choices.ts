import type { Member } from './team-api';

/**
 * People to choose from: those who work there, and those who are members already whatever became of them. Two people of
 * the same name stay two choices.
 */
export function memberChoices(
  people: readonly Member[],
  members: readonly Member[],
): { value: string; label: string }[] {
  const byId = new Map([...members, ...people].map(({ id, name }) => [id, name]));
  return [...byId]
    .map(([value, label]) => ({ value, label }))
    .sort((a, b) => a.label.localeCompare(b.label, 'fr'));
}
