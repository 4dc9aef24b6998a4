import assert from 'node:assert/strict';

/** An answer as it came: the specs say what is in it, and a path that is not there fails them. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Json = any;

/** What came back: `body` is parsed when it is JSON of any kind, else the text. */
export type Answer = { status: number; headers: Headers; body: Json; etag: string | null };

export type CallOptions = {
  body?: unknown;
  headers?: Record<string, string>;
};

/** Speaks to the gateway for one caller. Every refusal it meets has to be a problem of RFC 9457. */
export class Api {
  constructor(
    private readonly gatewayUrl: string,
    private readonly credentials: Record<string, string> = {},
  ) {}

  /** For a person who signs in. */
  static async signIn(gatewayUrl: string, email: string, password: string): Promise<Api> {
    const answer = await new Api(gatewayUrl).call('POST /auth/login', { body: { email, password } });
    assert.equal(answer.status, 200, JSON.stringify(answer.body));
    return new Api(gatewayUrl, { authorization: `Bearer ${answer.body.accessToken}` });
  }

  /** For a source of leads. */
  static withKey(gatewayUrl: string, key: string): Api {
    return new Api(gatewayUrl, { 'x-api-key': key });
  }

  /** @param route `<METHOD> <path below /api/v1>`; a string or bytes as body is sent as it is */
  async call(route: string, { body, headers = {} }: CallOptions = {}): Promise<Answer> {
    const [method, path] = route.split(' ') as [string, string];
    const raw = typeof body === 'string' || body instanceof Uint8Array;
    const response = await fetch(`${this.gatewayUrl}/api/v1${path}`, {
      method,
      headers: {
        ...(body === undefined || raw ? {} : { 'content-type': 'application/json' }),
        ...this.credentials,
        ...headers,
      },
      body: raw ? (body as string) : body === undefined ? undefined : JSON.stringify(body),
      redirect: 'manual',
    });
    const text = await response.text();
    const type = response.headers.get('content-type') ?? '';
    const answer = {
      status: response.status,
      headers: response.headers,
      body: /json/.test(type) ? JSON.parse(text) : text,
      etag: response.headers.get('etag'),
    };
    if (answer.status >= 400) requireProblem(answer, type);
    return answer;
  }

  /** Opens an answer that goes on; the caller reads it. @param path below /api/v1 */
  open(path: string, signal: AbortSignal): Promise<Response> {
    return fetch(`${this.gatewayUrl}/api/v1${path}`, { headers: this.credentials, signal });
  }

  /** A call that has to succeed. */
  async ok(route: string, options: CallOptions = {}): Promise<Answer> {
    const answer = await this.call(route, options);
    assert.ok(answer.status < 300, `${route}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer;
  }

  /** An edit of what was just read: `route` with the ETag of the resource. */
  async edit(route: string, resource: string, body: unknown): Promise<Answer> {
    const { etag } = await this.ok(`GET ${resource}`);
    assert.ok(etag, `${resource} has no ETag`);
    return this.ok(route, { body, headers: { 'if-match': etag } });
  }
}

function requireProblem(answer: Answer, type: string): void {
  assert.match(type, /^application\/problem\+json/, JSON.stringify(answer.body));
  const { type: kind, title, status, detail, code, errors } = answer.body;
  assert.equal(status, answer.status);
  for (const text of [kind, title, detail, code]) assert.equal(typeof text, 'string');
  assert.match(code, /^[A-Z][A-Z_]+$/);
  assert.ok(Array.isArray(errors));
}
