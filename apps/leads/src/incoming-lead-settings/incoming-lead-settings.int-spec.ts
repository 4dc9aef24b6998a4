import { lockSubject } from '@relance/event-log';
import type { UserPrincipal } from '@relance/service-token';
import type { DataSource } from 'typeorm';
import { LeadReader } from '../lead-page/lead-reader';
import { PointOfSaleDirectory } from '../organisation-projection/point-of-sale-directory';
import { person, silentFeed, storeLeads, storePointOfSale } from '../testing/stored-leads';
import { eventually } from '../testing/temporal-under-test';
import { createThrowawayDatabase, type ThrowawayDatabase } from '../testing/throwaway-database';
import { IncomingLeadSettingsService } from './incoming-lead-settings.service';
import { OpenLeadSettings } from './open-lead-settings';
import type { SettingsBody } from './settings.schema';
import { SettingsVersions } from './settings-versions';

const MINUTE = 60_000;
const body: SettingsBody = {
  ...{ lifetimeMinutes: 30, reminderEnabled: true, reminderCount: 1 },
  ...{ openingHours: null, applyToOpenLeads: false },
};

let database: ThrowawayDatabase;
let dataSource: DataSource;
let settings: IncomingLeadSettingsService;
let openLeads: OpenLeadSettings;
let reader: LeadReader;
let place: string;
let manager: UserPrincipal;

beforeAll(async () => {
  database = await createThrowawayDatabase();
  dataSource = database.dataSource;
  const versions = new SettingsVersions(dataSource);
  const pointsOfSale = new PointOfSaleDirectory(dataSource, versions, silentFeed);
  openLeads = new OpenLeadSettings(dataSource, versions, pointsOfSale);
  settings = new IncomingLeadSettingsService(dataSource, pointsOfSale, openLeads);
  reader = new LeadReader(dataSource, versions);
});
afterAll(() => database?.drop());
beforeEach(async () => {
  place = await storePointOfSale(dataSource, 'Garage du Port');
  manager = person('MANAGER', [place]);
});

const lead = async (id: string) => (await reader.byId(manager, id)).view;
const ago = (minutes: number) => new Date(Date.now() - minutes * MINUTE);
const minutesLeft = async (id: string) => Math.round((await lead(id)).remainingSeconds / 60);
const eventsOf = (subject: string) =>
  dataSource.query<{ type: string; actor: unknown; data: Record<string, unknown> }[]>(
    'SELECT type, actor, data FROM leads.event WHERE subject = $1 ORDER BY position',
    [subject],
  );

function reminders(createdAt: Date, ...sent: boolean[]) {
  return sent.map((done, index) => ({
    number: index + 1,
    dueAt: new Date(createdAt.getTime() + ((index + 1) * 10 * MINUTE) / 3).toISOString(),
    remainingMs: null,
    sentAt: done ? new Date(createdAt.getTime() + ((index + 1) * 10 * MINUTE) / 3).toISOString() : null,
    missedAt: null,
  }));
}

describe('S1.2 settings of incoming leads', () => {
  it('are ten minutes and two reminders before anybody saved some', async () => {
    const { view, version } = await settings.get(manager, place);
    expect(version).toBe(0);
    expect(view).toEqual({
      ...{ lifetimeMinutes: 10, reminderEnabled: true, reminderCount: 2, openingHours: null },
      ...{ timeZone: 'Europe/Paris', openLeads: 0 },
    });
  });

  it('are saved as a new version, with an event; a stale edit changes nothing', async () => {
    const saved = await settings.save(manager, place, 0, body);
    expect(saved).toMatchObject({ version: 1, view: { lifetimeMinutes: 30, applied: 0 } });
    await expect(settings.save(manager, place, 0, body)).rejects.toMatchObject({ status: 412 });
    expect(await settings.get(manager, place)).toMatchObject({ version: 1, view: { reminderCount: 1 } });
    expect((await eventsOf(place)).map(({ type, data }) => [type, data['lifetimeMinutes']])).toEqual([
      ['leads.settingsSaved', 30],
    ]);
  });

  it('saved twice at the same instant are saved once', async () => {
    const both = await Promise.allSettled([
      settings.save(manager, place, 0, body),
      settings.save(manager, place, 0, { ...body, lifetimeMinutes: 40 }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { status: 412 } });
  });

  it('that close for good are refused, naming the field: each lead would be refused otherwise (D7)', async () => {
    const day = (index: number) => new Date(Date.now() + index * 24 * 60 * MINUTE).toISOString().slice(0, 10);
    const mon: [string, string][] = [['09:00', '18:00']];
    const openingHours = {
      week: { mon, tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] },
      publicHolidays: null,
      closings: Array.from({ length: 400 }, (_, index) => day(index)),
    };
    await expect(settings.save(manager, place, 0, { ...body, openingHours })).rejects.toMatchObject({
      ...{ status: 422, code: 'CLOSED_FOR_GOOD', errors: [{ path: 'openingHours.closings' }] },
    });
    expect((await settings.get(manager, place)).version).toBe(0);
  });

  it('are of nobody else’s business: unknown and foreign points of sale are not there', async () => {
    const stranger = person('MANAGER', []);
    await expect(settings.get(stranger, place)).rejects.toMatchObject({ status: 404 });
    await expect(settings.save(stranger, place, 0, body)).rejects.toMatchObject({ status: 404 });
    const unknown = '01936f5e-8a3c-7d2b-9f10-2b6f4c1d8e90';
    await expect(settings.get(person('ADMIN', 'ALL'), unknown)).rejects.toMatchObject({ status: 404 });
  });
});

describe('D6 « Appliquer aux leads ouverts »', () => {
  it('off: open leads keep their clock', async () => {
    const [id] = await storeLeads(dataSource, [{ pointOfSaleId: place, createdAt: ago(4) }]);
    await settings.save(manager, place, 0, body);
    expect(await minutesLeft(id!)).toBe(6);
  });

  it('touches open leads, running and paused; not overdue, closed, or foreign ones', async () => {
    const base = { pointOfSaleId: place, createdAt: ago(4) };
    const elsewhere = await storePointOfSale(dataSource, 'Ailleurs');
    const ids = await storeLeads(dataSource, [
      { ...base, reminders: reminders(base.createdAt, true, false) },
      { ...base, pausedAt: ago(1), remainingMs: 7 * MINUTE },
      { ...base, createdAt: ago(20) },
      { ...base, status: 'WON', pausedAt: ago(1), remainingMs: 7 * MINUTE },
      { ...base, createdAt: ago(60), pausedAt: ago(1), remainingMs: 0 },
    ]);
    const [foreign] = await storeLeads(dataSource, [{ ...base, pointOfSaleId: elsewhere }]);
    expect((await settings.get(manager, place)).view.openLeads).toBe(2);

    const { view } = await settings.save(manager, place, 0, {
      ...body,
      reminderCount: 2,
      applyToOpenLeads: true,
    });

    expect(view.applied).toBe(2);
    expect(await minutesLeft(ids[0]!)).toBe(26);
    expect(await minutesLeft(ids[1]!)).toBe(27);
    const running = await lead(ids[0]!);
    // The first left before: it leaves no second time. The second is at two thirds of the new lifetime (S1.3).
    expect(running.reminders.map(({ number, sentAt }) => [number, sentAt !== null])).toEqual([
      [1, true],
      [2, false],
    ]);
    expect(Math.round((Date.parse(running.reminders[1]!.dueAt!) - base.createdAt.getTime()) / MINUTE)).toBe(
      20,
    );
    for (const id of ids.slice(2)) expect(await eventsOf(id)).toEqual([]);
    expect((await reader.byId(person('ADMIN', 'ALL'), foreign!)).version).toBe(1);
    const [event] = await eventsOf(ids[0]!);
    expect(event).toMatchObject({
      type: 'lead.settingsApplied',
      actor: { kind: 'user', id: manager.userId },
      data: {
        deadlineAt: running.deadlineAt,
        follow: { version: 2, pointOfSaleName: 'Garage du Port', deadlineAt: running.deadlineAt },
      },
    });
  });

  it('is finished by another process when the first one died, and touches no lead twice', async () => {
    const ids = await storeLeads(
      dataSource,
      Array.from({ length: 1_200 }, () => ({ pointOfSaleId: place, createdAt: ago(1) })),
    );
    await settings.save(manager, place, 0, { ...body, applyToOpenLeads: true });
    // As if it had died after some of them: two leads have not got the settings, and the row is open.
    const [version] = await dataSource
      .query<{ settings_id: string }[]>(
        `UPDATE leads.settings_application SET finished_at = NULL, touched_at = now() - interval '5 minutes'
        WHERE point_of_sale_id = $1 RETURNING settings_id`,
        [place],
      )
      .then((answer) => (answer as unknown as [{ settings_id: string }[]])[0]);
    await dataSource.query('UPDATE leads.lead SET settings_id = NULL WHERE id = ANY($1::uuid[])', [
      ids.slice(0, 2),
    ]);

    await openLeads.resumePending();
    await openLeads.resumePending();

    const events = await dataSource.query<{ count: string }[]>(
      `SELECT count(*) FROM leads.event WHERE type = 'lead.settingsApplied' AND subject = ANY($1::uuid[])`,
      [ids],
    );
    expect(Number(events[0]!.count)).toBe(1_202);
    const rows = await dataSource.query<{ count: string }[]>(
      'SELECT count(*) FROM leads.lead WHERE settings_id = $1',
      [version!.settings_id],
    );
    expect(Number(rows[0]!.count)).toBe(1_200);
  });

  it('waits for who is changing one of the leads: the log keeps the order in which they changed it', async () => {
    const ids = await storeLeads(
      dataSource,
      Array.from({ length: 3 }, () => ({ pointOfSaleId: place, createdAt: ago(1) })),
    );
    let saving: Promise<unknown> | undefined;
    await dataSource.transaction(async (tx) => {
      await lockSubject(tx, ids[1]!);
      await tx.query('SELECT pg_current_xact_id()');
      saving = settings.save(manager, place, 0, { ...body, applyToOpenLeads: true });
      await eventually(async () => {
        const [waiting] = await dataSource.query<{ count: number }[]>(
          `SELECT count(*)::int AS count FROM pg_locks
            WHERE locktype = 'advisory' AND NOT granted
              AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
        );
        expect(waiting!.count).toBe(1);
      });
      const [row] = await tx.query<{ version: number }[]>(
        'SELECT version FROM leads.lead WHERE id = $1 FOR NO KEY UPDATE',
        [ids[1]],
      );
      expect(row!.version).toBe(1);
      await tx.query(
        `INSERT INTO leads.event (type, subject, occurred_at, data) VALUES ('lead.remarked', $1, now(), '{}')`,
        [ids[1]],
      );
    });
    expect(await saving).toMatchObject({ view: { applied: 3 } });
    const told = await dataSource.query<{ type: string }[]>(
      'SELECT type FROM leads.event WHERE subject = $1 ORDER BY transaction_id, position',
      [ids[1]],
    );
    expect(told.map(({ type }) => type)).toEqual(['lead.remarked', 'lead.settingsApplied']);
  });

  it('settings saved later are not undone by an older application that is finished late', async () => {
    const [id] = await storeLeads(dataSource, [{ pointOfSaleId: place, createdAt: ago(1) }]);
    await settings.save(manager, place, 0, { ...body, applyToOpenLeads: true });
    await settings.save(manager, place, 1, { ...body, lifetimeMinutes: 90, applyToOpenLeads: true });
    await dataSource.query(
      `UPDATE leads.settings_application SET finished_at = NULL, touched_at = now() - interval '5 minutes'
        WHERE point_of_sale_id = $1`,
      [place],
    );
    await openLeads.resumePending();
    expect(await minutesLeft(id!)).toBe(89);
  });
});
