import type { FastifyRequest } from 'fastify';
import { isIPv6 } from 'node:net';

/**
 * Where a request comes from, as attempts are counted: an IPv4 address, or the /64 network of an IPv6 address, of which
 * whoever has one has all. The gateway, which alone can call, says it as the last entry of `X-Forwarded-For`; what a
 * client wrote into that header stands before it.
 */
export function clientAddress(request: Pick<FastifyRequest, 'headers' | 'ip'>): string {
  const forwarded = [request.headers['x-forwarded-for'] ?? ''].flat().at(-1)!;
  const address = forwarded.split(',').at(-1)!.trim() || request.ip;
  return isIPv6(address) ? networkOf(address) : address;
}

/** `2001:db8:0:7::/64`; an IPv4 address that is written as an IPv6 one is itself. */
function networkOf(address: string): string {
  const groups = groupsOf(address);
  if (groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff) {
    return [groups[6]! >> 8, groups[6]! & 255, groups[7]! >> 8, groups[7]! & 255].join('.');
  }
  const network = groups.slice(0, 4).map((group) => group.toString(16));
  return `${network.join(':')}::/64`;
}

/** The eight numbers of an IPv6 address, in whatever way it is written. */
function groupsOf(address: string): number[] {
  // A URL has them in one way only: in hexadecimal, shortened by at most one `::`.
  const [host] = address.split('%', 1);
  const [before = '', after] = new URL(`http://[${host}]`).hostname.slice(1, -1).split('::');
  const numbers = (text: string) => (text === '' ? [] : text.split(':').map((group) => parseInt(group, 16)));
  if (after === undefined) return numbers(before);
  const [head, tail] = [numbers(before), numbers(after)];
  return [...head, ...Array<number>(8 - head.length - tail.length).fill(0), ...tail];
}
