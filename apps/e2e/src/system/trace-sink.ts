import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

type Value = { stringValue?: string; intValue?: number };
type Attribute = { key: string; value: Value };
type ExportedSpan = {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  attributes: Attribute[];
};
type Export = {
  resourceSpans: { resource: { attributes: Attribute[] }; scopeSpans: { spans: ExportedSpan[] }[] }[];
};

/** A span as it was exported, with the service that exported it. */
export type Span = Omit<ExportedSpan, 'attributes'> & {
  service: string;
  attributes: Record<string, string | number | undefined>;
};

/** A collector of traces (OTLP/HTTP in JSON) that keeps everything it is sent. */
export class TraceSink {
  readonly spans: Span[] = [];
  /** Every body as it came. */
  received = '';

  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  static async start(): Promise<TraceSink> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const sink = new TraceSink(server, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    server.on('request', (request, response) => {
      let body = '';
      request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
      request.on('end', () => {
        sink.#keep(body);
        response.setHeader('content-type', 'application/json').end('{}');
      });
    });
    return sink;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  #keep(body: string): void {
    this.received += body;
    for (const { resource, scopeSpans } of (JSON.parse(body) as Export).resourceSpans) {
      const service = String(valuesOf(resource.attributes)['service.name']);
      const spans = scopeSpans.flatMap((scope) => scope.spans);
      this.spans.push(...spans.map((span) => ({ ...span, service, attributes: valuesOf(span.attributes) })));
    }
  }
}

function valuesOf(attributes: Attribute[]): Span['attributes'] {
  return Object.fromEntries(attributes.map(({ key, value }) => [key, value.stringValue ?? value.intValue]));
}
