import { MailNotTakenError } from './mail-not-taken';

const refusal = (change: object = {}) =>
  Object.assign(new Error('550 5.1.1 <zoe@example.com>: unknown'), {
    ...{ code: 'EENVELOPE', command: 'RCPT TO', responseCode: 550 },
    ...{ response: '550 5.1.1 <zoe@example.com>: unknown', rejected: ['zoe@example.com'] },
    ...change,
  });

describe('an e-mail that SMTP did not take', () => {
  it.each([
    [refusal(), '550 5.1.1 at RCPT TO (EENVELOPE)'],
    [refusal({ response: '451 try later', responseCode: 451 }), '451 at RCPT TO (EENVELOPE)'],
    [{ code: 'ETIMEDOUT', command: 'CONN' }, 'at CONN (ETIMEDOUT)'],
    [new Error('zoe@example.com'), 'no answer'],
    [undefined, 'no answer'],
    [refusal({ code: 'zoe@example.com', command: 'RCPT TO:<zoe@example.com>' }), '550 5.1.1'],
  ])('says codes alone, never the words of a server (%#)', (failure, said) => {
    const error = new MailNotTakenError(failure);
    expect(error.message).toBe(`SMTP did not take the e-mail: ${said}`);
    expect(JSON.stringify([error, error.stack, error.cause ?? null])).not.toContain('zoe');
  });

  it.each([
    [550, 'RCPT TO', true],
    [450, 'RCPT TO', false],
    [550, 'MAIL FROM', false],
    [554, 'DATA', false],
  ])('%i at %s: refused for good %s', (responseCode, command, forGood) => {
    expect(new MailNotTakenError({ responseCode, command }).isForGood).toBe(forGood);
  });
});
