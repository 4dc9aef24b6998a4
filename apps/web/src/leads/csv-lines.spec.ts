import { CsvLines } from './csv-lines';

it('counts records, not lines, however the bytes are cut', () => {
  const bytes = new TextEncoder().encode('Nom;Message\r\nÉlodie;"deux\r\nlignes ""ici"""\r\nLiu;x\r\n');
  const lines = new CsvLines();
  for (const byte of bytes) lines.read(Uint8Array.of(byte));
  expect(lines.ended).toBe(3);
});
