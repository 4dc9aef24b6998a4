import { randomUUID } from 'node:crypto';
import type { Answer, Json } from '../client/api';
import { hire, openDealership, signInAsAdmin, type Dealership, type Person } from '../client/dealership';
import { eventually } from '../system/eventually';
import { signal } from '../system/processes';
import { Relance } from '../system/relance';

const MAPPING = { mapping: { lastName: 0, email: 1, type: 2 }, defaults: { source: 'Salon' } };

// Its own system: it kills the worker.
let system: Relance;
let garage: Dealership;
let marie: Person;

beforeAll(async () => {
  system = await Relance.start();
  garage = await openDealership(system, await signInAsAdmin(system));
  marie = await hire(system, garage.admin, 'MARKETING', garage.id, []);
});
afterAll(() => system?.remove());

/** Every tenth line is a bad one. */
function csvOf(lines: number, mark: string): string {
  const rows = Array.from(
    { length: lines },
    (_, n) => `Durand-${mark};${mark}.${n}@contact.example;${n % 10 ? 'VN' : 'MOTO'}`,
  );
  return `Nom;E-mail;Type\n${rows.join('\n')}\n`;
}
const upload = (csv: string, who = marie): Promise<Answer> =>
  who.api.ok(`POST /lead-imports?pointOfSaleId=${garage.id}&fileName=salon.csv`, {
    body: csv,
    headers: { 'content-type': 'text/csv' },
  });
const read = async (id: string): Promise<Json> => (await marie.api.ok(`GET /lead-imports/${id}`)).body;
const over = (id: string) =>
  eventually(async () => {
    const view = await read(id);
    expect(view.status).not.toBe('RUNNING');
    return view;
  });
/** How many leads of the file there are, and how many people. */
async function taken(mark: string): Promise<[leads: number, people: number]> {
  const people = new Set<string>();
  let leads = 0;
  for (let cursor = ''; ;) {
    const { body } = await garage.manager.api.ok(
      `GET /leads?pointOfSaleId=${garage.id}&limit=200&q=${mark}${cursor}`,
    );
    for (const { contact } of body.items) people.add(contact.email);
    leads += body.items.length;
    if (!body.nextCursor) return [leads, people.size];
    cursor = `&cursor=${encodeURIComponent(body.nextCursor)}`;
  }
}

it('a file is uploaded, looked at, started and followed to its end; its rejected lines come back as CSV', async () => {
  const mark = randomUUID().slice(0, 8);
  const { status, body: waiting, headers } = await upload(csvOf(50, mark));
  expect([status, headers.get('location')]).toEqual([201, `/api/v1/lead-imports/${waiting.id}`]);
  expect(waiting.columns).toMatchObject([
    { index: 0, name: 'Nom', suggestedField: 'lastName' },
    { index: 1, name: 'E-mail', suggestedField: 'email' },
    { index: 2, name: 'Type', samples: ['MOTO', 'VN'], suggestedField: 'type' },
  ]);
  const started = await marie.api.call(`POST /lead-imports/${waiting.id}/start`, { body: MAPPING });
  expect([started.status, started.body.status]).toEqual([202, 'RUNNING']);
  const done = await over(waiting.id);
  expect(done).toMatchObject({ status: 'DONE', progress: { readLines: 50, accepted: 45, rejected: 5 } });
  const rejected = await marie.api.ok(`GET /lead-imports/${waiting.id}/rejected`);
  expect(rejected.headers.get('content-disposition')).toContain('.csv');
  expect(rejected.body.trim().split('\r\n')).toHaveLength(6);
  expect(rejected.body).toContain(
    `Durand-${mark};${mark}.10@contact.example;MOTO;12;Type inconnu : VN, VO, APV ou VD attendu`,
  );
  expect(await taken(mark)).toEqual([45, 45]);
});

it('kill -9 of the worker in the middle: it goes on by itself, no line is lost and none is taken twice', async () => {
  const mark = randomUUID().slice(0, 8);
  const { body } = await upload(csvOf(6_000, mark));
  await marie.api.ok(`POST /lead-imports/${body.id}/start`, { body: MAPPING });
  await eventually(async () => expect((await read(body.id)).progress.readLines).toBeGreaterThan(500), {
    everyMs: 20,
  });
  const before = system.run.pids['leads-worker']!;
  signal([before], 'SIGKILL');
  expect((await read(body.id)).status).toBe('RUNNING');
  await system.restarted('leads-worker', before);
  const done = await over(body.id);
  expect(done).toMatchObject({
    status: 'DONE',
    progress: { readLines: 6_000, accepted: 5_400, rejected: 600 },
  });
  expect(await taken(mark)).toEqual([5_400, 5_400]);
});

it('is its owner’s alone, for those who may import, and too large a file is refused', async () => {
  const { body } = await upload(csvOf(1, 'x'));
  const luc = await hire(system, garage.admin, 'MARKETING', garage.id, []);
  for (const who of [luc, garage.manager]) {
    const answers = await Promise.all([
      who.api.call(`GET /lead-imports/${body.id}`),
      who.api.call(`POST /lead-imports/${body.id}/start`, { body: MAPPING }),
      who.api.call(`POST /lead-imports/${body.id}/cancel`),
      who.api.call(`GET /lead-imports/${body.id}/rejected`),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
  }
  expect((await garage.admin.ok(`GET /lead-imports/${body.id}`)).body.createdBy.name).toBe(marie.name);
  expect((await garage.seller.api.call('GET /lead-imports')).status).toBe(403);
  const large = await marie.api.call(`POST /lead-imports?pointOfSaleId=${garage.id}&fileName=x`, {
    body: Buffer.alloc(100 * 1024 ** 2 + 1, 'nom;email\n'),
    headers: { 'content-type': 'text/csv' },
  });
  expect(large).toMatchObject({ status: 413, body: { code: 'LEAD_IMPORT_TOO_LARGE' } });
  const cancelled = await marie.api.ok(`POST /lead-imports/${body.id}/cancel`);
  expect(cancelled.body.status).toBe('CANCELLED');
});
