import type { ArgumentsHost } from '@nestjs/common';
import { configureLogging, ValidationError } from '@relance/service-runtime';
import { FormErrorFilter } from './form-answers';
import { FORM_PAGE_POLICY } from './form-page';
import { UnknownFormError, UnreadableContactError } from './lead-form.errors';

beforeAll(() => configureLogging('lead-forms-spec', 'silent'));

/** What a filter answers to an error. */
function answer(error: unknown, type = 'application/x-www-form-urlencoded') {
  const sent = { status: 0, headers: {} as Record<string, string>, body: '' };
  const reply = {
    raw: { headersSent: false },
    status: (status: number) => ((sent.status = status), reply),
    code: (status: number) => ((sent.status = status), reply),
    header: (name: string, value: string) => ((sent.headers[name] = value), reply),
    send: (body: string) => ((sent.body = body), reply),
  };
  const request = { headers: { 'content-type': type, referer: 'https://garage.example/' } };
  const http = { getRequest: () => request, getResponse: () => reply };
  new FormErrorFilter().catch(error, { switchToHttp: () => http } as unknown as ArgumentsHost);
  return { ...sent, text: sent.body.replace(/<(style|script)[^]*?<\/\1>|<[^>]+>/g, ' ') };
}

it('who filled in a form reads in French what to correct', () => {
  const errors = [
    { path: '', message: 'email or phone is needed' },
    { path: 'lastName', message: 'must have at most 120 characters' },
    { path: 'message', message: 'must not contain the character NUL' },
  ];
  const { status, headers, text } = answer(new ValidationError(errors));
  expect([status, headers['content-type'], headers['content-security-policy']]).toEqual([
    400,
    'text/html; charset=utf-8',
    FORM_PAGE_POLICY,
  ]);
  expect(text).toContain('Indiquez une adresse e-mail ou un numéro de téléphone');
  expect(text).toContain('Nom\u00a0: 120 caractères au plus.');
  expect(text).toContain('Message\u00a0: un caractère n’est pas accepté.');
  const unreadable = new UnreadableContactError([{ path: 'email', message: 'Vérifiez-la.' }]);
  expect(answer(unreadable)).toMatchObject({
    status: 422,
    text: expect.stringContaining('Vérifiez-la.') as string,
  });
});

it('a form that is gone, or a failure of ours, is said so, and a failure not in detail', () => {
  expect(answer(new UnknownFormError())).toMatchObject({
    status: 404,
    text: expect.stringContaining('n’est plus en service') as string,
  });
  const { status, body } = answer(new Error('password of the database'));
  expect([status, body.includes('password')]).toEqual([500, false]);
  const away = Object.assign(new Error('x'), { code: 'ECONNREFUSED' });
  expect(answer(away)).toMatchObject({ status: 503, headers: { 'retry-after': '2' } });
});

it('scripts get a problem, from whatever origin', () => {
  const { status, headers, body } = answer(new UnknownFormError(), 'application/json');
  expect([status, headers['access-control-allow-origin']]).toEqual([404, '*']);
  expect(JSON.parse(body)).toMatchObject({ status: 404, code: 'NOT_FOUND' });
});
