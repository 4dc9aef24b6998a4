import { csvLine } from './csv-line';

describe('a line of a CSV file', () => {
  it('has cells between semicolons, and quotes round those that would break it', () => {
    expect(csvLine(['a', null, '', 'b;c', 'dit « oui »', 'dit "oui"', 'deux\nlignes'])).toBe(
      'a;;;"b;c";dit « oui »;"dit ""oui""";"deux\nlignes"\r\n',
    );
  });

  it.each([
    '=HYPERLINK("http://x";"y")',
    "+1+cmd|' /C calc'!A0",
    '-2+3',
    '@SUM(A1)',
    '\t=1',
    ' =1',
    '\r\n=1',
    '\u00A0=1',
    '\tx',
    '\u0001=1',
    '＝1',
  ])('what a spreadsheet would take for a formula is text: %j', (text) => {
    const cell = csvLine([text]).slice(0, -2);
    expect(cell.replace(/^"/, '')).toMatch(/^'/);
    expect(cell.replace(/^"?'/, '').replace(/"$/, '').replaceAll('""', '"')).toBe(text);
  });

  it.each(['Zoé', 'a=b', '12-05', '3 + 4', "l'usine", 'moi@example.com'])('the rest stays: %j', (text) => {
    expect(csvLine([text])).toBe(`${text}\r\n`);
  });
});
