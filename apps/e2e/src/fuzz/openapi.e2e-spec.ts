import { Api } from '../client/api';
import { openDealership, signInAsAdmin } from '../client/dealership';
import { Relance } from '../system/relance';
import { fuzz, installedSchemathesis } from './schemathesis';

/** `npm test` is short; `RELANCE_FUZZ_SECONDS=600` looks for longer, within the life of a token. */
const SECONDS = Number(process.env['RELANCE_FUZZ_SECONDS'] ?? 45);
const ADMIN = { email: 'fuzz@e2e.relance.example', password: 'une phrase assez longue' };

const program = installedSchemathesis();
const itFuzzes = program ? it : it.skip;

// Its own system: the fuzzer guesses passwords, and what it finds it changes.
let system: Relance | undefined;
let gatewayUrl: string;
let key: string;

beforeAll(async () => {
  if (!program) return;
  system = await Relance.start();
  gatewayUrl = system.run.gatewayUrl;
  const admin = await signInAsAdmin(system);
  await admin.ok('POST /users', { body: { ...ADMIN, name: 'Fuzz', role: 'ADMIN' } });
  const { id } = await openDealership(system, admin);
  const created = await admin.ok('POST /api-keys', {
    body: { name: 'Fuzz', purpose: 'LEAD_SOURCE', pointOfSaleId: id },
  });
  key = created.body.key;
});
afterAll(() => system?.remove());

/** What the fuzzer made, as proof that it was let in. */
async function made(api: Api): Promise<number[]> {
  const lists = ['/leads', '/points-of-sale', '/users', '/api-keys'].map((path) => api.ok(`GET ${path}`));
  return (await Promise.all(lists)).map(
    ({ body }) => (body.total as { atLeast?: number }).atLeast ?? body.total,
  );
}

describe('the OpenAPI document, fuzzed with an Admin’s token', () => {
  itFuzzes(
    'is kept to by every answer: no 5xx, nothing undocumented, and what it forbids is refused',
    async () => {
      const { body } = await new Api(gatewayUrl).ok('POST /auth/login', { body: ADMIN });
      const headers = { Authorization: `Bearer ${body.accessToken}` };
      const admin = new Api(gatewayUrl, headers);
      const before = await made(admin);
      const { code, output } = await fuzz(program!, {
        folder: system!.home,
        gatewayUrl,
        headers,
        seconds: SECONDS,
      });
      expect(`${code} ${output}`).toMatch(/^0 /);
      (await made(admin)).forEach((count, index) => expect(count).toBeGreaterThan(before[index]!));
      expect(errorsIn(system!)).toEqual([]);
    },
    (SECONDS + 90) * 1000,
  );
});

describe('what an API key may call, fuzzed with one', () => {
  itFuzzes(
    'keeps to the document too',
    async () => {
      const seconds = Math.ceil(SECONDS / 5);
      const { code, output } = await fuzz(program!, {
        folder: system!.home,
        gatewayUrl,
        headers: { 'X-Api-Key': key },
        seconds,
        // What a key may not call answers 403 whatever else is missing; the permissions' own spec walks that.
        only: { method: 'POST', path: '^/api/v1/leads(/import|/adf)?$' },
      });
      expect(`${code} ${output}`).toMatch(/^0 /);
    },
    (SECONDS / 5 + 90) * 1000,
  );
});

/** Nothing that a caller sends is worth an error in a log. */
function errorsIn(running: Relance): unknown[] {
  return ['gateway', 'organisation', 'leads', 'leads-worker'].flatMap((part) =>
    running.logOf(part).filter(({ level }) => level === 'error' || level === 'fatal'),
  );
}
