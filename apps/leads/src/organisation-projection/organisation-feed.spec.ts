import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { BEGINNING, type EventFeedPage } from '@relance/event-log';
import type { ServiceTokenSigner } from '@relance/service-token';
import type { DataSource } from 'typeorm';
import type { LeadsConfig } from '../config';
import { OrganisationFeed } from './organisation-feed';

let organisation: Server;
let answer: Partial<EventFeedPage> | undefined;

beforeAll(async () => {
  organisation = createServer((_request, response) => {
    if (answer === undefined) response.writeHead(503).end();
    else response.end(JSON.stringify({ events: [], next: BEGINNING, settled: true, ...answer }));
  }).listen(0, '127.0.0.1');
  await once(organisation, 'listening');
});
afterAll(() => organisation.close());

/** Begins at the beginning, and has learnt which points of sale are active. */
const database = {
  query: (_statement: string, [follower]: string[] = []) =>
    Promise.resolve(follower === 'organisation/roles' ? [{}] : []),
};

function feed(): OrganisationFeed {
  const { port } = organisation.address() as AddressInfo;
  return new OrganisationFeed(
    database as unknown as DataSource,
    { sign: () => Promise.resolve('token') } as unknown as ServiceTokenSigner,
    { organisationUrl: `http://127.0.0.1:${port}` } as LeadsConfig,
  );
}

describe('how far behind the organisation the copies are', () => {
  it('not at all when everything was read', async () => {
    answer = {};
    const one = feed();
    await one.pull();
    expect(one.lagSeconds()).toBe(0);
  });

  it('as long as the oldest event has been held back there', async () => {
    answer = { settled: false, heldBackSince: new Date(Date.now() - 60_000).toISOString() };
    const one = feed();
    await one.pull();
    expect(one.lagSeconds()).toBeGreaterThanOrEqual(60);
  });

  it('since the last answer while there is none', async () => {
    answer = {};
    const one = feed();
    await one.pull();
    answer = undefined;
    await expect(one.pull()).rejects.toThrow('503');
    const lag = one.lagSeconds();
    expect(lag).toBeGreaterThan(0);
    expect(lag).toBeLessThan(10);
  });
});
