import { GRANTABLE_PERMISSIONS } from '@relance/contracts-organisation';
import { Api } from '../client/api';
import { openDealership, signInAsAdmin } from '../client/dealership';
import { eventually } from '../system/eventually';
import { runTool, type Relance } from '../system/relance';
import { sharedSystem } from '../system/shared-system';
import { send, wordElsewhere, wordOf, type CallerAnswer } from './answers';
import { ApiDocument } from './api-document';
import { ODD_OPERATIONS } from './odd-operations';
import { newcomer, placeOfPermissions, ROLE_TITLES, type Caller, type Place } from './permission-callers';
import { permissionsPage } from './permissions-page';
import { plausibleRequest } from './plausible-request';
import { Things } from './things';

const ROWS = permissionsPage();

let system: Relance;
let gatewayUrl: string;
let admin: Api;
let document: ApiDocument;
let place: Place;
let things: Things;
let callers: Caller[];

beforeAll(async () => {
  system = await sharedSystem();
  gatewayUrl = system.run.gatewayUrl;
  admin = await signInAsAdmin(system);
  document = await ApiDocument.of(gatewayUrl);
  place = await placeOfPermissions(system, admin);
  things = new Things(document, place, gatewayUrl);
  const roles = Object.entries(ROLE_TITLES).map(async ([role, title]) => {
    const person = { role, pointOfSaleId: place.garage.id };
    return { title, person, credentials: (await newcomer(system, admin, person)).credentials };
  });
  const { body: key } = await admin.ok('POST /api-keys', {
    body: { name: 'Essai', purpose: 'LEAD_SOURCE', pointOfSaleId: place.garage.id },
  });
  callers = [
    ...(await Promise.all(roles)),
    { title: 'API key', credentials: { 'x-api-key': key.key } },
    { title: 'Nobody', credentials: {} },
  ];
});

/** Calls an operation as the document says, about things of the place; odd ones as they have to be called. */
async function call(operation: string, caller: Caller, owner?: Caller): Promise<CallerAnswer> {
  const oddity = ODD_OPERATIONS[operation] ?? {};
  const path = await things.pathOf(operation.split(' ')[1]!, owner?.credentials);
  const plausible = plausibleRequest(document, operation, path, things.known);
  if (!oddity.newcomer) return send(gatewayUrl, oddity.request?.(plausible) ?? plausible, caller.credentials);
  const somebody = { role: 'SALESPERSON', pointOfSaleId: place.garage.id };
  const fresh = await newcomer(system, admin, caller.person ?? somebody);
  const request = oddity.request?.(plausible, fresh) ?? plausible;
  return send(gatewayUrl, request, caller.person ? fresh.credentials : caller.credentials);
}

describe('docs/permissions.md', () => {
  it('is what the running system says: a new operation is not forgotten', async () => {
    const { home, offset } = system;
    const { code, output } = await runTool('docs-permissions', { home, offset }, [gatewayUrl, '--check']);
    expect([code, output.trim()]).toEqual([0, 'docs/permissions.md is up to date.']);
  });
});

describe('as docs/permissions.md says', () => {
  it.each(ROWS)('$operation', async ({ operation, cells }) => {
    const expected = { ...cells };
    delete expected['Elsewhere'];
    const answers: Record<string, string> = {};
    for (const caller of callers) {
      const answer = await call(operation, caller, caller);
      answers[caller.title] = wordOf(answer, ODD_OPERATIONS[operation]?.alsoDone);
    }
    expect(answers).toEqual(expected);
  });
});

describe('from another point of sale, with every permission that can be given', () => {
  const ROLE = 'MARKETING';
  let elsewhere: Caller;
  let usual: { permissions: string[]; version: number };

  const rights = async () =>
    (await admin.ok('GET /roles')).body.items.find(({ role }: { role: string }) => role === ROLE);
  const give = async (permissions: readonly string[]) => {
    const headers = { 'if-match': `"${(await rights()).version}"` };
    await admin.ok(`PUT /roles/${ROLE}/permissions`, { body: { permissions }, headers });
  };

  beforeAll(async () => {
    usual = await rights();
    const theirs = await openDealership(system, admin);
    const person = { role: ROLE, pointOfSaleId: theirs.id };
    const { credentials } = await newcomer(system, admin, person);
    elsewhere = { title: 'Elsewhere', person, credentials };
    await give(GRANTABLE_PERMISSIONS);
    const api = new Api(gatewayUrl, credentials);
    await eventually(async () => expect((await api.call('GET /api-keys')).status).toBe(200), {
      withinMs: 2_000,
    });
  });
  afterAll(async () => {
    if (usual) await give(usual.permissions);
  });

  it.each(ROWS)('$operation', async ({ operation, cells }) => {
    const expected = cells['Elsewhere']!;
    const answer = await call(operation, elsewhere);
    const alsoDone = ODD_OPERATIONS[operation]?.alsoDone?.includes(answer.status);
    const word = alsoDone ? 'yes' : wordElsewhere(answer, expected, place.secrets);
    expect([operation, word]).toEqual([operation, expected]);
  });

  it('leaves the lead of the other one as it was', async () => {
    expect((await admin.ok(`GET /leads/${place.leadId}`)).body).toMatchObject({
      ...{ pointOfSaleId: place.garage.id, status: 'IN_PROGRESS' },
    });
  });
});
