import { DEFAULT_PERMISSIONS, GRANTABLE_PERMISSIONS, isPermission, PERMISSIONS, ROLES } from './roles';

describe('what a role may by default', () => {
  it('is everything for Admin, and for nobody else what only Admin can have', () => {
    expect(DEFAULT_PERMISSIONS.ADMIN).toEqual(PERMISSIONS);
    for (const role of ROLES.filter((each) => each !== 'ADMIN')) {
      const beyond = DEFAULT_PERMISSIONS[role].filter((each) => !GRANTABLE_PERMISSIONS.includes(each));
      expect([role, beyond]).toEqual([role, []]);
    }
  });

  it('is written once each, in names that are known', () => {
    for (const role of ROLES) {
      const names = DEFAULT_PERMISSIONS[role];
      expect([role, new Set(names).size, names.every(isPermission)]).toEqual([role, names.length, true]);
    }
    expect([isPermission('lead.fly'), isPermission(1), isPermission('constructor')]).toEqual([
      false,
      false,
      false,
    ]);
  });
});
