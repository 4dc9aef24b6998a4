import {
  mappingOf,
  mappingProblems,
  percentRead,
  suggestedChoice,
  type ImportField,
  type ImportJob,
} from './column-mapping';

const field = (name: ImportField, required = false, repeatable = false) => ({ name, required, repeatable });
const fields: ImportJob['fields'] = [
  field('lastName'),
  field('email'),
  field('phone', false, true),
  field('type', true),
  field('source', true),
];
const column = (index: number, suggestedField: ImportField | null) => ({
  index,
  name: `c${index}`,
  samples: [],
  suggestedField,
});
const none = { type: null, source: '', category: '' };

describe('the columns of an import', () => {
  it('begin with what was recognised; the first of two has a field that cannot be repeated', () => {
    const columns = [column(0, 'lastName'), column(1, 'lastName'), column(2, 'phone'), column(3, 'phone')];
    expect([...suggestedChoice({ columns, fields })]).toEqual([
      [0, 'lastName'],
      [1, null],
      [2, 'phone'],
      [3, 'phone'],
    ]);
  });

  it('are told as the API takes them', () => {
    const choice = new Map<number, ImportField | null>([
      [0, 'lastName'],
      [1, null],
      [2, 'phone'],
      [3, 'phone'],
    ]);
    expect(mappingOf(choice)).toEqual({ lastName: 0, phone: [2, 3] });
  });

  it('need a contact, and a type and a source from somewhere', () => {
    expect(mappingProblems({ fields }, new Map(), none).map(({ kind }) => kind)).toEqual([
      'contact',
      'type',
      'source',
    ]);
    const choice = new Map<number, ImportField | null>([[0, 'email']]);
    expect(mappingProblems({ fields }, choice, { ...none, type: 'VN', source: 'Salon' })).toEqual([]);
  });

  it('cannot hold the same thing twice, unless it may be repeated', () => {
    const choice = new Map<number, ImportField | null>([
      [0, 'email'],
      [1, 'email'],
      [2, 'phone'],
      [3, 'phone'],
    ]);
    const problems = mappingProblems({ fields }, choice, { ...none, type: 'VN', source: 'Salon' });
    expect(problems).toEqual([{ kind: 'twice', field: 'email' }]);
  });

  it('are read to 100 % only at the end', () => {
    const progress = { readBytes: 100, sizeBytes: 100, readLines: 1, accepted: 1, rejected: 0 };
    expect(percentRead({ status: 'RUNNING', progress })).toBe(99);
    expect(percentRead({ status: 'DONE', progress })).toBe(100);
  });
});
