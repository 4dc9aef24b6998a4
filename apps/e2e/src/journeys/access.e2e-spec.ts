import { randomUUID } from 'node:crypto';
import { ServiceTokenSigner } from '@relance/service-token';
import { SignJWT } from 'jose';
import { Client } from 'pg';
import { Api, type Json } from '../client/api';
import {
  hire,
  newLead,
  openDealership,
  signInAsAdmin,
  type Dealership,
  type Person,
} from '../client/dealership';
import type { Relance } from '../system/relance';
import { sharedSystem } from '../system/shared-system';

let system: Relance;
let mine: Dealership;
let theirs: Dealership;
let marketing: Person;
let lead: Json;

beforeAll(async () => {
  system = await sharedSystem();
  const admin = await signInAsAdmin(system);
  mine = await openDealership(system, admin);
  theirs = await openDealership(system, admin);
  marketing = await hire(system, admin, 'MARKETING', mine.id, []);
  lead = (await mine.source.ok('POST /leads', { body: newLead({ tags: [mine.name] }) })).body;
});

describe('a lead of somebody else’s point of sale', () => {
  it('does not exist on any page, and can be changed by no path', async () => {
    const { api } = theirs.manager;
    const at = new Date(Date.now() + 3_600_000).toISOString();
    const version = { 'if-match': '"1"' };
    const calls: [string, unknown?][] = [
      [`GET /leads/${lead.id}`],
      [`GET /leads/${lead.id}/timeline`],
      [`POST /leads/${lead.id}/take`],
      [`POST /leads/${lead.id}/assign`, { userId: theirs.seller.id }],
      [`PUT /leads/${lead.id}/contact-status`, { status: 'CONTACTED' }],
      [`POST /leads/${lead.id}/appointments`, { at }],
      [`DELETE /leads/${lead.id}/appointments/${lead.id}`],
      [`POST /leads/${lead.id}/reopen`],
      [`PUT /leads/${lead.id}/deadline`, { deadlineAt: at }],
      [`PUT /leads/${lead.id}/status`, { status: 'LOST' }],
    ];
    for (const [route, body] of calls) {
      const { status, body: problem } = await api.call(route, { body, headers: version });
      expect([route, status, problem.code]).toEqual([route, 404, 'NOT_FOUND']);
    }
    const settings = `GET /points-of-sale/${mine.id}/settings/incoming-leads`;
    expect((await api.call(settings)).status).toBe(404);
    expect((await mine.manager.api.ok(`GET /leads/${lead.id}`)).etag).toBe('"1"');
  });

  it('is in no list and no count, whatever the filter', async () => {
    const filters = [
      '',
      `pointOfSaleId=${mine.id}`,
      `pointOfSaleId=${mine.id},${theirs.id}`,
      `q=${encodeURIComponent(lead.contact.lastName)}`,
      `q=${lead.code}`,
      `tag=${encodeURIComponent(mine.name)}`,
      'status=IN_PROGRESS',
      'overdue=false',
      'source=LeBonCoin',
      'type=VO',
      'sort=deadlineAt',
    ];
    for (const filter of filters) {
      const { body } = await theirs.manager.api.ok(`GET /leads?limit=200&${filter}`);
      expect([filter, body.total, body.items]).toEqual([filter, 0, []]);
      const own = await mine.manager.api.ok(`GET /leads?limit=200&${filter}`);
      const expected = filter === `pointOfSaleId=${theirs.id}` ? 0 : 1;
      expect([filter, own.body.total]).toEqual([filter, expected]);
    }
  });

  it('cannot be sent in for it: a key and a person write for their own alone', async () => {
    for (const api of [theirs.source, theirs.seller.api]) {
      const { status } = await api.call('POST /leads', { body: newLead({ pointOfSaleId: mine.id }) });
      expect([403, 404, 422]).toContain(status);
    }
    expect((await mine.manager.api.ok('GET /leads')).body.total).toBe(1);
  });
});

describe('what a role may not do is refused by the server (S2.12)', () => {
  it('marketing reads and imports files, and changes no lead', async () => {
    expect((await marketing.api.call(`GET /leads/${lead.id}`)).status).toBe(200);
    for (const [route, body] of [
      [`POST /leads/${lead.id}/take`, undefined],
      ['POST /leads', newLead({ pointOfSaleId: mine.id })],
    ] as const) {
      expect(await marketing.api.call(route, { body })).toMatchObject({
        status: 403,
        body: { code: 'FORBIDDEN' },
      });
    }
  });

  it('only Admin creates points of sale, users and keys', async () => {
    const body = { name: 'X', timeZone: 'Europe/Paris' };
    expect((await mine.manager.api.call('POST /points-of-sale', { body })).status).toBe(403);
    expect((await mine.manager.api.call('GET /api-keys')).status).toBe(403);
  });

  it('an API key takes leads in and reads nothing, and is good for nothing once revoked', async () => {
    for (const route of ['GET /leads', `GET /leads/${lead.id}`, 'GET /users', 'GET /me']) {
      expect([route, (await theirs.source.call(route)).status]).toEqual([route, 403]);
    }
    const { body } = await theirs.admin.ok('POST /api-keys', {
      body: { name: 'Brève', purpose: 'LEAD_SOURCE', pointOfSaleId: theirs.id },
    });
    await theirs.admin.ok(`DELETE /api-keys/${body.id}`);
    const revoked = Api.withKey(system.run.gatewayUrl, body.key);
    expect((await revoked.call('POST /leads', { body: newLead() })).status).toBe(401);
    const list = JSON.stringify((await theirs.admin.ok('GET /api-keys?limit=200')).body);
    expect(list).not.toContain(body.key);
  });
});

describe('an external id that somebody guessed', () => {
  it('tells a key which lead it is, and nothing of whom another key sent', async () => {
    const sent = newLead({ externalId: `LBC-${randomUUID()}` });
    const { body: known } = await mine.source.ok('POST /leads', { body: sent });
    const { body: key } = await mine.admin.ok('POST /api-keys', {
      body: { name: 'Curieux', purpose: 'LEAD_SOURCE', pointOfSaleId: mine.id },
    });
    const guess = { body: { ...sent, contact: { lastName: 'Curieux' }, message: null } };
    const answer = await Api.withKey(system.run.gatewayUrl, key.key).call('POST /leads', guess);
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({
      ...{ id: known.id, code: known.code, status: 'IN_PROGRESS' },
      ...{ source: known.source, externalId: known.externalId },
      contact: { firstName: null, lastName: 'Curieux', email: null, phone: null },
    });
    for (const api of [mine.source, mine.seller.api]) {
      const { status, body } = await api.call('POST /leads', guess);
      expect([status, body.id, body.contact]).toEqual([200, known.id, known.contact]);
    }
  });
});

describe('inside', () => {
  const ask = async (part: 'leads' | 'organisation', token?: string) =>
    (
      await fetch(`${system.url(part)}/internal/events`, {
        headers: token ? { 'x-relance-token': token } : {},
      })
    ).status;

  it('nothing of /internal, /metrics or the processes behind can be reached through the gateway', async () => {
    const { admin } = mine;
    for (const path of [
      '/internal/events',
      '/leads/../internal/events',
      '/leads/%2e%2e/internal/events',
      '/internal/openapi.json',
    ]) {
      const answer = await fetch(`${system.run.gatewayUrl}/api/v1${path}`);
      expect([path, answer.status]).toEqual([path, 404]);
      expect((await admin.call(`GET ${path}`)).status).toBe(404);
    }
    expect((await fetch(`${system.run.gatewayUrl}/internal/events`)).status).toBe(404);
  });

  it('a service refuses a call without a token, with a forged, a foreign or an expired one', async () => {
    const secret = system.run.env['INTERNAL_TOKEN_SECRET']!;
    const principal = { kind: 'service', service: 'gateway' } as const;
    const signed = (key: string, audience: string, issued: number) =>
      new SignJWT({ principal })
        .setProtectedHeader({ alg: 'HS256' })
        .setIssuer('gateway')
        .setAudience(audience)
        .setIssuedAt(issued)
        .setExpirationTime(issued + 60)
        .sign(new TextEncoder().encode(key));
    const now = Math.floor(Date.now() / 1000);
    for (const part of ['leads', 'organisation'] as const) {
      const other = part === 'leads' ? 'organisation' : 'leads';
      expect(await ask(part)).toBe(401);
      expect(await ask(part, 'nothing')).toBe(401);
      expect(await ask(part, await signed('x'.repeat(64), part, now))).toBe(401);
      expect(await ask(part, await signed(secret, other, now))).toBe(401);
      expect(await ask(part, await signed(secret, part, now - 90))).toBe(401);
      expect(await ask(part, await signed(secret, part, now))).toBe(200);
      expect(await ask(part, await new ServiceTokenSigner(secret, 'gateway').sign(principal, part))).toBe(
        200,
      );
    }
  });

  it('the database role of one service reads nothing of another’s schema', async () => {
    for (const [variable, table] of [
      ['LEADS_DATABASE_URL', 'organisation.user_account'],
      ['ORGANISATION_DATABASE_URL', 'leads.lead'],
    ] as const) {
      const client = new Client({ connectionString: system.run.env[variable] });
      await client.connect();
      await expect(client.query(`SELECT * FROM ${table} LIMIT 1`)).rejects.toThrow(/permission denied/);
      await client.end();
    }
  });
});
