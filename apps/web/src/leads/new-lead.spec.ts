import { EMPTY_LEAD, fieldOfPath, newLeadBody, newLeadProblems } from './new-lead';

const filled = { ...EMPTY_LEAD, pointOfSaleId: 'p', type: 'VO' as const, source: 'Passage', lastName: 'Liu' };

describe('the form of a new lead', () => {
  it('needs a point of sale, a type, a source and somebody', () => {
    expect(newLeadProblems(EMPTY_LEAD)).toEqual({
      pointOfSaleId: 'needed',
      type: 'needed',
      source: 'needed',
      contact: 'contactNeeded',
    });
    expect(newLeadProblems(filled)).toEqual({});
  });

  it('sees what cannot be an address or a number', () => {
    expect(newLeadProblems({ ...filled, email: 'a@b', phone: '06 12' })).toEqual({
      email: 'emailWrong',
      phone: 'phoneWrong',
    });
    expect(newLeadProblems({ ...filled, email: 'a@b.fr', phone: '+33 (0)6 12 34 56 78' })).toEqual({});
  });

  it('becomes the body of the API, without what is empty', () => {
    expect(newLeadBody({ ...filled, model: ' 208 ' })).toEqual({
      pointOfSaleId: 'p',
      type: 'VO',
      source: { name: 'Passage' },
      contact: { firstName: null, lastName: 'Liu', email: null, phone: null },
      message: null,
      vehicle: { make: null, model: '208' },
    });
  });

  it('finds its fields in what the API refuses', () => {
    expect(fieldOfPath('contact.email')).toBe('email');
    expect(fieldOfPath('contact')).toBe('contact');
    expect(fieldOfPath('source.name')).toBe('source');
    expect(fieldOfPath('tags.0')).toBeNull();
  });
});
