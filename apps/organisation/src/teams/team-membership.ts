import { lockSubject } from '@relance/event-log';
import type { EntityManager } from 'typeorm';
import { appendOrganisationEvent, type Author } from '../events/organisation-log';
import { findTeam, teamsLeft, toTeamRecord, updateTeam } from './team.store';

/**
 * What every change of a team, and of the points of sale of a user, waits for before its first write: a change of one
 * user can be told by several teams, and the order of the event log has to be that of the changes.
 */
export const TEAMS_SUBJECT = 'organisation/teams';

/** Takes {@link TEAMS_SUBJECT} for the rest of the transaction, which has written nothing yet. */
export function lockTeams(tx: EntityManager): Promise<void> {
  return lockSubject(tx, TEAMS_SUBJECT);
}

/**
 * Runs `replace`, which leaves a user with these points of sale and no others, and tells of each team they left by it.
 * The caller holds {@link lockTeams}.
 */
export async function leavingTeams(
  tx: EntityManager,
  author: Author,
  userId: string,
  keptPointOfSaleIds: string[],
  replace: () => Promise<void>,
): Promise<void> {
  const left = await teamsLeft(tx, userId, keptPointOfSaleIds);
  await replace();
  for (const { id, name } of left) {
    await updateTeam(tx, id, name);
    await tellTeam(tx, author, id);
  }
}

/** Appends `team.saved` with the team as it is now. */
export async function tellTeam(tx: EntityManager, author: Author, id: string): Promise<void> {
  const team = await findTeam(tx, id);
  if (!team) throw new Error(`The team ${id} is gone.`);
  await appendOrganisationEvent(tx, author, 'team.saved', id, { team: toTeamRecord(team) });
}
