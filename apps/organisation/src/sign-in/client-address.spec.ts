import { clientAddress } from './client-address';

it.each([
  ['203.0.113.7', '203.0.113.7'],
  ['made up by the client, 203.0.113.7', '203.0.113.7'],
  [undefined, '127.0.0.1'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['::FFFF:cb00:7107', '203.0.113.7'],
  ['2001:db8:0:7:aaaa:bbbb:cccc:dddd', '2001:db8:0:7::/64'],
  ['2001:0DB8::7:0:0:0:1', '2001:db8:0:7::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['unknown', 'unknown'],
])('attempts behind X-Forwarded-For %j are counted for %j', (header, address) => {
  expect(clientAddress({ headers: { 'x-forwarded-for': header }, ip: '127.0.0.1' })).toBe(address);
});
