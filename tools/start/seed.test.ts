import assert from 'node:assert/strict';
import { test } from 'node:test';
import { firstDataIn } from './seed.ts';

test('the accounts are found behind log lines', () => {
  const account = { email: 'a@example.org', password: 'p', role: 'ADMIN' };
  const printed = `{"level":"info","msg":"seeding"}\n${JSON.stringify({ accounts: [account] })}\n`;
  assert.deepEqual(firstDataIn(printed, 'organisation'), {
    accounts: [account],
    apiKeys: [],
    pointsOfSale: [],
  });
  assert.deepEqual(firstDataIn('{"level":"info"}\n', 'leads').accounts, []);
});
