import { invitationMail, resetMail } from './password-mail';

const to = {
  name: 'Zoé <b>Martin</b>\nBcc: x@example.org',
  email: 'zoe.martin@relance.example',
  link: 'https://relance.example/mot-de-passe/abc_-123',
};

describe('an e-mail with a link to choose a password', () => {
  it.each([
    ['reset', resetMail(to)],
    ['invitation', invitationMail(to)],
  ])('(%s) is French, with the link in both of its parts', (_, mail) => {
    expect(mail.to).toEqual({ name: 'Zoé <b>Martin</b> Bcc: x@example.org', address: to.email });
    expect(mail.text).toContain(`\n${to.link}\n`);
    expect(mail.html).toContain(`<a href="${to.link}">`);
    expect(mail.html).toContain('<html lang="fr">');
    expect(mail.html).not.toContain('<b>');
    expect(mail.text).toContain('ne sert qu’une fois');
  });

  it('has narrow spaces where French has them', () => {
    for (const { text } of [resetMail(to), invitationMail(to)]) {
      expect(text).not.toMatch(/ [:;!?»]|« /);
    }
    expect(invitationMail(to).text).toContain('«\u202fMot de passe oublié\u202f»');
  });

  it('says how long the link works', () => {
    expect(resetMail(to).text).toContain('une heure');
    expect(invitationMail(to).text).toContain('sept jours');
  });
});
