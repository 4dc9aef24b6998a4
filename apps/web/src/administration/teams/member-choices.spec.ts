import { memberChoices } from './member-choices';

describe('who can be in a team', () => {
  it('are those who work there and those who are in it, each once and by name', () => {
    const people = [
      { id: '2', name: 'Zoé Martin' },
      { id: '3', name: 'Étienne Roux' },
    ];
    const members = [
      { id: '2', name: 'Zoé Martin' },
      { id: '9', name: 'Karim Haddad' },
    ];
    expect(memberChoices(people, members)).toEqual([
      { value: '3', label: 'Étienne Roux' },
      { value: '9', label: 'Karim Haddad' },
      { value: '2', label: 'Zoé Martin' },
    ]);
  });
});
