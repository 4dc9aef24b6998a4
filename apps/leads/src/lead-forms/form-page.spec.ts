import { createHash } from 'node:crypto';
import { FORM_PAGE_POLICY, problemPage, thanksPage } from './form-page';

const hostile = `"><script>alert(1)</script><img src=x onerror='x'>&`;

describe('the pages a form answers with', () => {
  it('are in French, for small screens too, and for no search engine', () => {
    for (const html of [thanksPage(), problemPage('À corriger', ['x'], undefined)]) {
      expect(html).toMatch(/^<!doctype html><html lang="fr">/);
      expect(html).toContain('width=device-width');
      expect(html).toContain('noindex');
    }
    expect(thanksPage()).toContain('<h1>Merci\u202f!</h1>');
  });

  it('say each thing to correct, and lead back', () => {
    const html = problemPage('À corriger', ['Un.', 'Deux.'], 'https://garage.example/contact?a=1&b=2');
    expect(html).toContain('<ul><li>Un.</li><li>Deux.</li></ul>');
    expect(html).toContain('<a id="retour" href="https://garage.example/contact?a=1&amp;b=2">Retour</a>');
  });

  it('show what strangers wrote as text, wherever it stands', () => {
    const html = problemPage(hostile, [hostile, hostile], `https://x.example/?${hostile}`);
    expect(html.match(/<script>/g)).toHaveLength(1);
    expect(html).not.toContain('<img');
    expect(html).not.toContain("onerror='");
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'nothing', undefined])(
    'lead nowhere strange: %s',
    (back) => expect(problemPage('x', ['y'], back)).toContain('href="#"'),
  );

  it('run their own style and script alone: the policy names them by their hashes', () => {
    const html = problemPage('x', ['y'], undefined);
    for (const [, kind, text] of html.matchAll(/<(style|script)>([^]*?)<\/\1>/g)) {
      const hash = createHash('sha256').update(text!).digest('base64');
      expect(FORM_PAGE_POLICY).toContain(`${kind}-src 'sha256-${hash}'`);
    }
    expect(FORM_PAGE_POLICY).toContain("default-src 'none'");
    expect(FORM_PAGE_POLICY).not.toContain('unsafe');
    expect(html).not.toMatch(/ (?:style|on\w+)=/);
  });
});
