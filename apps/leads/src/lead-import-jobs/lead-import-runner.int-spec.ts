import { createDataSource } from '@relance/database';
import type { UserPrincipal } from '@relance/service-token';
import { encode } from 'iconv-lite';
import type { DataSource } from 'typeorm';
import { ImportsUnderTest, leadsCsv, MAPPING, unwatched } from '../testing/imports-under-test';
import { person, storePointOfSale } from '../testing/stored-leads';
import { createThrowawayDatabase, type ThrowawayDatabase } from '../testing/throwaway-database';
import { uuidv7 } from '../uuid';
import type { StartBody } from './lead-import.schema';

jest.setTimeout(120_000);

let database: ThrowawayDatabase;
let dataSource: DataSource;
let under: ImportsUnderTest;
let here: string;
let marie: UserPrincipal;

beforeAll(async () => {
  database = await createThrowawayDatabase();
  dataSource = database.dataSource;
  under = new ImportsUnderTest(dataSource);
});
afterAll(() => database?.drop());
beforeEach(async () => {
  here = await storePointOfSale(dataSource, 'Relance Lyon Est');
  marie = person('MARKETING', [here]);
});

async function started(csv: string | Buffer, body: StartBody = MAPPING, who = marie): Promise<string> {
  const { id } = await under.upload(who, here, csv);
  await under.start(who, id, body);
  return id;
}

async function taken(place = here) {
  const [row] = await dataSource.query<
    { leads: number; people: number; events: number; channels: string[] }[]
  >(
    `SELECT count(*)::int AS leads, count(DISTINCT c.email)::int AS people, count(e.subject)::int AS events,
            array_agg(DISTINCT e.data ->> 'channel') AS channels
       FROM leads.lead l JOIN leads.contact c ON c.lead_id = l.id
       LEFT JOIN leads.event e ON e.subject = l.id AND e.type = 'lead.received'
      WHERE l.point_of_sale_id = $1`,
    [place],
  );
  return row!;
}

describe('a file that is imported', () => {
  it('gives its good lines as leads by the slow lane, and keeps the bad ones with their reasons', async () => {
    const id = await started(leadsCsv(1_000, { bad: true }));
    const { status, progress } = await under.runner().run(id, unwatched());
    expect(status).toBe('DONE');
    expect(progress).toMatchObject({ readLines: 1_000, accepted: 900, rejected: 100 });
    expect(progress.readBytes).toBe(progress.sizeBytes);
    expect(await taken()).toEqual({ leads: 900, people: 900, events: 900, channels: ['CSV'] });
    const view = await under.imports.get(marie, id);
    expect(view).toMatchObject({ status: 'DONE', progress, endedAt: expect.any(String) as string });
    const [header, first, ...rest] = (await under.rejectedCsv(marie, id)).split('\r\n');
    expect(header).toBe('\uFEFFNom;Prénom;E-mail;Téléphone;Type;Ligne;Motif');
    expect(first).toBe(
      'Durand 10;Zoé;z10@exemple.fr;06 12 34 56 78;MOTO;11;Type inconnu : VN, VO, APV ou VD attendu',
    );
    expect(rest).toHaveLength(100);
  });

  it('gives the same leads as the synchronous import would: contacts normalised, dates read, clock started', async () => {
    const csv = 'N;P;T1;T2;Q\nNOËL;Zoé;06.12.34.56.78;01 42 68 53 00;20/11/2026 10:00\n';
    const mapping = { lastName: 0, firstName: 1, phone: [2, 3], receivedAt: 4 };
    const id = await started(csv, {
      mapping,
      defaults: { type: 'VO', source: 'Salon', category: 'Événement' },
    });
    await under.runner().run(id, unwatched());
    const [lead] = await dataSource.query<Record<string, unknown>[]>(
      `SELECT l.type, l.source_name, l.source_category, l.message, c.first_name, c.last_name, c.phone
         FROM leads.lead l JOIN leads.contact c ON c.lead_id = l.id WHERE l.point_of_sale_id = $1`,
      [here],
    );
    expect(lead).toEqual({
      ...{ type: 'VO', source_name: 'Salon', source_category: 'Événement', first_name: 'Zoé' },
      ...{ last_name: 'NOËL', phone: '+33612345678', message: 'Autre téléphone : 01 42 68 53 00' },
    });
  });

  it('in windows-1252, with quotes over several lines, surplus cells and lines nobody can read', async () => {
    const csv = 'nom;message\n"Lœwe";"deux\nlignes"\nTrop;de;cellules\n"jamais fermé;x\nNoël;=1+1\n\u0000;\n';
    const id = await started(encode(csv, 'windows-1252'), {
      mapping: { lastName: 0, message: 1 },
      defaults: { type: 'VN', source: 'Salon' },
    });
    const { progress } = await under.runner().run(id, unwatched());
    expect(progress).toMatchObject({ accepted: 2, rejected: 3 });
    expect((await under.rejectedCsv(marie, id)).split('\r\n')).toEqual([
      '\uFEFFnom;message;Ligne;Motif',
      'Trop;de;4;3 colonnes au lieu de 2;cellules',
      ';;5;Guillemet ouvert et jamais refermé',
      '\uFFFD;;7;Nom : contient un caractère refusé',
      '',
    ]);
  });

  it('knows leads again by their external id, within the file and in the next one', async () => {
    const csv = 'nom;ref\nA;R-1\nB;R-1\nC;R-2\n';
    const body: StartBody = {
      mapping: { lastName: 0, externalId: 1 },
      defaults: { type: 'VN', source: 'Salon' },
    };
    for (let time = 0; time < 2; time += 1) {
      const { progress } = await under.runner().run(await started(csv, body), unwatched());
      expect(progress).toMatchObject({ accepted: 3, rejected: 0 });
    }
    expect((await taken()).leads).toBe(2);
  });

  it('takes a demand of somebody else in beside the one that had its external id first', async () => {
    const csv =
      'nom;ref;mail\nA;R-1;a@exemple.fr\nB;R-1;b@exemple.fr\nA;R-1;a@exemple.fr\nB;R-1;b@exemple.fr\n';
    const body: StartBody = {
      mapping: { lastName: 0, externalId: 1, email: 2 },
      defaults: { type: 'VN', source: 'Salon' },
    };
    for (let time = 0; time < 2; time += 1) {
      const { progress } = await under.runner().run(await started(csv, body), unwatched());
      expect(progress).toMatchObject({ accepted: 4, rejected: 0 });
    }
    expect(await taken()).toMatchObject({ leads: 2, people: 2, events: 2 });
  });

  it('takes rows in for the points of sale that were its owner’s when it started, and no others', async () => {
    const mine = await storePointOfSale(dataSource, 'Aussi le mien');
    const foreign = await storePointOfSale(dataSource, 'Pas le mien');
    const closed = await storePointOfSale(dataSource, 'Fermé', false);
    const csv = `nom;lieu\nA;${mine.toUpperCase()}\nB;${foreign}\nC;\nD;x\nE;${closed}\n`;
    const who = person('MARKETING', [here, mine, closed]);
    const body: StartBody = {
      mapping: { lastName: 0, pointOfSaleId: 1 },
      defaults: { type: 'VN', source: 'Salon' },
    };
    const id = await started(csv, body, who);
    await under.runner().run(id, unwatched());
    expect([(await taken(mine)).leads, (await taken(foreign)).leads, (await taken()).leads]).toEqual([
      1, 0, 1,
    ]);
    const reasons = (await under.rejectedCsv(who, id)).split('\r\n').map((line) => line.split(';')[3]);
    expect(reasons.slice(1, -1)).toEqual([
      'Ce point de vente n’est pas l’un des vôtres',
      'Identifiant de point de vente illisible (UUID attendu)',
      'Ce point de vente n’est plus actif et ne prend plus de leads',
    ]);
  });

  it('reads dates on the clocks of the point of sale of their row', async () => {
    const reunion = await storePointOfSale(dataSource, 'Relance Saint-Denis');
    await dataSource.query(`UPDATE leads.point_of_sale SET time_zone = 'Indian/Reunion' WHERE id = $1`, [
      reunion,
    ]);
    const csv = `nom;lieu;date\nA;${reunion};20/11/2026 10:00\nB;;20/11/2026 10:00\n`;
    const body: StartBody = {
      mapping: { lastName: 0, pointOfSaleId: 1, receivedAt: 2 },
      defaults: { type: 'VN', source: 'Salon' },
    };
    await under.runner().run(await started(csv, body, person('MARKETING', [here, reunion])), unwatched());
    const rows = await dataSource.query<{ received_at: Date }[]>(
      'SELECT received_at FROM leads.lead WHERE point_of_sale_id = ANY($1) ORDER BY received_at',
      [[here, reunion]],
    );
    expect(rows.map(({ received_at }) => received_at.toISOString())).toEqual([
      '2026-11-20T06:00:00.000Z',
      '2026-11-20T09:00:00.000Z',
    ]);
  });

  it('one line that PostgreSQL refuses, past every validation, costs itself only', async () => {
    const admin = await adminOf(database);
    await admin.query(
      `CREATE FUNCTION leads.refuse_one() RETURNS trigger LANGUAGE plpgsql AS $$
       BEGIN IF NEW.last_name = 'Durand 7' THEN RAISE 'refused' USING ERRCODE = '22000'; END IF; RETURN NEW; END $$`,
    );
    await admin.query(
      `CREATE TRIGGER refuse_one BEFORE INSERT ON leads.contact FOR EACH ROW EXECUTE FUNCTION leads.refuse_one()`,
    );
    const id = await started(leadsCsv(20));
    const { progress } = await under.runner().run(id, unwatched());
    await admin.query('DROP TRIGGER refuse_one ON leads.contact');
    await admin.query('DROP FUNCTION leads.refuse_one()');
    await admin.destroy();
    expect(progress).toMatchObject({ accepted: 19, rejected: 1 });
    expect(await taken()).toMatchObject({ leads: 19, events: 19 });
    expect(await under.rejectedCsv(marie, id)).toContain('Durand 7;');
  });
});

describe('whatever happens to those who import', () => {
  it('broken off between any two batches, no line is lost and none is taken twice', async () => {
    const id = await started(leadsCsv(2_000, { bad: true }));
    let runs = 0;
    for (let status = ''; status !== 'DONE'; runs += 1) {
      const abort = new AbortController();
      const progressed = () => abort.abort(new Error('killed'));
      status = await under
        .runner()
        .run(id, unwatched({ signal: abort.signal, progressed }))
        .then(
          (outcome) => outcome.status,
          () => '',
        );
    }
    expect(runs).toBeGreaterThan(5);
    expect(await taken()).toMatchObject({ leads: 1_800, people: 1_800, events: 1_800 });
    expect((await under.imports.get(marie, id)).progress).toMatchObject({ accepted: 1_800, rejected: 200 });
  });

  it('two at work at once, one of them thought dead: each line once all the same', async () => {
    const id = await started(leadsCsv(3_000, { bad: true }));
    const outcomes: string[] = [];
    const work = async (): Promise<void> => {
      for (let attempt = 0; attempt < 200; attempt += 1) {
        const outcome = await under
          .runner()
          .run(id, unwatched())
          .then(
            ({ status }) => status as string,
            (error: Error) => error.constructor.name,
          );
        outcomes.push(outcome);
        if (outcome === 'DONE') return;
      }
    };
    await Promise.all([work(), work(), work()]);
    expect(outcomes.filter((outcome) => outcome === 'DONE')).toHaveLength(3);
    expect(outcomes).toContain('ImportOvertakenError');
    expect(await taken()).toMatchObject({ leads: 2_700, people: 2_700, events: 2_700 });
    expect((await under.imports.get(marie, id)).progress).toMatchObject({ accepted: 2_700, rejected: 300 });
  });

  it('leads, events, rejected lines and progress are of one transaction', async () => {
    const id = await started(leadsCsv(50, { bad: true }));
    await under.runner().run(id, unwatched());
    const [row] = await dataSource.query<{ transactions: string }[]>(
      `SELECT count(DISTINCT x) AS transactions FROM (
         SELECT xmin::text AS x FROM leads.lead WHERE point_of_sale_id = $1
         UNION SELECT xmin::text FROM leads.lead_import_rejection WHERE import_id = $2
         UNION SELECT e.xmin::text FROM leads.event e JOIN leads.lead l ON l.id = e.subject WHERE l.point_of_sale_id = $1
         UNION SELECT xmin::text FROM leads.lead_import WHERE id = $2) all_of_it`,
      [here, id],
    );
    expect(row!.transactions).toBe('1');
  });

  it('cancelled in the middle: what was taken in stays, and nothing follows', async () => {
    const id = await started(leadsCsv(3_000));
    let cancelled: Promise<unknown> | undefined;
    const progressed = () => void (cancelled ??= under.cancel(marie, id));
    const outcome = await under.runner().run(id, unwatched({ progressed }));
    await cancelled;
    expect(outcome.status).toBe('CANCELLED');
    const { leads } = await taken();
    expect(leads).toBeGreaterThan(0);
    expect(leads).toBeLessThan(3_000);
    expect(outcome.progress.accepted).toBe(leads);
    expect(await under.runner().run(id, unwatched())).toEqual(outcome);
    expect((await taken()).leads).toBe(leads);
  });

  it('an import nobody knows is over', async () => {
    expect(await under.runner().run(uuidv7(), unwatched())).toMatchObject({ status: 'CANCELLED' });
  });
});

async function adminOf({ adminUrl }: ThrowawayDatabase): Promise<DataSource> {
  return createDataSource({ url: adminUrl, schema: 'leads', applicationName: 'admin' }).initialize();
}
