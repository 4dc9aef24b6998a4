import { DEFAULT_PERMISSIONS, ROLES, type Role } from '@relance/contracts-organisation';
import { configureLogging, UnauthenticatedError, UnavailableError } from '@relance/service-runtime';
import { ServiceTokenSigner } from '@relance/service-token';
import { SignJWT } from 'jose';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AccessTokens, VoidTokenError } from './access-tokens';
import { CurrentAccessRules } from './current-access-rules';

const SECRET = 'a secret of at least thirty-two bytes';
let organisation: Server;
let questions: number;
let status: number;
let rights: Record<Role, readonly string[]>;
let voidTokens: { users: { id: string; generation: number }[]; sessions: string[] };
let hold: Promise<void> | undefined;
let now: number;
let rules: CurrentAccessRules;
let tokens: AccessTokens;

beforeAll(async () => {
  configureLogging('gateway', 'silent');
  organisation = createServer((_request, response) => {
    questions++;
    const roles = ROLES.map((role) => ({ role, permissions: rights[role] }));
    const text = JSON.stringify({ roles, voidTokens });
    void Promise.resolve(hold).then(() => response.writeHead(status).end(text));
  });
  await new Promise<void>((resolve) => organisation.listen(0, '127.0.0.1', resolve));
});
afterAll(() => {
  organisation.closeAllConnections();
  organisation.close();
});

beforeEach(() => {
  [questions, status, hold, now] = [0, 200, undefined, 1_000];
  rights = { ...DEFAULT_PERMISSIONS };
  voidTokens = { users: [], sessions: [] };
  jest.spyOn(performance, 'now').mockImplementation(() => now);
  const { port } = organisation.address() as AddressInfo;
  rules = new CurrentAccessRules(`http://127.0.0.1:${port}`, new ServiceTokenSigner(SECRET, 'gateway'));
  tokens = new AccessTokens(SECRET, rules);
});
afterEach(() => jest.restoreAllMocks());

const token = (claims: object = {}) =>
  new SignJWT({ name: 'Ada', role: 'MANAGER', pos: ['p1'], sid: 's1', gen: 3, ...claims })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject('u1')
    .setIssuer('relance-organisation')
    .setAudience('relance')
    .setExpirationTime('5m')
    .sign(new TextEncoder().encode(SECRET));
const settled = () => new Promise((resolve) => setTimeout(resolve, 50));

describe('what a person may', () => {
  it('is what organisation says of the role; two questions at one instant are one', async () => {
    rights.MANAGER = ['lead.read', 'lead.of-a-newer-version'];
    const ada = await token();
    const [principal] = await Promise.all([tokens.principalOf(ada), tokens.principalOf(ada)]);
    expect(principal).toEqual({
      ...{ kind: 'user', userId: 'u1', name: 'Ada', role: 'MANAGER', pointOfSaleIds: ['p1'] },
      permissions: ['lead.read', 'lead.of-a-newer-version'],
      sessionId: 's1',
    });
    expect(questions).toBe(1);
  });

  it('is asked about once a second while people call, who wait for nothing', async () => {
    const ada = await token();
    const first = await tokens.principalOf(ada);
    rights.MANAGER = ['lead.read'];
    now += 1_100;
    for (let i = 0; i < 10; i++) expect(tokens.remembered(ada)).toBe(first);
    await settled();
    expect(questions).toBe(2);
    expect(tokens.remembered(ada)?.permissions).toEqual(['lead.read']);
  });

  it('is never much older than a second: after a quiet time the next one waits', async () => {
    const ada = await token();
    await tokens.principalOf(ada);
    rights.MANAGER = [];
    now += 60_000;
    expect(tokens.remembered(ada)).toBeUndefined();
    expect((await tokens.principalOf(ada)).permissions).toEqual([]);
    rights.MANAGER = ['lead.read'];
    now += 60_000;
    expect((await tokens.principalOf(ada)).permissions).toEqual(['lead.read']);
  });

  it('is the very same object while nothing changes for the role, whatever happens to others', async () => {
    const ada = await token();
    const first = await tokens.principalOf(ada);
    rights.SALESPERSON = [];
    voidTokens = { users: [{ id: 'u2', generation: 9 }], sessions: ['s2'] };
    now += 60_000;
    expect(await tokens.principalOf(ada)).toBe(first);
  });

  it('is what was known while organisation does not answer, and nobody waits a second time', async () => {
    const ada = await token();
    const first = await tokens.principalOf(ada);
    status = 500;
    rights.MANAGER = [];
    now += 60_000;
    expect(await tokens.principalOf(ada)).toBe(first);
    now += 2_000;
    hold = new Promise(() => undefined);
    expect(tokens.remembered(ada)).toBe(first);
  });

  it('is asked again by the first who comes long after a failure, who waits', async () => {
    const ada = await token();
    await tokens.principalOf(ada);
    status = 500;
    now += 60_000;
    await tokens.principalOf(ada);
    [status, rights.MANAGER] = [200, []];
    now += 60_000;
    expect(tokens.remembered(ada)).toBeUndefined();
    expect((await tokens.principalOf(ada)).permissions).toEqual([]);
  });

  it('is followed again once organisation answers', async () => {
    const ada = await token();
    await tokens.principalOf(ada);
    status = 503;
    now += 60_000;
    await tokens.principalOf(ada);
    [status, rights.MANAGER] = [200, []];
    now += 600;
    tokens.remembered(ada);
    await settled();
    expect(tokens.remembered(ada)?.permissions).toEqual([]);
  });

  it('is unknown, 503, before organisation ever answered; half a matrix is none', async () => {
    const ada = await token();
    status = 500;
    await expect(tokens.principalOf(ada)).rejects.toBeInstanceOf(UnavailableError);
    for (let i = 0; i < 10; i++) await tokens.principalOf(ada).catch(() => undefined);
    expect(questions).toBe(1);
    status = 200;
    delete (rights as Partial<typeof rights>).ADMIN;
    now += 600;
    await expect(tokens.principalOf(ada)).rejects.toBeInstanceOf(UnavailableError);
    rights.ADMIN = DEFAULT_PERMISSIONS.ADMIN;
    now += 600;
    await expect(tokens.principalOf(ada)).resolves.toMatchObject({ userId: 'u1' });
    await expect(tokens.principalOf('nonsense')).rejects.toBeInstanceOf(UnauthenticatedError);
  });
});

describe('a token', () => {
  it('is void when it is of an earlier generation than its person, from one moment to the next', async () => {
    const [old, young] = [await token(), await token({ gen: 4 })];
    await tokens.principalOf(old);
    voidTokens.users = [{ id: 'u1', generation: 4 }];
    now += 60_000;
    await expect(tokens.principalOf(old)).rejects.toBeInstanceOf(VoidTokenError);
    expect(tokens.remembered(old)).toBeUndefined();
    await expect(tokens.principalOf(young)).resolves.toMatchObject({ userId: 'u1' });
  });

  it('is void with its session, and one without a generation is of the first', async () => {
    voidTokens = { users: [{ id: 'u1', generation: 1 }], sessions: ['s2'] };
    await expect(tokens.principalOf(await token({ sid: 's2' }))).rejects.toBeInstanceOf(VoidTokenError);
    await expect(tokens.principalOf(await token({ gen: undefined }))).rejects.toBeInstanceOf(VoidTokenError);
    await expect(tokens.principalOf(await token())).resolves.toMatchObject({ userId: 'u1' });
  });
});
