import { organisationConfig, seedConfig } from './config';

const SECRET = 'x'.repeat(32);
const COMPLETE = {
  ORGANISATION_DATABASE_URL: 'postgres://relance_organisation@localhost/relance',
  INTERNAL_TOKEN_SECRET: SECRET,
  ACCESS_TOKEN_SECRET: SECRET,
};

describe('the configuration', () => {
  it('has defaults for all but secrets and addresses', () => {
    expect(organisationConfig(COMPLETE)).toMatchObject({
      HOST: '127.0.0.1',
      PORT: 3001,
      PUBLIC_URL: 'http://localhost:3000',
      SMTP_URL: 'smtp://127.0.0.1:1025',
      MAIL_FROM: 'Relance <relance@relance.example>',
    });
  });

  it('names what is wrong and never says its value', () => {
    const wrong = { ...COMPLETE, ACCESS_TOKEN_SECRET: 'short' };
    expect(() => organisationConfig(wrong)).toThrow(/ACCESS_TOKEN_SECRET/);
    expect(() => organisationConfig(wrong)).not.toThrow(/short/);
    expect(() => organisationConfig({ ...COMPLETE, SMTP_URL: 'mail.example' })).toThrow(/SMTP_URL/);
    expect(() => seedConfig({ ...COMPLETE, ADMIN_PASSWORD: 'tiny' })).toThrow(/ADMIN_PASSWORD/);
  });

  it('takes an empty ADMIN_EMAIL as none', () => {
    expect(seedConfig({ ...COMPLETE, ADMIN_EMAIL: '', ADMIN_PASSWORD: '' })).toMatchObject({
      ADMIN_EMAIL: undefined,
      ADMIN_PASSWORD: undefined,
    });
  });
});
