import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CALLERS, matrixOf, type Operation } from './matrix.ts';

const cellsOf = (name: string, operation: Operation, schemas: Record<string, unknown> = {}) => {
  const [method = '', path = ''] = name.split(' ');
  const [row] = matrixOf({
    paths: { [path]: { [method.toLowerCase()]: operation } },
    components: { schemas },
  });
  return Object.fromEntries(CALLERS.map((caller, index) => [caller, row!.cells[index]]));
};

test('an operation is open to the roles that have its permission by default', () => {
  const cells = cellsOf('GET /api/v1/settings', { 'x-permission': 'settings.write' });
  assert.deepEqual(cells, {
    ...{ ADMIN: 'yes', MANAGER: 'yes', SALESPERSON: '403', CALL_CENTRE: '403', MARKETING: '403' },
    ...{ Elsewhere: 'own', 'API key': '403', Nobody: '401' },
  });
});

test('what is named by its id does not exist elsewhere, and no permission for it can be given by who lacks it', () => {
  assert.equal(cellsOf('GET /api/v1/leads/{id}', { 'x-permission': 'lead.read' })['Elsewhere'], '404');
  assert.equal(cellsOf('GET /api/v1/roles', { 'x-permission': 'role.write' })['Elsewhere'], '403');
});

test('what is made for a named point of sale is refused elsewhere', () => {
  const body = { content: { 'application/json': { schema: { $ref: '#/components/schemas/NewLead' } } } };
  const schemas = { NewLead: { properties: { pointOfSaleId: { type: 'string' } } } };
  const operation = { 'x-permission': 'lead.create', requestBody: body };
  assert.equal(cellsOf('POST /api/v1/leads', operation, schemas)['Elsewhere'], 'refused');
  const parameters = [{ name: 'pointOfSaleId', in: 'query' }];
  assert.equal(
    cellsOf('POST /api/v1/x', { 'x-permission': 'lead.read', parameters })['Elsewhere'],
    'refused',
  );
  assert.equal(cellsOf('GET /api/v1/x', { 'x-permission': 'lead.read', parameters })['Elsewhere'], 'own');
});

test('what is done to many things at once is answered for each of them', () => {
  const schema = { properties: { ids: { type: 'array' }, pointOfSaleId: { type: 'string' } } };
  const operation = {
    'x-permission': 'lead.assign',
    requestBody: { content: { 'application/json': { schema } } },
  };
  assert.equal(cellsOf('POST /api/v1/leads/assign', operation)['Elsewhere'], 'own');
});

test('an API key for leads may what says so, and nothing asks nobody for credentials but what is public', () => {
  const taken = { 'x-permission': 'lead.create', 'x-api-key-purposes': ['LEAD_SOURCE'] };
  assert.equal(cellsOf('POST /api/v1/leads', taken)['API key'], 'yes');
  const other = { 'x-permission': 'lead.create', 'x-api-key-purposes': ['TELEPHONY'] };
  assert.equal(cellsOf('POST /api/v1/calls', other)['API key'], '403');
  assert.equal(cellsOf('POST /api/v1/auth/login', { security: [] })['Nobody'], 'yes');
});

test('an operation that says nothing stops the page', () => {
  assert.throws(() => cellsOf('GET /api/v1/forgotten', {}), /GET \/api\/v1\/forgotten does not say/);
});
