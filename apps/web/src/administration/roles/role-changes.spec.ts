import { changesOf, PERMISSION_GROUPS, rightsOf, toggled, type RoleRights } from './role-changes';

const manager: RoleRights = {
  role: 'MANAGER',
  permissions: ['lead.read', 'lead.take'],
  editable: true,
  version: 1,
};

describe('the rights of roles', () => {
  it('change one by one, and a change taken back is none', () => {
    const once = toggled({}, manager, 'lead.take');
    expect(changesOf([manager], once)).toEqual([
      { role: 'MANAGER', permission: 'lead.take', granted: false },
    ]);
    const more = toggled(once, manager, 'lead.export');
    expect(rightsOf(manager, more)).toEqual(['lead.read', 'lead.export']);
    expect(toggled(once, manager, 'lead.take')).toEqual({});
  });

  it('are all in the table, once', () => {
    const shown = PERMISSION_GROUPS.flatMap(({ permissions }) => [...permissions]);
    expect(new Set(shown).size).toBe(shown.length);
    expect(shown).toHaveLength(22);
  });
});
