/** What a form of a website needs to know of its source. */
export type FormSource = { formToken: string };
export type FormWords = {
  firstName: string;
  lastName: string;
  email: string;
  phone: string;
  message: string;
  submit: string;
};

/**
 * The form to paste in a website: plain HTML without script. The field `website` is for robots alone: people do not see
 * it, and what fills it in is not taken.
 */
export function formSnippet(origin: string, source: FormSource, words: FormWords): string {
  const field = (name: string, label: string, rest: string): string =>
    `  <p><label>${escaped(label)}<br><input name="${name}" ${rest}></label></p>`;
  return [
    `<form action="${escaped(origin)}/api/v1/forms/${encodeURIComponent(source.formToken)}" method="post">`,
    field('firstName', words.firstName, 'autocomplete="given-name" maxlength="100"'),
    field('lastName', words.lastName, 'autocomplete="family-name" maxlength="100" required'),
    field('email', words.email, 'type="email" autocomplete="email" maxlength="254" required'),
    field('phone', words.phone, 'type="tel" autocomplete="tel" maxlength="40"'),
    `  <p><label>${escaped(words.message)}<br><textarea name="message" rows="4" maxlength="4000"></textarea></label></p>`,
    '  <input name="website" tabindex="-1" autocomplete="off" hidden>',
    `  <p><button type="submit">${escaped(words.submit)}</button></p>`,
    '</form>',
  ].join('\n');
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
}
