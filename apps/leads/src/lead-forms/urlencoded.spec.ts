import fc from 'fast-check';
import { parseUrlencoded } from './urlencoded';

const parse = (text: string) => parseUrlencoded(Buffer.from(text, 'latin1'));

it('reads the fields as browsers send them', () => {
  expect(parse('nom=No%C3%ABl&message=a+b%0D%0Ac%26d&vide=&seul&&x=1&x=2')).toEqual({
    nom: 'Noël',
    message: 'a b\r\nc&d',
    vide: '',
    seul: '',
    x: '1',
  });
});

it('reads what old websites send in windows-1252', () => {
  expect(parse('nom=No%EBl&prix=9+000+%80&mot=%9Cuvre')).toEqual({
    nom: 'Noël',
    prix: '9 000 €',
    mot: 'œuvre',
  });
});

it('reads back whatever was written, and bears whatever is sent', () => {
  const field = fc.string({ unit: 'grapheme', maxLength: 20 });
  fc.assert(
    fc.property(
      fc.dictionary(field.filter(Boolean), field, { maxKeys: 20, noNullPrototype: true }),
      (fields) => {
        expect(parse(new URLSearchParams(fields).toString())).toEqual(fields);
      },
    ),
  );
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      for (const value of Object.values(parseUrlencoded(Buffer.from(bytes))))
        expect(typeof value).toBe('string');
    }),
  );
});

it('reads no more fields than a form has, and none of them makes anything but a field', () => {
  expect(Object.keys(parse(Array.from({ length: 500 }, (_, n) => `f${n}=x`).join('&')))).toHaveLength(100);
  const fields = parse('__proto__=x&constructor=y');
  expect(Object.getPrototypeOf(fields)).toBe(Object.prototype);
  expect(Object.entries(fields)).toEqual([
    ['__proto__', 'x'],
    ['constructor', 'y'],
  ]);
});
