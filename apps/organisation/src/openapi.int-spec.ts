import { startOrganisation, type OrganisationUnderTest } from './testing/organisation-under-test';

type Operation = {
  summary?: string;
  security?: object[];
  parameters?: { name: string; in: string }[];
  responses: Record<string, { description?: string; content?: Record<string, unknown> }>;
};
type Document = {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, { example?: object }> };
};

let organisation: OrganisationUnderTest;
let document: Document;
let operations: [string, Operation][];

beforeAll(async () => {
  organisation = await startOrganisation();
  document = (await organisation.call('GET /internal/openapi.json', { as: null })).body;
  operations = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]): [string, Operation] => [`${method} ${path}`, operation]),
  );
});
afterAll(() => organisation?.close());

describe('the OpenAPI document', () => {
  it('holds every public operation and no internal one', () => {
    expect(document.openapi).toBe('3.1.0');
    expect(operations.map(([name]) => name).sort()).toEqual([
      'delete /api-keys/{id}',
      'delete /lead-sources/{id}',
      'delete /teams/{id}',
      'get /api-keys',
      'get /lead-sources',
      'get /lead-sources/{id}',
      'get /me',
      'get /points-of-sale',
      'get /points-of-sale/{id}',
      'get /roles',
      'get /teams',
      'get /teams/{id}',
      'get /users',
      'get /users/{id}',
      'patch /lead-sources/{id}',
      'patch /points-of-sale/{id}',
      'patch /teams/{id}',
      'patch /users/{id}',
      'post /api-keys',
      'post /auth/login',
      'post /auth/logout',
      'post /auth/logout-everywhere',
      'post /auth/password-reset',
      'post /auth/password-reset/confirm',
      'post /auth/refresh',
      'post /lead-sources',
      'post /lead-sources/{id}/renew-token',
      'post /points-of-sale',
      'post /teams',
      'post /users',
      'post /users/{id}/invitation',
      'put /me/password',
      'put /roles/{role}/permissions',
    ]);
  });

  it('says in words what each does and answers', () => {
    for (const [name, operation] of operations) {
      expect([name, operation.summary]).toEqual([name, expect.stringMatching(/\w/)]);
      for (const [status, response] of Object.entries(operation.responses)) {
        expect([name, status, response.description]).toEqual([name, status, expect.stringMatching(/\w/)]);
        const hasBody = status !== '204' && status !== '202';
        expect([name, status, response.content !== undefined]).toEqual([name, status, hasBody]);
      }
    }
  });

  it('says which edits need If-Match, which POSTs take an Idempotency-Key, and what can go wrong there', () => {
    const named = (header: string) =>
      operations
        .filter(([, { parameters = [] }]) => parameters.some(({ name }) => name === header))
        .map(([name]) => name)
        .sort();
    expect(named('If-Match')).toEqual([
      'patch /lead-sources/{id}',
      'patch /points-of-sale/{id}',
      'patch /teams/{id}',
      'patch /users/{id}',
      'put /roles/{role}/permissions',
    ]);
    const creations = operations.map(([name]) => name).filter((name) => /^post \/(?!auth\/)/.test(name));
    expect(named('Idempotency-Key')).toEqual(creations.sort());
    expect(creations).toHaveLength(7);
    const statuses = (path: string, method: string) => Object.keys(document.paths[path]![method]!.responses);
    expect(statuses('/users/{id}', 'patch')).toEqual(
      expect.arrayContaining(['404', '409', '412', '422', '428']),
    );
    expect(statuses('/users', 'post')).toEqual(expect.arrayContaining(['201', '400', '403', '409', '422']));
    expect(statuses('/auth/login', 'post')).toEqual(
      expect.arrayContaining(['200', '400', '401', '429', '503']),
    );
  });

  it('needs no bearer token to sign in, to refresh, to sign out, and without a password', () => {
    for (const route of ['login', 'refresh', 'logout', 'password-reset', 'password-reset/confirm']) {
      expect(document.paths[`/auth/${route}`]!['post']!.security).toEqual([]);
    }
    expect(document.paths['/auth/logout-everywhere']!['post']!.security).toBeUndefined();
  });

  it('gives an example of every body', () => {
    const bodies = [
      'NewPointOfSale',
      'PointOfSaleChange',
      'NewUser',
      'UserChange',
      'NewApiKey',
      'NewTeam',
      'TeamChange',
      'NewLeadSource',
      'LeadSourceChange',
      'PasswordReset',
      'PasswordResetConfirmation',
      'PasswordChange',
      'Credentials',
      'NewRolePermissions',
    ];
    const names = Object.keys(document.components.schemas);
    for (const body of bodies) {
      const name = names.includes(`${body}Input`) ? `${body}Input` : body;
      expect([name, document.components.schemas[name]?.example]).toEqual([name, expect.any(Object)]);
    }
  });
});
