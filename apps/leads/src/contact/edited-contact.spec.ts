import { editedContact } from './edited-contact';

const before = { firstName: 'Zoé', lastName: null, email: 'zoe@example.com', phone: '+33612345678' };

describe('the contact after an edit', () => {
  it('what is absent stays, null and blank take away, the rest is normalised as intake does', () => {
    const edit = { lastName: '  Le\u00A0 Goff ', email: null, phone: '07 11 22 33 44' };
    expect(editedContact(before, edit, 'FR')).toEqual({
      contact: { firstName: 'Zoé', lastName: 'Le Goff', email: null, phone: '+33711223344' },
      fields: ['lastName', 'email', 'phone'],
    });
    expect(editedContact(before, { email: 'Zoe@Example.COM' }, 'FR').fields).toEqual([]);
    expect(editedContact(before, {}, 'FR')).toEqual({ contact: before, fields: [] });
  });

  it('national numbers are read in the country of the point of sale', () => {
    expect(editedContact(before, { phone: '044 668 18 00' }, 'CH').contact.phone).toBe('+41446681800');
  });

  it('what cannot be an address or a number is refused, with its field', () => {
    expect(() => editedContact(before, { email: 'zoe@', phone: '12' }, 'FR')).toThrow(
      expect.objectContaining({
        code: 'INVALID_CONTACT',
        errors: [expect.objectContaining({ path: 'email' }), expect.objectContaining({ path: 'phone' })],
      }),
    );
  });

  it('somebody has to be left to contact', () => {
    expect(() => editedContact(before, { firstName: null, email: null, phone: null }, 'FR')).toThrow(
      expect.objectContaining({ code: 'CONTACT_NEEDED' }),
    );
  });
});
