import { differences, type LeadField } from './lead-fields';

const lead = (change: Partial<Record<LeadField, string>> = {}): Record<LeadField, string> => ({
  status: 'En Traitement',
  reason: '',
  contactStatus: 'À contacter',
  detail: '',
  deadline: 'à 9 h 10',
  assignee: '',
  pointOfSale: 'Garage du Port',
  firstName: 'Green',
  lastName: 'Antonio',
  email: '',
  phone: '',
  ...change,
});

describe('two people who edit one lead', () => {
  it('see what was saved meanwhile beside what was typed', () => {
    expect(
      differences(lead(), lead({ contactStatus: 'Contacté', assignee: 'Zoé' }), {
        contactStatus: 'Sans réponse',
        detail: 'Messagerie',
      }),
    ).toEqual([
      { field: 'contactStatus', theirs: 'Contacté', mine: 'Sans réponse', changed: true },
      { field: 'detail', theirs: '', mine: 'Messagerie', changed: false },
      { field: 'assignee', theirs: 'Zoé', mine: null, changed: true },
    ]);
  });

  it('are not asked about what is the same', () => {
    expect(differences(lead(), lead(), { lastName: 'Antonio' })).toEqual([]);
  });
});
