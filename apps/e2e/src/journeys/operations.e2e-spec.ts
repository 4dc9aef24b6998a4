import { randomUUID } from 'node:crypto';
import type { Json } from '../client/api';
import { ago, newLead, openDealership, signInAsAdmin, type Dealership } from '../client/dealership';
import { Mailbox } from '../client/mailbox';
import { eventually } from '../system/eventually';
import type { Relance } from '../system/relance';
import { sharedSystem } from '../system/shared-system';

const OUR_PROCESSES = ['gateway', 'organisation', 'leads', 'leads-worker'] as const;

let system: Relance;
let garage: Dealership;

beforeAll(async () => {
  system = await sharedSystem();
  garage = await openDealership(system, await signInAsAdmin(system));
});

describe('who runs Relance', () => {
  it('reads metrics of each process', async () => {
    await garage.source.ok('POST /leads', { body: newLead() });
    for (const part of OUR_PROCESSES) {
      const answer = await fetch(`${system.url(part)}/metrics`);
      expect(answer.headers.get('content-type')).toContain('text/plain');
      const text = await answer.text();
      expect([part, /^process_cpu_seconds_total[ {]/m.test(text)]).toEqual([part, true]);
      if (part !== 'leads-worker') expect([part, /^http_\w+_bucket\{/m.test(text)]).toEqual([part, true]);
    }
    const worker = await (await fetch(`${system.url('leads-worker')}/metrics`)).text();
    for (const name of ['relance_lead_events_dispatched_total', 'relance_event_reader_lag_seconds']) {
      expect(worker).toContain(name);
    }
  });

  it('asks each process whether it lives, and whether it is ready, and gets each dependency named', async () => {
    const named = async (url: string) => {
      const answer = await fetch(url);
      const body = (await answer.json()) as {
        status: string;
        dependencies: { name: string; status: string }[];
      };
      expect([url, answer.status, body.status]).toEqual([url, 200, 'ready']);
      expect(new Set(body.dependencies.map(({ status }) => status))).toEqual(new Set(['up']));
      return body.dependencies.map(({ name }) => name).sort();
    };
    expect(await named(`${system.url('gateway')}/api/health/ready`)).toEqual(
      expect.arrayContaining(['leads.database', 'organisation.database']),
    );
    expect(await named(`${system.url('organisation')}/health/ready`)).toEqual(['database']);
    expect(await named(`${system.url('leads')}/health/ready`)).toContain('database');
    expect(await named(`${system.url('leads-worker')}/health/ready`)).toEqual(
      expect.arrayContaining(['database', 'organisation', 'smtp', 'temporal', 'temporal-worker']),
    );
    for (const part of OUR_PROCESSES) {
      const path = part === 'gateway' ? '/api/health/live' : '/health/live';
      expect((await fetch(system.url(part) + path)).status).toBe(200);
    }
  });

  it('follows one lead by one correlation id from the gateway to the activity', async () => {
    const correlationId = randomUUID();
    const { body, headers } = await garage.source.ok('POST /leads', {
      body: newLead({ receivedAt: ago({ minutes: 3, seconds: 19 }) }),
      headers: { 'x-correlation-id': correlationId },
    });
    expect(headers.get('x-correlation-id')).toBe(correlationId);
    const mailbox = new Mailbox(system.run.mailUrl!);
    await eventually(async () => expect(await mailbox.remindersOf(body.id)).toHaveLength(1));
    for (const part of ['gateway', 'leads', 'leads-worker']) {
      await eventually(() => {
        const lines = system.logOf(part).filter((line) => line['correlationId'] === correlationId);
        expect([part, lines.length > 0]).toEqual([part, true]);
      });
    }
  });

  it('finds no personal data and no secret in any log', async () => {
    const { body: lead } = await garage.source.ok('POST /leads', { body: newLead() });
    await garage.seller.api.ok(`GET /leads?q=${encodeURIComponent(lead.contact.lastName)}`);
    await garage.source.call('POST /leads', { body: { ...newLead(), contact: lead.contact, type: 'X' } });
    const logs = [...OUR_PROCESSES].map((part) => JSON.stringify(system.logOf(part))).join('\n');
    const unwanted = [
      ...[lead.contact.lastName, lead.contact.email, lead.contact.phone, 'une phrase assez longue'],
      ...['INTERNAL_TOKEN_SECRET', 'ACCESS_TOKEN_SECRET'].map((name) => system.run.env[name]!),
    ];
    for (const text of unwanted) expect(logs.includes(text) && text).toBe(false);
  });

  it('reads one OpenAPI 3.1 document of all services, and its pages for people', async () => {
    const document = (await (await fetch(`${system.run.gatewayUrl}/api/openapi.json`)).json()) as Json;
    expect(document.openapi).toBe('3.1.0');
    expect(Object.keys(document.paths)).toEqual(
      expect.arrayContaining([
        '/api/v1/auth/login',
        '/api/v1/leads',
        '/api/v1/leads/{id}/timeline',
        '/api/v1/points-of-sale/{id}/settings/incoming-leads',
        '/api/health/ready',
      ]),
    );
    expect(Object.keys(document.paths).filter((path) => path.includes('internal'))).toEqual([]);
    const docs = await fetch(`${system.run.gatewayUrl}/api/docs`);
    expect([docs.status, docs.headers.get('content-type')]).toEqual([
      200,
      expect.stringContaining('text/html'),
    ]);
  });
});
