import { randomUUID } from 'node:crypto';
import { ago, newLead, openDealership, signInAsAdmin, type Dealership } from '../client/dealership';
import { eventually } from '../system/eventually';
import { Relance } from '../system/relance';
import { TraceSink, type Span } from '../system/trace-sink';

let sink: TraceSink;
let system: Relance;
let garage: Dealership;

beforeAll(async () => {
  sink = await TraceSink.start();
  system = await Relance.start({
    env: { OTEL_EXPORTER_OTLP_ENDPOINT: sink.url, OTEL_BSP_SCHEDULE_DELAY: '200' },
  });
  garage = await openDealership(system, await signInAsAdmin(system));
});
afterAll(async () => {
  await system?.remove();
  await sink?.stop();
});

const find = (service: string, name: string, correlationId: string): Promise<Span> =>
  eventually(() => {
    const found = sink.spans.find(
      ({ attributes, ...span }) =>
        span.service === service &&
        span.name === name &&
        attributes['relance.correlation_id'] === correlationId,
    );
    if (!found) throw new Error(`no span ${name} of ${service}: ${sink.spans.map((each) => each.name)}`);
    return found;
  });

describe('with a collector of traces', () => {
  it('gateway, service and PostgreSQL stand in one trace, named by their routes and not by what was asked', async () => {
    const correlationId = randomUUID();
    const sought = `Zxqvy${randomUUID().slice(0, 8)}`;
    const query = `q=${sought}&status=IN_PROGRESS`;
    await garage.seller.api.ok(`GET /leads?${query}`, { headers: { 'x-correlation-id': correlationId } });

    const atGateway = await find('relance-gateway', 'GET /api/v1/*', correlationId);
    const atLeads = await find('relance-leads', 'GET /leads', correlationId);
    expect(atLeads).toMatchObject({ traceId: atGateway.traceId, parentSpanId: atGateway.spanId });
    expect(atLeads.attributes).toMatchObject({ 'http.route': '/leads', 'http.response.status_code': 200 });
    await eventually(() => {
      const below = sink.spans.filter(({ parentSpanId }) => parentSpanId === atLeads.spanId);
      expect(below.map(({ name }) => name)).toContainEqual(expect.stringMatching(/^pg/));
    });
    expect(sink.received).toContain(atLeads.spanId);
    for (const text of [sought, 'status=IN_PROGRESS']) expect(sink.received).not.toContain(text);
  });

  it('an activity is found by the correlation id of the request that brought its lead', async () => {
    const correlationId = randomUUID();
    const { body: lead } = await garage.source.ok('POST /leads', {
      body: newLead({ receivedAt: ago({ minutes: 3, seconds: 19 }) }),
      headers: { 'x-correlation-id': correlationId },
    });
    const sent = await find('relance-leads-worker', 'activity sendReminder', correlationId);
    expect(sent.attributes['relance.lead_id']).toBe(lead.id);
    const { lastName, email, phone } = lead.contact;
    for (const text of [lastName, email, phone]) expect(sink.received).not.toContain(text);
  });
});
