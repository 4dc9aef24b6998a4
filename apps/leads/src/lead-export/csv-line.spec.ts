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

  it.each([
    ["a,=cmd|'/c calc'!A0", "a,'=cmd|'/c calc'!A0"],
    ['Bonjour,\t @SUM(A1), =HYPERLINK("x";"y")', `"Bonjour,\t '@SUM(A1), '=HYPERLINK(""x"";""y"")"`],
    ['1,-2+3+WEBSERVICE(A1)', "1,'-2+3+WEBSERVICE(A1)"],
    ['x;y\t＝SUM(A1)', `"x;y\t'＝SUM(A1)"`],
  ])('nor one where it splits at commas or tabs: %j', (text, cell) => {
    expect(csvLine([text])).toBe(`${cell}\r\n`);
  });

  it.each([
    'Lyon, -20 % ?',
    'a,=b',
    '06 12, +33 6 12',
    'moi, @zoe',
    'Zoé',
    'a=b',
    '12-05',
    '3 + 4',
    "l'usine",
    'moi@example.com',
  ])('the rest stays: %j', (text) => {
    expect(csvLine([text])).toBe(`${text}\r\n`);
  });
});
