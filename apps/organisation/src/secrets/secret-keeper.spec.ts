import { SecretKeeper } from './secret-keeper';

const keeper = new SecretKeeper('a secret of the environment');

describe('the keeper of secrets', () => {
  it('opens what it sealed, which never looks the same', () => {
    const sealed = keeper.seal('rlk_ clé');
    expect(keeper.unseal(sealed)).toBe('rlk_ clé');
    expect(keeper.seal('rlk_ clé')).not.toBe(sealed);
  });

  it('opens nothing that was altered, or sealed under another secret', () => {
    const bytes = Buffer.from(keeper.seal('rlk_'), 'base64url');
    bytes[bytes.length - 1]! ^= 1;
    expect(() => keeper.unseal(bytes.toString('base64url'))).toThrow();
    expect(() => new SecretKeeper('another').unseal(keeper.seal('rlk_'))).toThrow();
  });

  it('gives equal texts equal fingerprints, under one secret only', () => {
    expect(keeper.fingerprint('a')).toBe(keeper.fingerprint('a'));
    expect(keeper.fingerprint('a')).not.toBe(keeper.fingerprint('b'));
    expect(keeper.fingerprint('a')).not.toBe(new SecretKeeper('another').fingerprint('a'));
  });
});
