import { DEFAULT_PERMISSIONS, PERMISSIONS, ROLES, type Role } from '@relance/contracts-organisation';
import {
  ADMIN,
  person,
  startOrganisation,
  type OrganisationUnderTest,
} from '../testing/organisation-under-test';

let organisation: OrganisationUnderTest;

beforeAll(async () => {
  organisation = await startOrganisation();
});
afterAll(() => organisation?.close());

const save = (role: string, version: number, permissions: unknown, as = ADMIN) =>
  organisation.call(`PUT /roles/${role}/permissions`, {
    ...{ as, body: { permissions } },
    headers: { 'if-match': `"${version}"` },
  });
const rightsOf = async (role: Role) =>
  (await organisation.call('GET /roles')).body.items.find((each: { role: Role }) => each.role === role);

/** Waits until so many transactions wait for a lock. */
async function untilWaiting(count: number): Promise<void> {
  for (;;) {
    const rows = await organisation.database.admin.query<unknown[]>(
      `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    );
    if (rows.length >= count) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

describe('roles (S2.12)', () => {
  it('start with their default permissions; Admin has all of them', async () => {
    const { status, body } = await organisation.call('GET /roles');
    expect([status, body.items.map(({ role }: { role: Role }) => role)]).toEqual([200, [...ROLES]]);
    for (const { role, permissions, editable, version } of body.items) {
      const expected = role === 'ADMIN' ? PERMISSIONS : DEFAULT_PERMISSIONS[role as Role];
      expect([role, permissions, editable, version]).toEqual([role, [...expected], role !== 'ADMIN', 0]);
    }
  });

  it('are edited by Admin: the answer, the list and the log say the same', async () => {
    const { status, headers, body } = await save('CALL_CENTRE', 0, ['lead.take', 'lead.read', 'lead.read']);
    const saved = {
      role: 'CALL_CENTRE',
      permissions: ['lead.read', 'lead.take'],
      editable: true,
      version: 1,
    };
    expect([status, headers.get('etag'), body]).toEqual([200, '"1"', saved]);
    expect(await rightsOf('CALL_CENTRE')).toEqual(saved);
    const events = await organisation.database.admin.query(
      `SELECT data, actor FROM organisation.event WHERE type = 'role.permissionsSaved'`,
    );
    const data = { role: 'CALL_CENTRE', permissions: saved.permissions };
    expect(events).toEqual([{ data, actor: { kind: 'user', id: ADMIN.userId } }]);
    expect((await save('CALL_CENTRE', 1, [])).body.permissions).toEqual([]);
  });

  it('are not written over: of two edits of one version the second gets 412, and one without a version 428', async () => {
    const { admin } = organisation.database;
    const edits = await admin.transaction(async (tx) => {
      // Both come as far as they can before either of them can write.
      await tx.query('LOCK TABLE organisation.role_rights IN EXCLUSIVE MODE');
      const both = [1, 2].map(() => save('MARKETING', 0, ['lead.read']));
      await untilWaiting(2);
      return both;
    });
    const answers = await Promise.all(edits);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
    expect((await rightsOf('MARKETING')).version).toBe(1);
    const bare = await organisation.call('PUT /roles/MARKETING/permissions', { body: { permissions: [] } });
    expect([bare.status, bare.body.code]).toEqual([428, 'IF_MATCH_REQUIRED']);
  });

  it.each<[string, string, unknown, number, string]>([
    ['what Admin may cannot be edited', 'ADMIN', ['lead.read'], 409, 'ROLE_NOT_EDITABLE'],
    ['nobody else gives rights', 'MANAGER', ['lead.read', 'role.write'], 422, 'PERMISSION_NOT_GRANTABLE'],
    [
      'nobody acts on what they may not read',
      'MANAGER',
      ['lead.create', 'lead.take'],
      422,
      'LEAD_READ_NEEDED',
    ],
    ['nor takes it away in a file', 'MARKETING', ['user.read', 'lead.export'], 422, 'LEAD_READ_NEEDED'],
    ['an unknown permission', 'MANAGER', ['lead.fly'], 400, 'VALIDATION_FAILED'],
    ['no list', 'MANAGER', 'lead.read', 400, 'VALIDATION_FAILED'],
    ['an unknown role', 'KING', ['lead.read'], 400, 'VALIDATION_FAILED'],
  ])('%s', async (_what, role, permissions, status, code) => {
    const { body } = await save(role, 0, permissions);
    expect([body.status, body.code]).toEqual([status, code]);
    if (status === 422) expect(body.errors[0].path).toBe('permissions.1');
    expect((await rightsOf('MANAGER')).version).toBe(0);
  });

  it('may send leads in without reading any', async () => {
    const { version } = await rightsOf('CALL_CENTRE');
    const saved = await save('CALL_CENTRE', version, ['lead.create', 'lead.import', 'settings.read']);
    expect([saved.status, saved.body.permissions]).toEqual([
      200,
      ['lead.create', 'lead.import', 'settings.read'],
    ]);
  });

  it('are for Admin alone', async () => {
    for (const role of ROLES.filter((each) => each !== 'ADMIN')) {
      const as = person(role, []);
      expect((await organisation.call('GET /roles', { as })).status).toBe(403);
      expect((await save(role, 0, ['lead.read'], as)).status).toBe(403);
    }
  });
});
