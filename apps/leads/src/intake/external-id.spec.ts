import { externalIdOf, idOfAnotherDemand, isAnotherDemand } from './external-id';

describe('an id at the source', () => {
  it.each([
    '0',
    '000',
    '-',
    ' — ',
    'n/a',
    'N.A.',
    'NA',
    'null',
    'NULL',
    'None',
    'undefined',
    'Aucune',
    '',
    '  ',
  ])('%j is none', (text) => expect(externalIdOf(text)).toBeNull());
  it('00000000-0000-0000-0000-000000000000 is none either', () =>
    expect(externalIdOf('00000000-0000-0000-0000-000000000000')).toBeNull());
  it.each(['1', '007', 'LBC-0', 'A', 'nathalie', 'é', '٣'])('%j is one', (text) =>
    expect(externalIdOf(text)).toBe(text),
  );
});

describe('a known external id', () => {
  const camille = { email: 'camille@example.com', phone: '+33612345678' };
  const nobody = { email: null, phone: null };
  it.each([
    ['the same contact', camille, camille],
    ['another telephone number', camille, { ...camille, phone: '+33698765432' }],
    ['the e-mail address alone', camille, { ...camille, phone: null }],
    ['a contact who cannot be compared', camille, nobody],
    ['a contact, of a lead that has none', nobody, camille],
  ])('with %s is the same demand', (_, known, sent) => expect(isAnotherDemand(known, sent)).toBe(false));

  it.each([
    ['another address and another number', { email: 'zoe@example.com', phone: '+33698765432' }],
    ['another address alone', { email: 'zoe@example.com', phone: null }],
    ['another number alone', { email: null, phone: '+33698765432' }],
  ])('with %s is another demand', (_, sent) => expect(isAnotherDemand(camille, sent)).toBe(true));

  it('of another demand is made of its contact: the same again, and another for others', () => {
    const one = idOfAnotherDemand('42', camille);
    expect(one).toMatch(/^42~[0-9a-f]{8}$/);
    expect(idOfAnotherDemand('42', { ...camille })).toBe(one);
    expect(idOfAnotherDemand('42', { ...camille, phone: null })).not.toBe(one);
  });
});
