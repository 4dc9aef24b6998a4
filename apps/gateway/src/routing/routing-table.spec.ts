import { destinationOf, servicePath } from './routing-table';

const destination = (url: string) => {
  const path = servicePath(url);
  return path === undefined ? undefined : destinationOf(path);
};

describe('the routing table', () => {
  it.each([
    ['/api/v1/auth/login', 'organisation'],
    ['/api/v1/me', 'organisation'],
    ['/api/v1/users?limit=3', 'organisation'],
    ['/api/v1/points-of-sale/1', 'organisation'],
    ['/api/v1/points-of-sale/1/settings/incoming-leads', 'leads'],
    ['/api/v1/api-keys/1', 'organisation'],
    ['/api/v1/teams/1', 'organisation'],
    ['/api/v1/lead-sources/1/renew-token', 'organisation'],
    ['/api/v1/me/password', 'organisation'],
    ['/api/v1/auth/logout-everywhere', 'organisation'],
    ['/api/v1/leads', 'leads'],
    ['/api/v1/leads/1/take', 'leads'],
    ['/api/v1/leads/export?status=WON', 'leads'],
    ['/api/v1/lead-views', 'leads'],
    ['/api/v1/lead-views/1', 'leads'],
    ['/api/v1/lead-imports', 'leads'],
    ['/api/v1/lead-imports/1/rejected', 'leads'],
    ['/api/v1/lead-sources', 'organisation'],
    ['/api/v1/lead-sources/1', 'organisation'],
    ['/api/v1/lead-sources/1/test-lead', 'leads'],
    ['/api/v1/forms/token', 'leads'],
  ])('sends %s to %s', (url, service) => {
    expect(destination(url)?.service).toBe(service);
  });

  it.each(['login', 'refresh', 'logout'])('lets anybody reach /auth/%s, and hands it cookies', (action) => {
    expect(destination(`/api/v1/auth/${action}`)).toMatchObject({ access: 'public', cookies: true });
  });

  it.each(['password-reset', 'password-reset/confirm'])(
    'lets anybody reach /auth/%s, without cookies',
    (action) => {
      expect(destination(`/api/v1/auth/${action}`)).toMatchObject({ access: 'public', cookies: false });
    },
  );

  it('lets anybody post a form, and hands it no cookies', () => {
    expect(destination('/api/v1/forms/token')).toMatchObject({
      access: 'public',
      cookies: false,
      form: true,
    });
    expect(destination('/api/v1/forms')).toBeUndefined();
    expect(destination('/api/v1/forms/token/more')).toBeUndefined();
  });

  it('gives files the time they need', () => {
    expect(destination('/api/v1/lead-imports')).toMatchObject({ access: 'signed-in', slow: true });
    expect(destination('/api/v1/leads/export')).toMatchObject({ access: 'signed-in', slow: true });
    expect(destination('/api/v1/lead-imports/1')).toMatchObject({ access: 'signed-in', slow: false });
  });

  it('asks for credentials and keeps cookies everywhere else', () => {
    expect(destination('/api/v1/auth/sessions')).toMatchObject({ access: 'signed-in' });
    expect(destination('/api/v1/leads')).toMatchObject({ access: 'signed-in', cookies: false });
    expect(destination('/api/v1/auth/logout-everywhere')).toMatchObject({ access: 'signed-in' });
    expect(destination('/api/v1/auth/password-reset/x')).toMatchObject({ access: 'signed-in' });
    expect(destination('/api/v1/auth/login/x')).toMatchObject({ access: 'signed-in' });
  });

  it.each([
    '/api/v1/internal/events',
    '/api/v1/metrics',
    '/api/v1/health/ready',
    '/internal/events',
    '/api/v1/leads/../internal/events',
    '/api/v1/leads/%2e%2e/internal/events',
    '/api/v1/leads/%2E./internal/events',
    '/api/v1/leads/..',
    '/api/v1/leads/./x',
    '/api/v1/leads\\..\\internal',
    '/api/v1/leads%2f..%2finternal',
    '/api/v1//internal/events',
    '/api/v1/leadsx',
    '/api/v1',
    'http://elsewhere/api/v1/leads',
  ])('does not know %s', (url) => {
    expect(destination(url)).toBeUndefined();
  });
});
