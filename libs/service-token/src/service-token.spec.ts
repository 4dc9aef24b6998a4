import { SignJWT } from 'jose';
import {
  canSeePointOfSale,
  hasPermission,
  isPrincipal,
  principalId,
  type Principal,
  type UserPrincipal,
} from './principal';
import { InvalidServiceTokenError, ServiceTokenSigner, ServiceTokenVerifier } from './service-token';

const SECRET = 'a secret of at least thirty-two bytes';
const ada: UserPrincipal = {
  kind: 'user',
  userId: 'u1',
  name: 'Ada',
  role: 'MANAGER',
  pointOfSaleIds: ['p1'],
  permissions: ['lead.read', 'lead.take'],
};
const key: Principal = {
  kind: 'apiKey',
  apiKeyId: 'k1',
  name: 'Portal',
  purpose: 'LEAD_SOURCE',
  pointOfSaleId: 'p1',
};
const service: Principal = { kind: 'service', service: 'leads' };

function handMade(claims: Record<string, unknown>, secondsAgo = 0, secret = SECRET): Promise<string> {
  const issuedAt = Math.floor(Date.now() / 1000) - secondsAgo;
  return new SignJWT(claims)
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuer('gateway')
    .setAudience('leads')
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + 60)
    .sign(new TextEncoder().encode(secret));
}

describe('a service token', () => {
  it.each([ada, key, service])('brings $kind to its audience', async (principal) => {
    const token = await new ServiceTokenSigner(SECRET, 'gateway').sign(principal, 'leads');
    const verifier = new ServiceTokenVerifier(SECRET, 'leads');
    expect(verifier.remembered(token)).toBeUndefined();
    await expect(verifier.verify(token)).resolves.toEqual(principal);
    expect(verifier.remembered(token)).toEqual(principal);
  });

  it('is signed once for many calls, for each audience and principal apart', async () => {
    const signer = new ServiceTokenSigner(SECRET, 'gateway');
    const first = await signer.sign(ada, 'leads');
    expect(await signer.sign({ ...ada }, 'leads')).toBe(first);
    expect(await signer.sign(ada, 'leads')).toBe(first);
    expect(await signer.sign(ada, 'organisation')).not.toBe(first);
    expect(await signer.sign({ ...ada, pointOfSaleIds: ['p2'] }, 'leads')).not.toBe(first);
  });

  it.each([
    ['nonsense', () => Promise.resolve('nonsense')],
    ['another audience', () => new ServiceTokenSigner(SECRET, 'gateway').sign(ada, 'organisation')],
    ['another secret', () => handMade({ principal: ada }, 0, 'another secret of thirty-two bytes!')],
    ['one older than a minute', () => handMade({ principal: ada }, 70)],
    ['no principal', () => handMade({})],
    ['a principal of no kind', () => handMade({ principal: { kind: 'god' } })],
    ['a person without permissions', () => handMade({ principal: { ...ada, permissions: undefined } })],
    ['a role nobody has', () => handMade({ principal: { ...ada, role: 'KING' } })],
  ])('is refused for %s', async (_what, make) => {
    const verifier = new ServiceTokenVerifier(SECRET, 'leads');
    await expect(verifier.verify(await make())).rejects.toThrow(InvalidServiceTokenError);
  });

  it('brings no permission this version does not know', async () => {
    const token = await handMade({ principal: { ...ada, permissions: ['lead.fly', 'lead.take'] } });
    await expect(new ServiceTokenVerifier(SECRET, 'leads').verify(token)).resolves.toEqual({
      ...ada,
      permissions: ['lead.take'],
    });
  });

  it('is not remembered beyond its minute', async () => {
    const verifier = new ServiceTokenVerifier(SECRET, 'leads');
    const token = await handMade({ principal: ada }, 59);
    await verifier.verify(token);
    const later = Date.now() + 2_000;
    const now = jest.spyOn(Date, 'now').mockReturnValue(later);
    expect(verifier.remembered(token)).toBeUndefined();
    now.mockRestore();
  });

  it('needs a secret worth the name', () => {
    expect(() => new ServiceTokenSigner('short', 'gateway')).toThrow(/32 bytes/);
  });
});

describe('a principal', () => {
  it('sees its own points of sale only', () => {
    expect([ada, key, service].map((each) => canSeePointOfSale(each, 'p1'))).toEqual([true, true, true]);
    expect([ada, key, service].map((each) => canSeePointOfSale(each, 'p2'))).toEqual([false, false, true]);
    expect(canSeePointOfSale({ ...ada, pointOfSaleIds: 'ALL' }, 'p2')).toBe(true);
  });
  it('may what its permissions say, and only as a person', () => {
    expect([ada, key, service].map((each) => hasPermission(each, 'lead.take'))).toEqual([true, false, false]);
    expect(hasPermission(ada, 'lead.close')).toBe(false);
  });
  it('has one name', () => {
    expect([ada, key, service].map(principalId)).toEqual(['user:u1', 'apiKey:k1', 'service:leads']);
  });
  it.each([
    null,
    1,
    {},
    { kind: 'user' },
    { ...ada, pointOfSaleIds: [1] },
    { ...ada, permissions: 'ALL' },
    { ...ada, permissions: [1] },
    { ...key, purpose: 'ANY' },
    { kind: 'service' },
  ])('is not %j', (value) => {
    expect(isPrincipal(value)).toBe(false);
  });
});
