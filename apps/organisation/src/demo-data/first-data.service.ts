import { LEAD_TYPES, type Role } from '@relance/contracts-organisation';
import { Inject } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { ApiKeysService } from '../api-keys/api-keys.service';
import { LeadSourcesService } from '../lead-sources/lead-sources.service';
import { PointsOfSaleService } from '../points-of-sale/points-of-sale.service';
import { hashPassword } from '../users/passwords';
import { lockTeams } from '../teams/team-membership';
import { strangersAt } from '../teams/team.store';
import { TeamsService } from '../teams/teams.service';
import { addUser } from '../users/user-registration';
import {
  DEMO_API_KEYS,
  DEMO_LEAD_SOURCES,
  DEMO_PASSWORD,
  DEMO_POINTS_OF_SALE,
  DEMO_TEAMS,
  DEMO_USERS,
} from './demo-group';

/** What a newcomer needs to sign in and to send a first lead. */
export type FirstData = {
  /** `password` is absent for an Admin who is not of the demo: it is theirs. */
  accounts: { email: string; password?: string; role: Role; name: string }[];
  apiKeys: { name: string; key: string; pointOfSaleId: string }[];
  pointsOfSale: { id: string; name: string }[];
};

/** Thrown when a system without demo data has no Admin, and nothing says who it should be. */
export class AdminMissingError extends Error {
  constructor() {
    super(
      'There is no Admin yet: set ADMIN_EMAIL and ADMIN_PASSWORD (10 to 128 characters), or use the demo data.',
    );
    this.name = 'AdminMissingError';
  }
}

/** Advisory lock under which data is put in, so that two starts at once do it once. */
const FIRST_DATA_LOCK = 7_302;

/**
 * Puts in what a system starts with. It adds what was never there: what somebody has changed or deleted stays so.
 */
export class FirstDataService {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(PointsOfSaleService) private readonly pointsOfSale: PointsOfSaleService,
    @Inject(ApiKeysService) private readonly apiKeys: ApiKeysService,
    @Inject(TeamsService) private readonly teams: TeamsService,
    @Inject(LeadSourcesService) private readonly leadSources: LeadSourcesService,
  ) {}

  /** A group of three points of sale with their people, teams, keys and forms. */
  async putDemoGroup(): Promise<FirstData> {
    const passwordHash = await hashPassword(DEMO_PASSWORD);
    await this.once(async (tx) => {
      await lockTeams(tx);
      for (const { id, ...values } of await missing(tx, 'point_of_sale', DEMO_POINTS_OF_SALE)) {
        const place = {
          timeZone: 'Europe/Paris',
          country: 'FR',
          tradeAttributes: [...LEAD_TYPES],
          active: true,
        };
        await this.pointsOfSale.add(tx, 'system', id, { ...values, ...place });
      }
      for (const { id, ...values } of await missing(tx, 'user_account', DEMO_USERS)) {
        await addUser(tx, 'system', id, values, { passwordHash, passwordChosen: true });
      }
      for (const { id, key, ...values } of await missing(tx, 'api_key', DEMO_API_KEYS)) {
        await this.apiKeys.add(tx, 'system', id, { ...values, purpose: 'LEAD_SOURCE' }, key);
      }
      for (const { id, ...values } of await missing(tx, 'team', DEMO_TEAMS)) {
        // Somebody may have moved to another point of sale since.
        const strangers = await strangersAt(tx, values.pointOfSaleId, values.memberIds);
        const memberIds = values.memberIds.filter((member) => !strangers.includes(member));
        await this.teams.add(tx, 'system', id, { ...values, memberIds });
      }
      for (const { id, formToken, ...values } of await missing(tx, 'lead_source', DEMO_LEAD_SOURCES)) {
        const source = { ...values, category: 'Internet', thankYouUrl: null, active: true };
        await this.leadSources.add(tx, 'system', id, source, formToken);
      }
    });
    return {
      accounts: DEMO_USERS.map(({ email, role, name }) => ({ email, password: DEMO_PASSWORD, role, name })),
      apiKeys: DEMO_API_KEYS.map(({ name, key, pointOfSaleId }) => ({ name, key, pointOfSaleId })),
      pointsOfSale: DEMO_POINTS_OF_SALE.map(({ id, name }) => ({ id, name })),
    };
  }

  /**
   * One Admin, unless there is one already who can sign in.
   * @throws AdminMissingError, EmailTakenError when the address belongs to somebody who is not Admin
   */
  async putAdmin(email: string | undefined, password: string | undefined): Promise<FirstData> {
    const accounts: FirstData['accounts'] = [];
    await this.once(async (tx) => {
      const admins = await tx.query<unknown[]>(
        `SELECT 1 FROM organisation.user_account WHERE role = 'ADMIN' AND active AND password_chosen LIMIT 1`,
      );
      if (admins.length > 0) return;
      if (email === undefined || password === undefined) throw new AdminMissingError();
      const values = { name: 'Administrateur', email, role: 'ADMIN' as const, pointsOfSale: [] };
      await addUser(tx, 'system', uuidv7(), values, {
        passwordHash: await hashPassword(password),
        passwordChosen: true,
      });
      accounts.push({ email, role: 'ADMIN', name: values.name });
    });
    return { accounts, apiKeys: [], pointsOfSale: [] };
  }

  private once(work: (tx: EntityManager) => Promise<void>): Promise<void> {
    return this.dataSource.transaction(async (tx) => {
      await tx.query('SELECT pg_advisory_xact_lock($1)', [FIRST_DATA_LOCK]);
      await work(tx);
    });
  }
}

/** Those that are not there and of which nothing was ever told: what was deleted is not put in again. */
async function missing<Row extends { id: string }>(
  tx: EntityManager,
  table: 'point_of_sale' | 'user_account' | 'api_key' | 'team' | 'lead_source',
  rows: Row[],
): Promise<Row[]> {
  const known = await tx.query<{ id: string }[]>(
    `SELECT subject AS id FROM organisation.event WHERE subject = ANY($1::uuid[])
      UNION SELECT id FROM organisation.${table} WHERE id = ANY($1::uuid[])`,
    [rows.map(({ id }) => id)],
  );
  const ids = new Set(known.map(({ id }) => id));
  return rows.filter(({ id }) => !ids.has(id));
}
