import type { EventFeedPage, StoredEvent } from '@relance/event-log';
import type { ServiceTokenSigner } from '@relance/service-token';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { LeadsConfig } from '../config';
import { createThrowawayDatabase, type ThrowawayDatabase } from '../testing/throwaway-database';
import { uuidv7 } from '../uuid';
import { OrganisationFeed } from './organisation-feed';

let database: ThrowawayDatabase;
let organisation: Server;
/** What the organisation tells, in its order; and what happens before it answers once. */
const told: StoredEvent[] = [];
let beforeAnswering: (() => Promise<void>) | undefined;

beforeAll(async () => {
  database = await createThrowawayDatabase();
  organisation = createServer((request, response) => {
    void (async () => {
      const after = new URL(request.url!, 'http://organisation').searchParams.get('after')!;
      const first = beforeAnswering;
      beforeAnswering = undefined;
      await first?.();
      const events = told.slice(Number(after.split('-')[0]));
      const page: EventFeedPage = { events, next: `${told.length}-0`, settled: true };
      response.end(JSON.stringify(page));
    })();
  }).listen(0, '127.0.0.1');
  await once(organisation, 'listening');
});
afterAll(async () => {
  organisation?.close();
  await database?.drop();
});

function feed(): OrganisationFeed {
  const { port } = organisation.address() as AddressInfo;
  return new OrganisationFeed(
    database.dataSource,
    { sign: () => Promise.resolve('token') } as unknown as ServiceTokenSigner,
    { organisationUrl: `http://127.0.0.1:${port}` } as LeadsConfig,
  );
}

function opens(name: string): void {
  const pointOfSale = { id: uuidv7(), name, timeZone: 'Europe/Paris', country: 'FR', active: true };
  told.push({ type: 'pointOfSale.saved', data: { pointOfSale } } as unknown as StoredEvent);
}

it('what was told when it was asked is known afterwards, also when another process applied the first of it meanwhile', async () => {
  await feed().pull();
  opens('Lyon');
  beforeAnswering = async () => {
    await feed().pull();
    opens('Nice');
  };
  await feed().pull();
  const known = await database.dataSource.query<{ name: string }[]>(
    'SELECT name FROM leads.point_of_sale ORDER BY name',
  );
  expect(known.map(({ name }) => name)).toEqual(['Lyon', 'Nice']);
});
