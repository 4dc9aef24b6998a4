import type { DataSource } from 'typeorm';
import { IncomingLeadSettingsService } from '../incoming-lead-settings/incoming-lead-settings.service';
import { OpenLeadSettings } from '../incoming-lead-settings/open-lead-settings';
import { SettingsVersions } from '../incoming-lead-settings/settings-versions';
import { IntakePreparation } from '../intake/intake-preparation';
import { LeadCodes } from '../intake/lead-codes';
import { LeadTransaction } from '../lifecycle/lead-transaction';
import { LifecycleService } from '../lifecycle/lifecycle.service';
import { ReminderDelivery } from '../lifecycle/reminder-delivery';
import { MemberDirectory } from '../organisation-projection/member-directory';
import { PointOfSaleDirectory } from '../organisation-projection/point-of-sale-directory';
import { Remarks } from '../remarks/remarks.service';
import { silentFeed, storeLeads } from '../testing/stored-leads';
import { createThrowawayDatabase, type ThrowawayDatabase } from '../testing/throwaway-database';
import { DEMO_LEADS, DemoLeads } from './demo-leads';
import * as demo from './demo-places';

const { GARAGE_DU_PORT, AUTO_CENTRE_BELLECOUR, CONCESSION_DES_ALPES } = demo;
const PLACES = [GARAGE_DU_PORT, AUTO_CENTRE_BELLECOUR, CONCESSION_DES_ALPES];
const PEOPLE: [string, string, string[]][] = [
  [demo.ADMIN, 'ADMIN', []],
  [demo.NADIA, 'MANAGER', [GARAGE_DU_PORT]],
  [demo.ZOE, 'SALESPERSON', [GARAGE_DU_PORT]],
  [demo.KARIM, 'SALESPERSON', [GARAGE_DU_PORT]],
  [demo.ETIENNE, 'MANAGER', [AUTO_CENTRE_BELLECOUR, CONCESSION_DES_ALPES]],
  [demo.HUGO, 'SALESPERSON', [AUTO_CENTRE_BELLECOUR]],
  [demo.LEA, 'SALESPERSON', [AUTO_CENTRE_BELLECOUR]],
  [demo.INES, 'SALESPERSON', [CONCESSION_DES_ALPES]],
  [demo.THOMAS, 'CALL_CENTRE', PLACES],
];
const now = new Date();

let database: ThrowawayDatabase;
let dataSource: DataSource;
let demoLeads: DemoLeads;

beforeEach(async () => {
  database = await createThrowawayDatabase();
  dataSource = database.dataSource;
  for (const id of PLACES) {
    await dataSource.query(
      `INSERT INTO leads.point_of_sale (id, name, time_zone, country) VALUES ($1, 'Garage', 'Europe/Paris', 'FR')`,
      [id],
    );
  }
  for (const [id, role, places] of PEOPLE) {
    await dataSource.query(
      `INSERT INTO leads.member (id, name, email, role, active) VALUES ($1, 'Zoé', 'zoe@example.com', $2, true)`,
      [id, role],
    );
    await dataSource.query(
      `INSERT INTO leads.member_point_of_sale (point_of_sale_id, member_id, lead_types)
       SELECT place, $1, '{VN,VO,APV,VD}' FROM unnest($2::uuid[]) AS place`,
      [id, places],
    );
  }
  const versions = new SettingsVersions(dataSource);
  const pointsOfSale = new PointOfSaleDirectory(dataSource, versions, silentFeed);
  const transaction = new LeadTransaction(dataSource, versions, pointsOfSale);
  const openLeads = new OpenLeadSettings(dataSource, versions, pointsOfSale);
  demoLeads = new DemoLeads(
    dataSource,
    new IncomingLeadSettingsService(dataSource, pointsOfSale, openLeads),
    {
      intake: new IntakePreparation(pointsOfSale, new LeadCodes(dataSource)),
      lifecycle: new LifecycleService(transaction, new MemberDirectory(dataSource, silentFeed), pointsOfSale),
      reminders: new ReminderDelivery(dataSource),
      remarks: new Remarks(),
    },
  );
});
afterEach(() => database?.drop());

const count = async (from: string): Promise<number> =>
  (await dataSource.query<[{ count: number }]>(`SELECT count(*)::int AS count FROM ${from}`))[0].count;

describe('leads for a newcomer to look at', () => {
  it('are put into an empty system once, however often and at whatever instant it is asked for', async () => {
    const put = await Promise.all([demoLeads.put(now), demoLeads.put(now)]);
    expect(put.sort()).toEqual([0, DEMO_LEADS.length]);
    expect(await demoLeads.put()).toBe(0);
    expect(await count('leads.lead')).toBe(DEMO_LEADS.length);
  });

  it('never come among the leads of somebody', async () => {
    await storeLeads(dataSource, [{ pointOfSaleId: GARAGE_DU_PORT, createdAt: now }]);
    expect(await demoLeads.put(now)).toBe(0);
    expect(await count('leads.lead')).toBe(1);
  });

  it('are at every stage, at each point of sale', async () => {
    await demoLeads.put(now);
    for (const place of PLACES) {
      const stage = (condition: string) =>
        count(`leads.lead l WHERE point_of_sale_id = '${place}' AND ${condition}`);
      const open = `status = 'IN_PROGRESS'`;
      for (const condition of [
        `${open} AND paused_at IS NULL AND assignee_id IS NULL AND overdue_at IS NULL`,
        `${open} AND paused_at IS NULL AND assignee_id IS NOT NULL`,
        `${open} AND overdue_at IS NOT NULL`,
        `${open} AND 'HANDLED' = ANY (pause_reasons)`,
        `contact_status = 'NO_ANSWER'`,
        `EXISTS (SELECT FROM leads.appointment a WHERE a.lead_id = l.id AND a.at > now())`,
        `status = 'WON'`,
        `status = 'LOST'`,
      ]) {
        expect([condition, await stage(condition)]).toEqual([condition, expect.any(Number)]);
        expect(await stage(condition)).toBeGreaterThan(0);
      }
    }
    expect(await count(`leads.contact WHERE phone !~ '^[+]3363998[0-9]{4}$'`)).toBe(0);
  });

  it('lived as real ones: their clocks did all that was due, and nothing is left for the workflow to send', async () => {
    await demoLeads.put(now);
    const due = `(r ->> 'dueAt')::timestamptz <= '${now.toISOString()}'`;
    const pending = `r ->> 'sentAt' IS NULL AND r ->> 'missedAt' IS NULL`;
    const reminders = 'leads.lead l, jsonb_array_elements(l.reminders) r';
    expect(await count(`${reminders} WHERE ${due} AND ${pending}`)).toBe(0);
    expect(await count(`${reminders} WHERE r ->> 'sentAt' IS NOT NULL`)).toBeGreaterThan(30);
    expect(await count(`${reminders} WHERE r ->> 'missedAt' IS NOT NULL`)).toBe(0);
    expect(
      await count(
        `leads.lead WHERE status = 'IN_PROGRESS' AND paused_at IS NULL
           AND (deadline_at <= '${now.toISOString()}') <> (overdue_at IS NOT NULL)`,
      ),
    ).toBe(0);
  });

  it('have histories in the order of time, none of which comes from the future', async () => {
    await demoLeads.put(now);
    expect(
      await count(
        `(SELECT occurred_at < lag(occurred_at) OVER (PARTITION BY subject ORDER BY position) AS back
            FROM leads.event WHERE type LIKE 'lead.%') AS told WHERE back`,
      ),
    ).toBe(0);
    expect(await count(`leads.event WHERE occurred_at > '${now.toISOString()}' AND type LIKE 'lead.%'`)).toBe(
      0,
    );
    expect(await count(`leads.lead WHERE created_at <> received_at`)).toBe(0);
  });
});
