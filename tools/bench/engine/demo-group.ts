/** What the demo data has of use for a bench; see `apps/organisation/src/demo-data`. */
export const demoPointOfSale = {
  id: '01990000-0000-7000-8000-000000000101',
  apiKey: 'rlk_demo_garage_du_port',
} as const;

const admin = { email: 'admin@relance.example', password: 'Relance-demo-2026' } as const;

/** Calls the API as the admin of the demo data. */
export interface AdminApi {
  /** @throws an Error with the problem when the answer is no success */
  call<T>(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<T>;
  /** Value of the `authorization` header, for requests made elsewhere. */
  readonly authorization: string;
}

export async function signInAsAdmin(gatewayUrl: string): Promise<AdminApi> {
  const base = `${gatewayUrl}/api/v1`;
  const ask = async <T>(method: string, path: string, headers: Record<string, string>, body?: unknown) => {
    const answer = await fetch(`${base}${path}`, {
      method,
      headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as T;
  };
  const { accessToken } = await ask<{ accessToken: string }>('POST', '/auth/login', {}, admin);
  const authorization = `Bearer ${accessToken}`;
  return {
    authorization,
    call: (method, path, body, headers = {}) => ask(method, path, { authorization, ...headers }, body),
  };
}
