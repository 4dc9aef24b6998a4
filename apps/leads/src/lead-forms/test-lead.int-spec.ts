import { FormsUnderTest } from '../testing/forms-under-test';
import { person, storePointOfSale } from '../testing/stored-leads';
import { createThrowawayDatabase, type ThrowawayDatabase } from '../testing/throwaway-database';
import { uuidv7 } from '../uuid';

let database: ThrowawayDatabase;
let here: string;
let under: FormsUnderTest;

beforeAll(async () => (database = await createThrowawayDatabase()));
afterAll(() => database?.drop());
beforeEach(async () => {
  here = await storePointOfSale(database.dataSource, 'Relance Lyon Est');
  under = new FormsUnderTest(database.dataSource, here);
});

const code = (expected: string) => expect.objectContaining({ code: expected }) as unknown;

async function leads(): Promise<number> {
  const [row] = await database.dataSource.query<{ count: number }[]>(
    'SELECT count(*)::int AS count FROM leads.lead WHERE point_of_sale_id = $1',
    [here],
  );
  return row!.count;
}

describe('a test lead', () => {
  it('is one of the source, of « Test Relance » and with the tag « Test »', async () => {
    const { id } = await under.saved();
    const marie = person('MARKETING', [here]);
    const answer = await under.service().test(marie, id, undefined);
    expect(answer).toMatchObject({
      status: 201,
      lead: {
        ...{ pointOfSaleId: here, type: 'VO', tags: ['Test'] },
        source: { name: 'Site du Garage du Port', category: 'Internet' },
        contact: { firstName: 'Test', lastName: 'Relance', email: null, phone: null },
      },
    });
    const key = uuidv7();
    const [one, two] = [
      await under.service().test(marie, id, key),
      await under.service().test(marie, id, key),
    ];
    expect(two.lead.id).toBe(one.lead.id);
    expect(await leads()).toBe(2);
  });

  it('is for those of the point of sale, and for a source that takes leads', async () => {
    const { id } = await under.saved();
    const stranger = person('MARKETING', [uuidv7()]);
    await expect(under.service().test(stranger, id, undefined)).rejects.toEqual(code('NOT_FOUND'));
    await expect(under.service().test(person('ADMIN', 'ALL'), uuidv7(), undefined)).rejects.toEqual(
      code('NOT_FOUND'),
    );
    const off = await under.saved({ active: false });
    await expect(under.service().test(person('ADMIN', 'ALL'), off.id, undefined)).rejects.toEqual(
      code('LEAD_SOURCE_INACTIVE'),
    );
    const pointOfSaleId = await storePointOfSale(database.dataSource, 'Fermé', false);
    const closed = await under.saved({ pointOfSaleId });
    await expect(under.service().test(person('ADMIN', 'ALL'), closed.id, undefined)).rejects.toEqual(
      code('POINT_OF_SALE_INACTIVE'),
    );
    expect(await leads()).toBe(0);
  });
});
