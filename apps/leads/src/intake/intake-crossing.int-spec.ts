import { Readable } from 'node:stream';
import { createDataSource } from '@relance/database';
import type { DataSource } from 'typeorm';
import { SettingsVersions } from '../incoming-lead-settings/settings-versions';
import { PointOfSaleDirectory } from '../organisation-projection/point-of-sale-directory';
import { silentFeed, storePointOfSale } from '../testing/stored-leads';
import { createThrowawayDatabase, type ThrowawayDatabase } from '../testing/throwaway-database';
import { uuidv7 } from '../uuid';
import type { IntakeCommand } from './intake-command';
import { IntakePreparation } from './intake-preparation';
import { IntakeService } from './intake.service';
import { LeadCodes } from './lead-codes';
import { importLeads, type ImportedLine } from './lead-import';
import type { NewLeadBody } from './new-lead.schema';

const ROUNDS = 40;
const LEADS = 20;

let database: ThrowawayDatabase;
let admin: DataSource;
let processes: [DataSource, DataSource];
let services: [IntakeService, IntakeService];
let pointOfSaleId: string;

beforeAll(async () => {
  database = await createThrowawayDatabase();
  admin = await source(database.adminUrl, 'admin');
  // A deadlock is noticed after a second otherwise.
  const name = new URL(database.adminUrl).pathname.slice(1);
  await admin.query(`ALTER DATABASE ${name} SET deadlock_timeout = '20ms'`);
  processes = [await source(database.url, 'leads-1'), await source(database.url, 'leads-2')];
});
afterAll(async () => {
  await Promise.all([...processes, admin].map((each) => each.destroy()));
  await database.drop();
});
beforeEach(async () => {
  pointOfSaleId = await storePointOfSale(database.dataSource, 'Relance Lyon Est');
  services = [service(processes[0]), service(processes[1])];
});

function source(url: string, applicationName: string): Promise<DataSource> {
  return createDataSource({ url, schema: 'leads', applicationName }).initialize();
}

/** What one process would have. */
function service(dataSource: DataSource): IntakeService {
  const versions = new SettingsVersions(dataSource);
  const pointsOfSale = new PointOfSaleDirectory(dataSource, versions, silentFeed);
  return new IntakeService(
    dataSource,
    new IntakePreparation(pointsOfSale, new LeadCodes(dataSource)),
    versions,
  );
}

function command(change: Partial<NewLeadBody> = {}, key?: string): IntakeCommand {
  const body: NewLeadBody = {
    type: 'VN',
    source: { name: 'LeBonCoin' },
    contact: { firstName: 'Camille', phone: '0612345678' },
    ...change,
  };
  return {
    body,
    pointOfSaleId,
    channel: 'API',
    actor: { kind: 'apiKey', id: 'key-1' },
    correlationId: 'request-1',
    idempotency: key
      ? { principal: 'apiKey:key-1', key, request: { operation: 'leads.take-in', body } }
      : undefined,
  };
}

/** Sends them as one group: two leads that come before keep both writes of the process busy. */
async function sendTogether(intake: IntakeService, commands: IntakeCommand[]): Promise<string[]> {
  const before = [command(), command()].map((each) => intake.take(each));
  const answers = await Promise.all(commands.map((each) => intake.take(each)));
  await Promise.all(before);
  return answers.map(({ lead }) => lead.id);
}

/** The same leads at the same instant, from one process in this order and from the other in the opposite one. */
async function cross(commands: IntakeCommand[]): Promise<void> {
  const [there, back] = await Promise.all([
    sendTogether(services[0], commands),
    sendTogether(services[1], commands.toReversed()),
  ]);
  expect(back.toReversed()).toEqual(there);
  expect(new Set(there).size).toBe(commands.length);
}

async function countLeads(): Promise<number> {
  const [row] = await database.dataSource.query<{ leads: number }[]>(
    'SELECT count(*)::int AS leads FROM leads.lead WHERE point_of_sale_id = $1 AND external_id IS NOT NULL',
    [pointOfSaleId],
  );
  return row!.leads;
}

async function countDeadlocks(): Promise<number> {
  const [row] = await admin.query<{ deadlocks: number }[]>(
    'SELECT deadlocks::int FROM pg_stat_database WHERE datname = current_database()',
  );
  return row!.deadlocks;
}

const numbers = Array.from({ length: LEADS }, (_, index) => index);

describe('retries that cross in two processes', () => {
  afterEach(async () => expect(await countDeadlocks()).toBe(0));

  it('with external ids and keys: the same answers, one lead for each', async () => {
    for (let round = 0; round < ROUNDS; round += 1)
      await cross(numbers.map((each) => command({ externalId: `A-${round}-${each}` }, uuidv7())));
    expect(await countLeads()).toBe(ROUNDS * LEADS);
  });

  it('with keys alone', async () => {
    for (let round = 0; round < ROUNDS; round += 1) await cross(numbers.map(() => command({}, uuidv7())));
  });

  it('with external ids alone, the source written in another way', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const commands = (name: string) =>
        numbers.map((each) => command({ source: { name }, externalId: `B-${round}-${each}` }));
      const [there, back] = await Promise.all([
        sendTogether(services[0], commands('LeBonCoin')),
        sendTogether(services[1], commands('LEBONCOIN').toReversed()),
      ]);
      expect(back.toReversed()).toEqual(there);
    }
    expect(await countLeads()).toBe(ROUNDS * LEADS);
  });

  it('as files: every line is accepted, and no import ends early', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const lines = numbers.map((each) => `C-${round}-${each};0612345678`);
      const imported = await Promise.all([
        importFile(services[0], lines),
        importFile(services[1], lines.toReversed()),
      ]);
      expect(imported.flat().filter(({ accepted }) => accepted)).toHaveLength(2 * LEADS);
    }
    expect(await countLeads()).toBe(ROUNDS * LEADS);
  });
});

async function importFile(intake: IntakeService, lines: string[]): Promise<ImportedLine[]> {
  const file = Readable.from([Buffer.from(`externalId;phone\n${lines.join('\n')}\n`)]);
  const defaults = {
    ...{ pointOfSaleId, type: 'VN' as const, source: { name: 'Salon' } },
    ...{ timeZone: 'Europe/Paris', timeZones: new Map<string, string>() },
  };
  const imported: ImportedLine[] = [];
  const take = ({ lead }: { lead: Partial<NewLeadBody> }) => intake.take(command(lead));
  for await (const line of importLeads(file, defaults, take)) imported.push(line);
  return imported;
}

describe.each(['40P01', '40001'])('a statement that PostgreSQL ends with %s', (code) => {
  afterEach(() => admin.query('DROP FUNCTION leads.fail() CASCADE'));

  /** The first inserts of such rows into this table fail, whoever sends them. */
  async function failFirst(times: number, table: string, rows = 'true'): Promise<void> {
    await admin.query(`CREATE SEQUENCE IF NOT EXISTS leads.failures`);
    await admin.query(`ALTER SEQUENCE leads.failures RESTART`);
    await admin.query(
      `CREATE FUNCTION leads.fail() RETURNS trigger SECURITY DEFINER LANGUAGE plpgsql AS $$ BEGIN
         IF nextval('leads.failures') <= ${times} THEN RAISE 'ended' USING ERRCODE = '${code}'; END IF;
         RETURN NEW; END $$`,
    );
    await admin.query(
      `CREATE TRIGGER fail BEFORE INSERT ON leads.${table} FOR EACH ROW WHEN (${rows}) EXECUTE FUNCTION leads.fail()`,
    );
  }

  it('is sent again: the group it was of is taken in whole', async () => {
    await failFirst(3, 'lead', 'NEW.external_id IS NOT NULL');
    await sendTogether(
      services[0],
      numbers.map((each) => command({ externalId: `D-${each}` }, uuidv7())),
    );
    expect(await countLeads()).toBe(LEADS);
  });

  it('is sent again for a lead alone, three times at most', async () => {
    await failFirst(2, 'lead');
    await expect(services[0].take(command())).resolves.toMatchObject({ status: 201 });
    await admin.query('DROP FUNCTION leads.fail() CASCADE');
    await failFirst(3, 'lead');
    await expect(services[0].take(command())).rejects.toMatchObject({ code });
  });

  it('is sent again for a key that came with a known external id, three times at most', async () => {
    const body = { externalId: 'E-1' };
    const { lead } = await services[0].take(command(body));
    await failFirst(2, 'idempotency_key');
    const known = { status: 200, lead: { id: lead.id } };
    await expect(services[0].take(command(body, uuidv7()))).resolves.toMatchObject(known);
    await admin.query('DROP FUNCTION leads.fail() CASCADE');
    await failFirst(3, 'idempotency_key');
    await expect(services[0].take(command(body, uuidv7()))).rejects.toMatchObject({ code });
  });

  it('is sent again for a lead that is taken in beside a known one', async () => {
    const body = { externalId: 'F-1' };
    const { lead } = await services[0].take(command(body));
    await failFirst(2, 'contact');
    const contact = { email: 'zoe@example.com', phone: '0698765432' };
    const other = await services[0].take(command({ ...body, contact }, uuidv7()));
    expect(other.status).toBe(201);
    expect(other.lead.id).not.toBe(lead.id);
  });
});
