import { en } from './en';
import { fr } from './fr';

function keysOf(words: object, prefix = ''): string[] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null
      ? keysOf(value as object, `${prefix}${key}.`)
      : [`${prefix}${key}`],
  );
}

const placeholders = (text: string): string[] => (text.match(/{{\s*\w+/g) ?? []).sort();

function textsOf(words: object, prefix = ''): [string, string][] {
  return Object.entries(words).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[`${prefix}${key}`, value]] : textsOf(value as object, `${prefix}${key}.`),
  );
}

describe('the translations', () => {
  it('are complete in English', () => {
    expect(keysOf(en).sort()).toEqual(keysOf(fr).sort());
  });

  it('say the same things with the same values', () => {
    const english = new Map(textsOf(en));
    const different = textsOf(fr).filter(
      ([key, text]) => String(placeholders(text)) !== String(placeholders(english.get(key) ?? '')),
    );
    expect(different).toEqual([]);
  });

  it('have in French a narrow space that does not break before : ; ! ? %, and a wide one within « »', () => {
    const wrong = /[ \u00a0][:;!?%]|[^\u202f\s][;!?](\s|$)|[^\u202f\s]:(\s|$)|«[^\u00a0]|[^\u00a0]»/;
    expect(textsOf(fr).filter(([, text]) => wrong.test(text))).toEqual([]);
  });

  it('have in English no space before : ; ! ? % and no French quotation mark', () => {
    expect(textsOf(en).filter(([, text]) => /\s[:;!?%]|[«»]/.test(text))).toEqual([]);
  });

  it('are not empty, and French uses the typographic apostrophe', () => {
    expect(textsOf(fr).filter(([, text]) => text.trim() === '' || /[a-zà-ÿ]'[a-zà-ÿ]/i.test(text))).toEqual(
      [],
    );
  });

  it('keep French signs with their words: no line begins with « : » or ends with « « »', () => {
    const loose = /[ \u00a0][:;!?]|«(?!\u00a0)|(?<!\u00a0)»/;
    expect(textsOf(fr).filter(([, text]) => loose.test(text))).toEqual([]);
  });
});
