import { mayEdit, NEW_USER, problemsOf, rolesGivenBy, valuesOf, type UserDraft } from './user-draft';

const zoe: UserDraft = { ...NEW_USER, name: ' Zoé Martin ', email: ' zoe@relance.example ' };

describe('the form of a user', () => {
  it('drops spaces around what was typed', () => {
    expect(valuesOf(zoe)).toMatchObject({ name: 'Zoé Martin', email: 'zoe@relance.example' });
  });

  it('asks for a name, an address, and a password that is long enough when one is given', () => {
    expect(problemsOf(NEW_USER, { isNew: true, mine: 'ADMIN' })).toEqual({
      name: 'required',
      email: 'required',
    });
    const badly = { ...zoe, email: 'zoe@', entry: 'password', password: 'neuf sign' } as const;
    expect(problemsOf(badly, { isNew: true, mine: 'ADMIN' })).toEqual({
      email: 'badEmail',
      password: 'badPassword',
    });
    expect(
      problemsOf({ ...zoe, entry: 'password', password: 'dix signes' }, { isNew: true, mine: 'ADMIN' }),
    ).toEqual({});
  });

  it('asks those who are not Admin for one of their points of sale, for new people only', () => {
    expect(problemsOf(zoe, { isNew: true, mine: 'MANAGER' })).toEqual({ pointsOfSale: 'placeNeeded' });
    expect(problemsOf(zoe, { isNew: false, mine: 'MANAGER' })).toEqual({});
    expect(problemsOf({ ...zoe, places: { port: [] } }, { isNew: true, mine: 'MANAGER' })).toEqual({});
  });

  it('lets Admins alone make and edit Admins', () => {
    expect(rolesGivenBy('ADMIN')).toContain('ADMIN');
    expect(rolesGivenBy('MANAGER')).toEqual(['MANAGER', 'SALESPERSON', 'CALL_CENTRE', 'MARKETING']);
    expect(mayEdit('MANAGER', 'ADMIN')).toBe(false);
    expect(mayEdit('MANAGER', 'MANAGER')).toBe(true);
  });
});
