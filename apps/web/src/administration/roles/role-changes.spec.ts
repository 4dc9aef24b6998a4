import {
  changesOf,
  editsOf,
  PERMISSION_GROUPS,
  rightsOf,
  toggled,
  undoOf,
  type RoleRights,
} from './role-changes';

const manager: RoleRights = {
  role: 'MANAGER',
  permissions: ['lead.read', 'lead.take'],
  editable: true,
  version: 1,
};

describe('the rights of roles', () => {
  it('change one by one, and a change taken back is none', () => {
    const once = toggled({}, manager, 'lead.take');
    expect(changesOf(once)).toEqual([{ role: 'MANAGER', permission: 'lead.take', granted: false }]);
    const more = toggled(once, manager, 'lead.export');
    expect(rightsOf(manager, more)).toEqual(['lead.read', 'lead.export']);
    expect(toggled(once, manager, 'lead.take')).toEqual({});
  });

  it('are saved upon the version that was first edited, so that nobody else’s change is written over', () => {
    const once = toggled({}, manager, 'lead.export');
    const now: RoleRights = { ...manager, permissions: ['lead.read'], version: 2 };
    const more = toggled(once, now, 'lead.assign');
    expect(editsOf(more)).toMatchObject([{ role: 'MANAGER', version: 1 }]);
    expect(changesOf(more)).toEqual([
      { role: 'MANAGER', permission: 'lead.export', granted: true },
      { role: 'MANAGER', permission: 'lead.assign', granted: true },
    ]);
    expect(toggled(once, now, 'lead.export')).toEqual({});
  });

  it('are put back as they were, upon what was just saved', () => {
    const edits = editsOf(toggled({}, manager, 'lead.take'));
    const saved: RoleRights = { ...manager, permissions: ['lead.read'], version: 2 };
    expect(undoOf([saved], edits)).toEqual([
      { role: 'MANAGER', version: 2, permissions: ['lead.read', 'lead.take'], before: ['lead.read'] },
    ]);
  });

  it('are all in the table, once', () => {
    const shown = PERMISSION_GROUPS.flatMap(({ permissions }) => [...permissions]);
    expect(new Set(shown).size).toBe(shown.length);
    expect(shown).toHaveLength(22);
  });
});
