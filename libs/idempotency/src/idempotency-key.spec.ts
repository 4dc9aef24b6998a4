import { ValidationError } from '@relance/service-runtime';
import { readIdempotencyKey } from './idempotency-key.decorator';
import { requestHash } from './request-hash';

describe('the header Idempotency-Key', () => {
  it.each([undefined, 'a', 'x'.repeat(255), '!~'])('may be %p', (key) => {
    expect(readIdempotencyKey(key)).toBe(key);
  });
  it.each(['', 'x'.repeat(256), 'a b', 'é', ['a', 'b']])('must not be %p', (key) => {
    expect(() => readIdempotencyKey(key)).toThrow(ValidationError);
  });
});

describe('the hash of a request', () => {
  const hash = (body: unknown, operation = 'o'): string => requestHash({ operation, body }).toString('hex');
  it('does not depend on the order of properties, nor on absent ones', () => {
    expect(hash({ a: 1, b: { c: 2, d: undefined } })).toBe(hash({ b: { c: 2 }, a: 1 }));
  });
  it.each([
    [{ a: 1 }, { a: '1' }],
    [{ a: [1, 2] }, { a: [2, 1] }],
    [{ a: null }, {}],
    [{ a: { b: 1 } }, { 'a.b': 1 }],
  ])('tells %j from %j', (one, two) => {
    expect(hash(one)).not.toBe(hash(two));
  });
  it('tells operations apart', () => {
    expect(hash({}, 'a')).not.toBe(hash({}, 'b'));
  });
});
