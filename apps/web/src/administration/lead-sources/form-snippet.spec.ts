import { formSnippet } from './form-snippet';

const words = {
  firstName: 'Prénom',
  lastName: 'Nom',
  email: 'E-mail',
  phone: 'Téléphone',
  message: 'Message <b>',
  submit: 'Envoyer',
};

describe('the form of a lead source', () => {
  const html = formSnippet('https://relance.example', { formToken: 'abc_123' }, words);

  it('sends to the token of its source, without any script', () => {
    expect(html).toContain('<form action="https://relance.example/api/v1/forms/abc_123" method="post">');
    expect(html).not.toMatch(/<script|on\w+=/);
  });

  it('hides the field for robots, and escapes words', () => {
    expect(html).toContain('<input name="website" tabindex="-1" autocomplete="off" hidden>');
    expect(html).toContain('Message &lt;b>');
  });
});
