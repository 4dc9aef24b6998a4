import { Inject, Injectable } from '@nestjs/common';
import { IdempotencyService } from '@relance/idempotency';
import { StaleError, type ListOf } from '@relance/service-runtime';
import type { Principal } from '@relance/service-token';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { isVisible, visibilityOf, type Visibility } from '../access/organisation-access.rules';
import { appendOrganisationEvent, type Author } from '../events/organisation-log';
import { unknownPointsOfSale } from '../points-of-sale/point-of-sale.store';
import { UnknownPointOfSaleError } from '../points-of-sale/points-of-sale.errors';
import { lockTeams, TEAMS_SUBJECT, tellTeam } from './team-membership';
import {
  deleteTeam,
  findTeam,
  insertTeam,
  listTeams,
  replaceMembers,
  strangersAt,
  toTeamRecord,
  updateTeam,
} from './team.store';
import type { NewTeam, Team, TeamChange, TeamListQuery } from './teams.dto';
import { NotOfPointOfSaleError, TeamNotFoundError } from './teams.errors';

/** Teams of the points of sale the caller may see; others do not exist for them. */
@Injectable()
export class TeamsService {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(IdempotencyService) private readonly idempotency: IdempotencyService,
  ) {}

  list(principal: Principal, query: TeamListQuery): Promise<ListOf<Team>> {
    return listTeams(this.dataSource, visibilityOf(principal), query);
  }

  /** @throws TeamNotFoundError */
  get(principal: Principal, id: string): Promise<Team> {
    return this.find(this.dataSource.manager, visibilityOf(principal), id);
  }

  /** @throws UnknownPointOfSaleError, NotOfPointOfSaleError */
  async create(principal: Principal, idempotencyKey: string | undefined, values: NewTeam): Promise<Team> {
    const request = { operation: 'teams.add', body: values, subject: TEAMS_SUBJECT };
    const answer = await this.idempotency.run(principal, idempotencyKey, request, async (tx) => {
      if (!isVisible(visibilityOf(principal), values.pointOfSaleId)) throw unknownPointOfSale();
      return { status: 201, body: await this.add(tx, principal, uuidv7(), values) };
    });
    return answer.body;
  }

  /** Adds a team with a chosen id in the caller's transaction, which holds the teams, with its event. */
  async add(tx: EntityManager, author: Author, id: string, values: NewTeam): Promise<Team> {
    const { name, pointOfSaleId, memberIds } = values;
    if ((await unknownPointsOfSale(tx, [pointOfSaleId])).length > 0) throw unknownPointOfSale();
    await refuseStrangers(tx, pointOfSaleId, memberIds);
    if (!(await insertTeam(tx, id, { name, pointOfSaleId }))) {
      throw new Error(`The team ${id} exists already.`);
    }
    await replaceMembers(tx, { id, pointOfSaleId }, memberIds);
    await tellTeam(tx, author, id);
    return this.find(tx, { kind: 'all' }, id);
  }

  /** @throws TeamNotFoundError, StaleError when it is not at `version` any more, NotOfPointOfSaleError */
  change(principal: Principal, id: string, version: number, change: TeamChange): Promise<Team> {
    return this.dataSource.transaction(async (tx) => {
      await lockTeams(tx);
      const before = await this.find(tx, visibilityOf(principal), id);
      if (before.version !== version) throw new StaleError();
      await updateTeam(tx, id, change.name ?? before.name);
      if (change.memberIds) {
        await refuseStrangers(tx, before.pointOfSaleId, change.memberIds);
        await replaceMembers(tx, before, change.memberIds);
      }
      await tellTeam(tx, principal, id);
      return this.find(tx, { kind: 'all' }, id);
    });
  }

  /** Its members stay where they are. @throws TeamNotFoundError */
  async remove(principal: Principal, id: string): Promise<void> {
    await this.dataSource.transaction(async (tx) => {
      await lockTeams(tx);
      const team = await this.find(tx, visibilityOf(principal), id);
      await deleteTeam(tx, id);
      await appendOrganisationEvent(tx, principal, 'team.deleted', id, { team: toTeamRecord(team) });
    });
  }

  private async find(sql: EntityManager, visibility: Visibility, id: string): Promise<Team> {
    const team = await findTeam(sql, id);
    if (!team || !isVisible(visibility, team.pointOfSaleId)) throw new TeamNotFoundError(id);
    return team;
  }
}

function unknownPointOfSale(): UnknownPointOfSaleError {
  return new UnknownPointOfSaleError(['pointOfSaleId']);
}

async function refuseStrangers(tx: EntityManager, pointOfSaleId: string, memberIds: string[]): Promise<void> {
  const strangers = new Set(await strangersAt(tx, pointOfSaleId, memberIds));
  if (strangers.size === 0) return;
  throw new NotOfPointOfSaleError(
    memberIds.flatMap((id, index) => (strangers.has(id) ? [`memberIds.${index}`] : [])),
  );
}
