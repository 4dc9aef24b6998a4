import { rejectionReason } from './rejection-reason';

it('says all that is wrong with a line, and of which field where the message does not', () => {
  expect(
    rejectionReason([
      { path: 'type', message: 'type inconnu : VN, VO, APV ou VD attendu' },
      { path: 'contact.email', message: 'trop long : 254 caractères au plus' },
      { path: 'tags.3', message: 'contient un caractère refusé' },
    ]),
  ).toBe(
    'Type inconnu : VN, VO, APV ou VD attendu\u202f; e-mail : trop long : 254 caractères au plus\u202f; ' +
      'tags : contient un caractère refusé',
  );
});

it('starts with a capital', () => {
  expect(rejectionReason([{ path: '', message: '4 colonnes au lieu de 8' }])).toBe('4 colonnes au lieu de 8');
  expect(rejectionReason([{ path: 'pointOfSaleId', message: 'point de vente inconnu' }])).toBe(
    'Point de vente inconnu',
  );
});
