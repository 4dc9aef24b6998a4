import fc from 'fast-check';
import { CsvRecords, RECORD_MAX, type CsvRecord } from './csv-records';

function records(text: string, pieceLength = Infinity): CsvRecord[] {
  const reader = new CsvRecords(';');
  const found: CsvRecord[] = [];
  for (let at = 0; at < text.length; at += pieceLength)
    found.push(...reader.read(text.slice(at, at + pieceLength)));
  return [...found, ...reader.read('', true)];
}

it('splits lines and fields, and skips blank lines', () => {
  expect(records('a;b\n\n1;2\n ;\n3;')).toEqual([
    { line: 1, fields: ['a', 'b'] },
    { line: 3, fields: ['1', '2'] },
    { line: 4, fields: [' ', ''] },
    { line: 5, fields: ['3', ''] },
  ]);
});

it('numbers records by the line where they start, line breaks in quotes included', () => {
  expect(records('a;"x\ny\nz"\nb;"say ""hi""; bye"\n"";c')).toEqual([
    { line: 1, fields: ['a', 'x\ny\nz'] },
    { line: 4, fields: ['b', 'say "hi"; bye'] },
    { line: 5, fields: ['', 'c'] },
  ]);
});

it('takes stray quotes for themselves', () => {
  expect(records('5" pneu;"Le "Grand" Garage"\n"x" ;y')).toEqual([
    { line: 1, fields: ['5" pneu', 'Le "Grand" Garage'] },
    { line: 2, fields: ['x', 'y'] },
  ]);
});

it('a quote that never closes costs its own line only', () => {
  expect(records('a;"b\nc;d\ne;f')).toEqual([
    { line: 1, problem: 'quoteNotClosed' },
    { line: 2, fields: ['c', 'd'] },
    { line: 3, fields: ['e', 'f'] },
  ]);
  const many = records(`a;"b\n${'c;d\n'.repeat(50_000)}`, 10_000);
  expect(many[0]).toEqual({ line: 1, problem: 'quoteNotClosed' });
  expect(many).toHaveLength(50_001);
  expect(many.at(-1)).toEqual({ line: 50_001, fields: ['c', 'd'] });
});

it('a line that is too long costs itself only, however long', () => {
  for (const length of [RECORD_MAX, 10 * RECORD_MAX]) {
    expect(records(`a;b\n${'x'.repeat(length)}\nc;d`, 16_384)).toEqual([
      { line: 1, fields: ['a', 'b'] },
      { line: 2, problem: 'tooLong' },
      { line: 3, fields: ['c', 'd'] },
    ]);
  }
  expect(records('x'.repeat(RECORD_MAX - 1))).toHaveLength(1);
});

it('quotes that never close on every line are not read for ever', () => {
  const start = performance.now();
  const found = records('"a\n'.repeat(1_000_000), 65_536);
  expect(performance.now() - start).toBeLessThan(30_000);
  expect(found.every((record) => 'problem' in record)).toBe(true);
}, 60_000);

it('reads back whatever was written, in pieces of any length', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'é', '"', ';', '\n', ' ', '🚗'), maxLength: 8 });
  const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(rows, fc.integer({ min: 1, max: 20 }), (written, length) => {
      const text = written
        .map((row) => row.map((field) => `"${field.replaceAll('"', '""')}"`).join(';') + '\n')
        .join('');
      let line = 1;
      const expected = written.map((fields) => {
        const record = { line, fields };
        line += fields.join('').split('\n').length;
        return record;
      });
      expect(records(text, length)).toEqual(expected);
    }),
    { numRuns: 500 },
  );
});

it('gives the same records for any text, in one piece or many', () => {
  const text = fc.string({ unit: fc.constantFrom('a', '"', ';', '\n', ' '), maxLength: 60 });
  fc.assert(
    fc.property(text, fc.integer({ min: 1, max: 7 }), (any, length) =>
      expect(records(any, length)).toEqual(records(any)),
    ),
    { numRuns: 1000 },
  );
});
