import type { Mail } from '../mail/mailer';

/** To whom a link goes, and where it leads. */
export type PasswordMail = { name: string; email: string; link: string };

/** The e-mail with a link by which a forgotten password is replaced. */
export function resetMail(to: PasswordMail): Mail {
  return write(to, 'Votre nouveau mot de passe Relance', 'Choisir un nouveau mot de passe', [
    'Un nouveau mot de passe a été demandé pour votre compte Relance. Ce lien vous permet de le choisir :',
    'Il est valable une heure et ne sert qu’une fois. Votre nouveau mot de passe fermera toutes vos sessions ouvertes.',
    'Si vous n’avez rien demandé, ignorez cet e-mail : votre mot de passe reste le même.',
  ]);
}

/** The e-mail by which somebody who was added chooses their first password. */
export function invitationMail(to: PasswordMail): Mail {
  return write(to, 'Votre accès à Relance', 'Choisir mon mot de passe', [
    `Un compte Relance a été créé pour vous ; votre identifiant est ${to.email}. Ce lien vous permet de choisir votre mot de passe :`,
    'Il est valable sept jours et ne sert qu’une fois. Ensuite, « Mot de passe oublié » sur la page de connexion vous en enverra un autre.',
  ]);
}

function write(
  { name, email, link }: PasswordMail,
  subject: string,
  action: string,
  paragraphs: string[],
): Mail {
  const [intro = '', ...rest] = paragraphs.map(typeset);
  const greeting = `Bonjour ${oneLine(name)},`;
  const text = [greeting, intro, link, ...rest].join('\n\n');
  const paragraph = (content: string) => `<p>${escape(content)}</p>`;
  const html = `<!doctype html><html lang="fr"><body style="font-family:sans-serif;color:#1a1b1e">
${[greeting, intro].map(paragraph).join('\n')}
<p><a href="${escape(link)}">${escape(action)}</a></p>
${rest.map(paragraph).join('\n')}
</body></html>`;
  return { to: { name: oneLine(name), address: email }, subject, text, html };
}

/** Narrow no-break spaces where French puts them: before double signs and inside guillemets. */
function typeset(text: string): string {
  return text.replace(/ (?=[:;!?»])|(?<=«) /g, '\u202f');
}

function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
