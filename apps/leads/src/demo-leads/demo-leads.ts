import { DEFAULT_PERMISSIONS, type Role } from '@relance/contracts-organisation';
import { createLogger, StaleError } from '@relance/service-runtime';
import type { UserPrincipal } from '@relance/service-token';
import type { DataSource, EntityManager } from 'typeorm';
import type { IncomingLeadSettingsService } from '../incoming-lead-settings/incoming-lead-settings.service';
import { AUTO_CENTRE_BELLECOUR_LEADS } from './auto-centre-bellecour';
import { CONCESSION_DES_ALPES_LEADS } from './concession-des-alpes';
import { DemoLeadLife, type Cast, type LifeParts } from './demo-lead-life';
import { ADMIN, DEMO_SETTINGS } from './demo-places';
import type { DemoLead } from './demo-story';
import { GARAGE_DU_PORT_LEADS } from './garage-du-port';

/** All demo leads, the oldest first, as their codes go. */
export const DEMO_LEADS: readonly DemoLead[] = [
  ...GARAGE_DU_PORT_LEADS,
  ...AUTO_CENTRE_BELLECOUR_LEADS,
  ...CONCESSION_DES_ALPES_LEADS,
].sort((a, b) => b.minutesAgo - a.minutesAgo);

const log = createLogger('demo-leads');

/**
 * Leads for a newcomer to look at. They go into an empty system only, all of them or none, in one transaction: who
 * follows the event log reads nothing of it before it is complete.
 */
export class DemoLeads {
  constructor(
    private readonly dataSource: DataSource,
    private readonly settings: IncomingLeadSettingsService,
    private readonly parts: LifeParts,
  ) {}

  /** Gives how many leads were put in: none when there were leads already. */
  async put(now = new Date()): Promise<number> {
    return this.dataSource.transaction(async (tx) => {
      await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('demo-leads', 0))`);
      const [{ empty }] = await tx.query<[{ empty: boolean }]>(
        'SELECT NOT EXISTS (SELECT FROM leads.lead) AS empty',
      );
      if (!empty) return 0;
      const people = await peopleOf(tx);
      const places = await placesOf(tx);
      await this.#saveSettings(people.get(ADMIN), places);
      const life = new DemoLeadLife(this.parts, tx, now);
      const leads = DEMO_LEADS.filter(({ placeId }) => places.has(placeId));
      for (const [index, lead] of leads.entries()) {
        await life.live({ lead, contact: contactOf(lead, index), people });
      }
      log.info({ leads: leads.length }, 'demo leads were put in');
      return leads.length;
    });
  }

  /** Before anybody saved some; who has saved keeps theirs. */
  async #saveSettings(admin: UserPrincipal | undefined, places: ReadonlySet<string>): Promise<void> {
    for (const { pointOfSaleId, ...settings } of DEMO_SETTINGS) {
      if (!admin || !places.has(pointOfSaleId)) continue;
      const body = { ...settings, applyToOpenLeads: false };
      await this.settings.save(admin, pointOfSaleId, 0, body).catch((error: unknown) => {
        if (!(error instanceof StaleError)) throw error;
      });
    }
  }
}

/** Numbers that are given to nobody, and a domain that is nobody's; some contacts leave only one of the two. */
function contactOf({ firstName, lastName }: DemoLead, index: number): Cast['contact'] {
  const plain = (name: string) =>
    name
      .normalize('NFD')
      .replace(/[^A-Za-z-]/g, '')
      .toLowerCase();
  const email = `${plain(firstName)}.${plain(lastName)}@example.com`;
  const phone = `06 39 98 ${String(index + 10)} ${String(((index * 37) % 90) + 10)}`;
  return { email: index % 5 === 4 ? null : email, phone: index % 7 === 3 ? null : phone };
}

async function peopleOf(tx: EntityManager): Promise<Map<string, UserPrincipal>> {
  const rows = await tx.query<{ id: string; name: string; role: Role; places: string[] }[]>(
    `SELECT m.id, m.name, m.role,
            coalesce(array_agg(p.point_of_sale_id) FILTER (WHERE p.point_of_sale_id IS NOT NULL), '{}') AS places
       FROM leads.member m LEFT JOIN leads.member_point_of_sale p ON p.member_id = m.id
      WHERE m.active GROUP BY m.id`,
  );
  return new Map(
    rows.map(({ id, name, role, places }) => [
      id,
      {
        ...{ kind: 'user', userId: id, name, role, permissions: DEFAULT_PERMISSIONS[role] },
        pointOfSaleIds: role === 'ADMIN' ? 'ALL' : places,
      },
    ]),
  );
}

async function placesOf(tx: EntityManager): Promise<Set<string>> {
  const rows = await tx.query<{ id: string }[]>('SELECT id FROM leads.point_of_sale');
  return new Set(rows.map(({ id }) => id));
}
