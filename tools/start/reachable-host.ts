/** Where this machine reaches what listens on an address, as it stands in a URL: on all of them, the loopback. */
export function reachableHost(host = '127.0.0.1'): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}
