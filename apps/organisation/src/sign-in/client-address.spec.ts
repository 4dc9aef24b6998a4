import { clientAddress } from './client-address';

it.each([
  ['203.0.113.7', '203.0.113.7'],
  ['made up by the client, 203.0.113.7', '203.0.113.7'],
  [undefined, '127.0.0.1'],
])('the address behind X-Forwarded-For %j is %j', (header, address) => {
  expect(clientAddress({ headers: { 'x-forwarded-for': header }, ip: '127.0.0.1' })).toBe(address);
});
