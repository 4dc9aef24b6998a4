import { ApiProblem } from '../../api/problem';
import type { RightsEdit, Role, RoleRights } from './role-changes';
import { saveRights } from './save-rights';

const edit = (role: Role): RightsEdit => ({ role, permissions: ['lead.read'], version: 1, before: [] });
const saved = ({ role, permissions }: RightsEdit): RoleRights => ({
  role,
  permissions,
  editable: true,
  version: 2,
});
const refused = (status: number) => new ApiProblem({ status, code: 'REFUSED' });

describe('saving the rights of roles', () => {
  it('tells the role that somebody else changed and saves the others', async () => {
    const put = (one: RightsEdit) =>
      one.role === 'MANAGER' ? Promise.reject(refused(412)) : Promise.resolve(saved(one));
    expect(await saveRights([edit('MANAGER'), edit('MARKETING')], put)).toEqual({
      saved: [saved(edit('MARKETING'))],
      conflicting: ['MANAGER'],
    });
  });

  it('says what was saved before it failed', async () => {
    const failure = refused(503);
    const put = (one: RightsEdit) =>
      one.role === 'MARKETING' ? Promise.reject(failure) : Promise.resolve(saved(one));
    expect(await saveRights([edit('MANAGER'), edit('MARKETING')], put)).toEqual({
      saved: [saved(edit('MANAGER'))],
      conflicting: [],
      failure,
    });
  });
});
