import { startOrganisation, type OrganisationUnderTest } from '../testing/organisation-under-test';
import { Housekeeping } from './housekeeping';

let organisation: OrganisationUnderTest;
beforeAll(async () => {
  organisation = await startOrganisation();
});
afterAll(() => organisation?.close());

it('house-keeping forgets what is over, and only that', async () => {
  const { admin } = organisation.database;
  const body = { name: 'Zoé', email: 'zoe@relance.example', password: 'a long password', role: 'ADMIN' };
  const user = (await organisation.call('POST /users', { body, headers: { 'idempotency-key': 'k' } })).body;
  await admin.query(
    `INSERT INTO organisation.session (id, user_id, expires_at) VALUES
       (gen_random_uuid(), $1, now() - interval '15 days'), (gen_random_uuid(), $1, now() + interval '1 day')`,
    [user.id],
  );
  await admin.query(
    `INSERT INTO organisation.refresh_token (token_hash, session_id, used_at)
     SELECT encode(sha256(convert_to(s.id::text || t.at, 'UTF8')), 'hex'), s.id, t.at::timestamptz
       FROM organisation.session s, (VALUES ((now() - interval '15 days')::text), (now()::text)) AS t(at)`,
  );
  await admin.query(
    `INSERT INTO organisation.sign_in_attempt (attempt_hash, attempts, window_ends_at) VALUES
       (repeat('a', 64), 3, now() - interval '1 second'), (repeat('b', 64), 3, now() + interval '1 minute')`,
  );
  await admin.query(
    `INSERT INTO organisation.password_link (user_id, token_hash, purpose, expires_at)
     VALUES ($1, repeat('a', 64), 'INVITATION', now() - interval '1 second')`,
    [user.id],
  );
  await admin.query(
    `INSERT INTO organisation.sign_in_place (place_hash, seen_at) VALUES
       (repeat('a', 64), now() - interval '181 days'), (repeat('b', 64), now() - interval '170 days')`,
  );

  await organisation.get(Housekeeping).run();
  const counts = `SELECT (SELECT count(*)::int FROM organisation.session) AS sessions,
                         (SELECT count(*)::int FROM organisation.refresh_token) AS tokens,
                         (SELECT count(*)::int FROM organisation.sign_in_attempt) AS attempts,
                         (SELECT count(*)::int FROM organisation.password_link) AS links,
                         (SELECT count(*)::int FROM organisation.sign_in_place) AS places,
                         (SELECT count(*)::int FROM organisation.idempotency_key) AS keys`;
  const left = { sessions: 1, tokens: 1, attempts: 1, links: 0, places: 1 };
  expect(await admin.query(counts)).toEqual([{ ...left, keys: 1 }]);
  await admin.query(`UPDATE organisation.idempotency_key SET created_at = now() - interval '49 hours'`);
  await organisation.get(Housekeeping).run();
  expect(await admin.query(counts)).toEqual([{ ...left, keys: 0 }]);
});
