import { randomUUID } from 'node:crypto';
import type { Json } from '../client/api';
import { hire, openDealership, signInAsAdmin, type Dealership, type Person } from '../client/dealership';
import type { Relance } from '../system/relance';
import { sharedSystem } from '../system/shared-system';

const FORM = 'application/x-www-form-urlencoded';

let system: Relance;
let garage: Dealership;
let marie: Person;

beforeAll(async () => {
  system = await sharedSystem();
  garage = await openDealership(system, await signInAsAdmin(system));
  marie = await hire(system, garage.admin, 'MARKETING', garage.id, []);
});

async function newSource(change: object = {}): Promise<Json> {
  const body = { name: 'Site', category: 'Internet', pointOfSaleId: garage.id, leadType: 'VO', ...change };
  return (await marie.api.ok('POST /lead-sources', { body })).body;
}
/** As a browser on somebody’s website, without any credentials. */
async function post(token: string, body: string, headers: Record<string, string> = {}) {
  const answer = await fetch(`${system.run.gatewayUrl}/api/v1/forms/${token}`, {
    method: 'POST',
    headers: { 'content-type': FORM, ...headers },
    body,
    redirect: 'manual',
  });
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
}
const leadsOf = async (q: string): Promise<Json[]> =>
  (await garage.manager.api.ok(`GET /leads?pointOfSaleId=${garage.id}&q=${q}`)).body.items;

it('a form of a website brings a lead, and the browser goes on to the page of the source', async () => {
  const { formToken } = await newSource({ thankYouUrl: 'https://garage.example/merci' });
  const name = `Noel-${randomUUID().slice(0, 8)}`;
  const fields = {
    firstName: 'Zoé',
    lastName: name,
    phone: '06 12 34 56 78',
    vehicle: 'Peugeot 208',
    website: '',
  };
  const body = new URLSearchParams(fields).toString();
  const [answer] = await Promise.all([post(formToken, body), post(formToken, body), post(formToken, body)]);
  expect([answer.status, answer.headers.get('location')]).toEqual([303, 'https://garage.example/merci']);
  expect(await leadsOf(name)).toMatchObject([
    {
      ...{ type: 'VO', source: { name: 'Site', category: 'Internet' }, vehicle: { model: 'Peugeot 208' } },
      contact: { firstName: 'Zoé', lastName: name, phone: '+33612345678' },
    },
  ]);
});

it('without such a page it says thank you; what is wrong it says in French, safely', async () => {
  const { formToken } = await newSource();
  const thanks = await post(formToken, 'email=zoe%40contact.example&message=Bonjour');
  expect([thanks.status, thanks.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
  expect(thanks.text).toContain('Merci');
  const wrong = await post(formToken, 'email=%3Cscript%3E&firstName=%3Cb%3E', {
    referer: 'https://garage.example/contact?"><script>',
  });
  expect(wrong.status).toBe(422);
  expect(wrong.text).toContain('Cette adresse e-mail n’est pas valide.');
  expect(wrong.text).toContain('href="https://garage.example/contact?%22%3E%3Cscript%3E"');
  for (const { headers } of [thanks, wrong]) {
    const policy = headers.get('content-security-policy')!;
    expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-[^']+'; script-src 'sha256-[^']+';/);
    expect(policy).not.toContain('unsafe');
  }
  expect((await post('no-such-form-anywhere-at-all', 'email=a%40b.fr')).text).toContain('plus en service');
});

it('robots are thanked, and bring nothing', async () => {
  const { formToken } = await newSource();
  const name = `Robot-${randomUUID().slice(0, 8)}`;
  const { status } = await post(
    formToken,
    `lastName=${name}&email=r%40spam.example&website=http%3A%2F%2Fspam`,
  );
  expect([status, await leadsOf(name)]).toEqual([200, []]);
});

it('scripts of any origin send JSON, ask before, and send no credentials', async () => {
  const { formToken } = await newSource();
  const url = `${system.run.gatewayUrl}/api/v1/forms/${formToken}`;
  const origin = 'https://garage.example';
  const asked = await fetch(url, {
    method: 'OPTIONS',
    headers: {
      origin,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'content-type',
    },
  });
  const cors = (headers: Headers) => [...headers].filter(([name]) => name.startsWith('access-control-'));
  expect([asked.status, Object.fromEntries(cors(asked.headers))]).toEqual([
    204,
    {
      'access-control-allow-origin': '*',
      'access-control-allow-methods': 'POST',
      'access-control-allow-headers': 'content-type, idempotency-key',
      'access-control-max-age': '86400',
    },
  ]);
  const json = (body: object) =>
    post(formToken, JSON.stringify(body), { 'content-type': 'application/json', origin });
  const good = await json({ email: 'json@contact.example' });
  expect([good.status, good.text]).toEqual([201, '{"received":true}']);
  const bad = await json({ firstName: 'Zoé' });
  expect([bad.status, bad.headers.get('content-type')]).toEqual([
    400,
    'application/problem+json; charset=utf-8',
  ]);
  for (const { headers } of [good, bad])
    expect(cors(headers)).toEqual([['access-control-allow-origin', '*']]);
  const elsewhere = await fetch(`${system.run.gatewayUrl}/api/v1/leads`, { headers: { origin } });
  expect(cors(elsewhere.headers)).toEqual([]);
});

it('a source is tried with a test lead, by those who may manage it', async () => {
  const { id } = await newSource();
  const { status, body, headers } = await marie.api.call(`POST /lead-sources/${id}/test-lead`);
  expect([status, headers.get('location')]).toEqual([201, `/api/v1/leads/${body.id}`]);
  expect(body).toMatchObject({
    tags: ['Test'],
    contact: { firstName: 'Test', lastName: 'Relance' },
    source: { name: 'Site' },
  });
  expect((await garage.seller.api.call(`POST /lead-sources/${id}/test-lead`)).status).toBe(403);
  const other = await openDealership(system, garage.admin);
  const stranger = await hire(system, garage.admin, 'MARKETING', other.id, []);
  expect((await stranger.api.call(`POST /lead-sources/${id}/test-lead`)).status).toBe(404);
});

it('a source that is switched off or whose token is renewed closes its form at once', async () => {
  const source = await newSource();
  const renewed = await marie.api.ok(`POST /lead-sources/${source.id}/renew-token`);
  const sending = (token: string) => post(token, `email=${randomUUID()}%40contact.example`);
  expect((await sending(renewed.body.formToken)).status).toBe(200);
  // Known by the copy of the leads service within moments.
  const closed = await sending(source.formToken);
  expect(closed.status).toBe(404);
});
