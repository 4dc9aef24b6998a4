import { incomingWithoutQuery, outgoingWithoutQuery } from './without-queries';

describe('what a span says of a request', () => {
  it('has no query when it came in', () => {
    const hidden = { 'url.query': undefined, 'http.target': undefined, 'http.url': undefined };
    expect(incomingWithoutQuery({ url: '/leads?q=Durand' })).toEqual(hidden);
    expect(incomingWithoutQuery({ url: '/leads' })).toEqual({});
  });

  it('has none when it is ours, either', () => {
    const request = { hostname: 'crm.example', port: 8443, protocol: 'https:', path: '/leads?q=Durand' };
    const said = outgoingWithoutQuery(request);
    expect(said['url.full']).toBe('https://crm.example:8443/leads');
    expect(JSON.stringify(said)).not.toContain('Durand');
    expect(outgoingWithoutQuery({ host: 'crm.example', path: '/a?b' })['url.full']).toBe(
      'http://crm.example/a',
    );
    expect(outgoingWithoutQuery({ path: '/leads' })).toEqual({});
  });
});
