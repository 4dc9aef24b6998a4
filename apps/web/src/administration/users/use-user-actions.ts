import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { toastDone, toastProblem } from '../../app/toast';
import { changeUser, inviteAgain, readUser, type EditedUser } from './user-api';
import type { User } from './user-draft';

export type UserActions = {
  /** Reads again what people and teams are shown. */
  again: () => void;
  /** Ends the account; the message offers to take it back. @throws ApiProblem */
  deactivate: (user: User) => Promise<void>;
  activate: (user: User) => void;
  invite: (user: User) => void;
};

/** What is done to people from their list. */
export function useUserActions(): UserActions {
  const { t } = useTranslation('administration');
  const client = useQueryClient();
  const again = (): void => {
    void client.invalidateQueries({ queryKey: ['users'] });
    void client.invalidateQueries({ queryKey: ['teams'] });
  };
  const become = async (user: EditedUser, active: boolean): Promise<EditedUser> => {
    const after = await changeUser(user, { active });
    again();
    return after;
  };
  const told = (work: Promise<unknown>, words: string): void => {
    work.then(() => toastDone(words), toastProblem);
  };
  return {
    again,
    deactivate: async (user) => {
      const after = await become(await readUser(user.id), false);
      toastDone(t('users.deactivated', { name: user.name }), async () => {
        // As it was left: what a colleague did since stays.
        await become(after, true);
      });
    },
    activate: (user) =>
      told(
        readUser(user.id).then((now) => become(now, true)),
        t('users.activated', { name: user.name }),
      ),
    invite: (user) => told(inviteAgain(user.id), t('users.invitedAgain', { email: user.email })),
  };
}
