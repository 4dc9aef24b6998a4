import { v7 as uuidv7 } from 'uuid';
import { person, startOrganisation, type OrganisationUnderTest } from '../testing/organisation-under-test';

let organisation: OrganisationUnderTest;
let port: string;
let alpes: string;

beforeAll(async () => {
  organisation = await startOrganisation();
  const site = async (name: string) =>
    (await organisation.call('POST /points-of-sale', { body: { name, timeZone: 'Europe/Paris' } })).body.id;
  [port, alpes] = [await site('Garage du Port'), await site('Concession des Alpes')];
});
afterAll(() => organisation?.close());

let people = 0;
async function hire(places: string[], name = 'Zoé Martin') {
  const pointsOfSale = places.map((id) => ({ id, leadTypes: ['VN'] }));
  const email = `team.${++people}@relance.example`;
  const body = { name, email, password: 'une phrase assez longue', role: 'SALESPERSON', pointsOfSale };
  return (await organisation.call('POST /users', { body })).body.id as string;
}
const form = async (memberIds: string[], pointOfSaleId = port) =>
  (await organisation.call('POST /teams', { body: { name: 'Ventes', pointOfSaleId, memberIds } })).body;
const change = (id: string, version: number, body: object, as?: ReturnType<typeof person>) =>
  organisation.call(`PATCH /teams/${id}`, {
    body,
    headers: { 'if-match': `"${version}"` },
    ...(as ? { as } : {}),
  });
const edit = async (userId: string, body: object) => {
  const { headers } = await organisation.call(`GET /users/${userId}`);
  return organisation.call(`PATCH /users/${userId}`, { body, headers: { 'if-match': headers.get('etag')! } });
};
const told = (subject: string) =>
  organisation.database.admin.query<{ type: string; data: { team: object } }[]>(
    'SELECT type, data FROM organisation.event WHERE subject = $1 ORDER BY position',
    [subject],
  );

describe('teams', () => {
  it('are formed of people of their point of sale, and told', async () => {
    const [zoe, adam] = [await hire([port]), await hire([port], 'Adam')];
    const body = { name: 'Ventes neuves', pointOfSaleId: port, memberIds: [zoe, adam, zoe] };
    const answer = await organisation.call('POST /teams', { body });
    expect([answer.status, answer.headers.get('etag')]).toEqual([201, '"1"']);
    expect(answer.headers.get('location')).toBe(`/api/v1/teams/${answer.body.id}`);
    expect(answer.body).toMatchObject({
      name: 'Ventes neuves',
      pointOfSaleId: port,
      members: [
        { id: adam, name: 'Adam', active: true },
        { id: zoe, name: 'Zoé Martin', active: true },
      ],
      version: 1,
    });
    const team = { id: answer.body.id, name: 'Ventes neuves', pointOfSaleId: port, memberIds: [adam, zoe] };
    expect(await told(answer.body.id)).toEqual([{ type: 'team.saved', data: { team } }]);
    const user = await organisation.call(`GET /users/${zoe}`);
    expect(user.body.teams).toEqual([{ id: team.id, name: 'Ventes neuves', pointOfSaleId: port }]);
  });

  it('take nobody who does not belong to their point of sale, and need one that exists', async () => {
    const [zoe, stranger] = [await hire([port]), await hire([alpes])];
    const refused = await organisation.call('POST /teams', {
      body: { name: 'Ventes', pointOfSaleId: port, memberIds: [zoe, stranger, uuidv7()] },
    });
    expect([refused.status, refused.body.code]).toEqual([422, 'MEMBER_NOT_OF_POINT_OF_SALE']);
    expect(refused.body.errors.map(({ path }: { path: string }) => path)).toEqual([
      'memberIds.1',
      'memberIds.2',
    ]);
    const nowhere = { name: 'Ventes', pointOfSaleId: uuidv7() };
    expect((await organisation.call('POST /teams', { body: nowhere })).body.code).toBe(
      'UNKNOWN_POINT_OF_SALE',
    );
    const team = await form([zoe]);
    expect((await change(team.id, 1, { memberIds: [stranger] })).body.code).toBe(
      'MEMBER_NOT_OF_POINT_OF_SALE',
    );
    expect((await organisation.call(`GET /teams/${team.id}`)).body).toEqual(team);
  });

  it('lose who loses their point of sale, at the same instant, and say so', async () => {
    const zoe = await hire([port, alpes]);
    const [here, there] = [await form([zoe]), await form([zoe], alpes)];
    expect((await edit(zoe, { pointsOfSale: [{ id: alpes, leadTypes: [] }] })).body.teams).toHaveLength(1);
    const left = await organisation.call(`GET /teams/${here.id}`);
    expect([left.body.members, left.headers.get('etag')]).toEqual([[], '"2"']);
    expect((await told(here.id)).at(-1)!.data.team).toMatchObject({ memberIds: [] });
    expect((await organisation.call(`GET /teams/${there.id}`)).body.members).toHaveLength(1);
    expect(await told(there.id)).toHaveLength(1);
    // Whoever comes back is not in the team again by that.
    await edit(zoe, { pointsOfSale: [port, alpes].map((id) => ({ id, leadTypes: ['VO'] })) });
    expect((await organisation.call(`GET /teams/${here.id}`)).body.members).toEqual([]);
    expect((await organisation.call(`GET /teams/${there.id}`)).body.members).toHaveLength(1);
  });

  it('are told in the order of their changes when a member leaves while somebody edits them', async () => {
    const members = await Promise.all(Array.from({ length: 4 }, () => hire([port])));
    const team = await form(members);
    await Promise.all([
      ...members.slice(1).map((id) => edit(id, { pointsOfSale: [] })),
      change(team.id, 1, { name: 'Renommée' }),
    ]);
    const [last] = await organisation.database.admin.query<{ data: { team: object } }[]>(
      `SELECT data FROM organisation.event WHERE subject = $1 ORDER BY transaction_id DESC, position DESC LIMIT 1`,
      [team.id],
    );
    const { name, pointOfSaleId } = (await organisation.call(`GET /teams/${team.id}`)).body;
    expect(last!.data.team).toEqual({ id: team.id, name, pointOfSaleId, memberIds: [members[0]] });
  });

  it('change with If-Match only: 428 without, 412 when stale and then nothing changes', async () => {
    const zoe = await hire([port]);
    const team = await form([]);
    expect((await organisation.call(`PATCH /teams/${team.id}`, { body: { name: 'X' } })).status).toBe(428);
    const changed = await change(team.id, 1, { memberIds: [zoe] });
    expect([changed.status, changed.headers.get('etag')]).toEqual([200, '"2"']);
    expect(changed.body).toMatchObject({ name: 'Ventes', version: 2, members: [{ id: zoe }] });
    expect((await change(team.id, 1, { name: 'Trop tard' })).status).toBe(412);
    expect((await change(team.id, 2, {})).status).toBe(400);
    expect((await organisation.call(`GET /teams/${team.id}`)).body.name).toBe('Ventes');
  });

  it('are formed once for an Idempotency-Key, also at the same instant', async () => {
    const body = { name: 'Une fois', pointOfSaleId: port };
    const headers = { 'idempotency-key': 'one-team' };
    const answers = await Promise.all(
      [1, 2, 3].map(() => organisation.call('POST /teams', { body, headers })),
    );
    expect(new Set(answers.map((answer) => answer.body.id)).size).toBe(1);
    const other = await organisation.call('POST /teams', { body: { ...body, name: 'Autre' }, headers });
    expect([other.status, other.body.code]).toEqual([422, 'IDEMPOTENCY_KEY_REUSED']);
  });

  it('dissolve, and their members stay where they are', async () => {
    const zoe = await hire([port]);
    const team = await form([zoe]);
    expect((await organisation.call(`DELETE /teams/${team.id}`)).status).toBe(204);
    expect((await organisation.call(`GET /teams/${team.id}`)).status).toBe(404);
    expect((await organisation.call(`DELETE /teams/${team.id}`)).status).toBe(404);
    expect((await told(team.id)).map(({ type }) => type)).toEqual(['team.saved', 'team.deleted']);
    const user = (await organisation.call(`GET /users/${zoe}`)).body;
    expect([user.teams, user.pointsOfSale.length]).toEqual([[], 1]);
  });

  it('of other points of sale do not exist, and those without the right change none (S2.12)', async () => {
    const [here, there] = [await form([]), await form([], alpes)];
    const manager = person('MANAGER', [port]);
    const list = await organisation.call('GET /teams?limit=200', { as: manager });
    const ids = list.body.items.map(({ id }: { id: string }) => id);
    expect(ids).toContain(here.id);
    expect(ids).not.toContain(there.id);
    expect((await organisation.call(`GET /teams?pointOfSaleId=${alpes}`, { as: manager })).body.total).toBe(
      0,
    );
    expect((await organisation.call(`GET /teams?pointOfSaleId=${alpes}`)).body.total).toBeGreaterThan(0);
    expect((await organisation.call(`GET /teams/${there.id}`, { as: manager })).status).toBe(404);
    expect((await change(there.id, 1, { name: 'X' }, manager)).status).toBe(404);
    expect((await organisation.call(`DELETE /teams/${there.id}`, { as: manager })).status).toBe(404);
    const body = { name: 'Ventes', pointOfSaleId: alpes };
    expect((await organisation.call('POST /teams', { as: manager, body })).status).toBe(422);
    expect((await change(here.id, 1, { name: 'Du port' }, manager)).status).toBe(200);
    const seller = person('SALESPERSON', [port]);
    expect((await organisation.call(`GET /teams/${here.id}`, { as: seller })).status).toBe(200);
    expect((await change(here.id, 2, { name: 'X' }, seller)).status).toBe(403);
  });
});
