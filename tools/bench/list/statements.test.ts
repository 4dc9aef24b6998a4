import assert from 'node:assert/strict';
import { test } from 'node:test';
import { statementsIn } from './statements.ts';

const log = `2026-11-21 22:41:10.123 UTC [812] leads LOG:  execute <unnamed>: WITH page AS (
\t  SELECT id FROM leads.lead WHERE status = $1
\t) SELECT * FROM page
2026-11-21 22:41:10.123 UTC [812] leads DETAIL:  Parameters: $1 = 'it''s', $2 = NULL
2026-11-21 22:41:10.200 UTC [813] leads-worker LOG:  execute <unnamed>: SELECT cursor FROM leads.follower_cursor
2026-11-21 22:41:10.201 UTC [812] leads LOG:  statement: BEGIN
2026-11-21 22:41:10.300 UTC [812] leads LOG:  execute pages: SELECT 1
`;

test('statements of one application are read from the log of PostgreSQL, with their values', () => {
  assert.deepEqual(statementsIn(log, 'leads'), [
    {
      name: undefined,
      text: 'WITH page AS (\n  SELECT id FROM leads.lead WHERE status = $1\n) SELECT * FROM page',
      values: ["it's", null],
    },
    { name: 'pages', text: 'SELECT 1', values: [] },
  ]);
});
