import { mappedColumns } from './import-mapping';
import { LeadImportMappingError } from './lead-import.errors';
import type { Defaults, Mapping } from './lead-import.schema';

const columns = ['Nom', 'Mobile', 'Fixe', 'Genre'].map((name) => ({ name }));
const known: Defaults = { type: 'VN', source: 'Salon' };

function problems(mapping: Mapping, defaults: Defaults = known): string[] {
  try {
    mappedColumns(columns, mapping, defaults);
  } catch (error) {
    if (error instanceof LeadImportMappingError) return error.errors.map(({ path }) => path);
    throw error;
  }
  return [];
}

it('says what each column holds; columns nobody chose are ignored', () => {
  expect(mappedColumns(columns, { lastName: 0, phone: [2, 1] }, known)).toEqual([
    'lastName',
    'phone',
    'phone',
    null,
  ]);
});

it('takes a type and a source from the file, or one for all rows', () => {
  expect(problems({ lastName: 0 }, {})).toEqual(['mapping.type', 'mapping.source']);
  expect(problems({ lastName: 0, type: 3 }, { source: 'Salon' })).toEqual([]);
});

it('refuses what does not fit the file, naming each field', () => {
  expect(problems({ type: 0 })).toEqual(['mapping.contact']);
  expect(problems({ lastName: 0, make: [1, 2] })).toEqual(['mapping.make']);
  expect(problems({ lastName: 0, firstName: 0 })).toEqual(['mapping.firstName']);
  expect(problems({ lastName: 4 })).toEqual(['mapping.lastName', 'mapping.contact']);
});
