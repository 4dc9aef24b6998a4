import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { toastDone, toastProblem } from '../../app/toast';
import { changeUser, inviteAgain, readUser } from './user-api';
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
  const become = async (user: User, active: boolean): Promise<void> => {
    await changeUser(await readUser(user.id), { active });
    again();
  };
  const told = (work: Promise<void>, words: string): void => {
    work.then(() => toastDone(words), toastProblem);
  };
  return {
    again,
    deactivate: async (user) => {
      await become(user, false);
      toastDone(t('users.deactivated', { name: user.name }), () => become(user, true));
    },
    activate: (user) => told(become(user, true), t('users.activated', { name: user.name })),
    invite: (user) => told(inviteAgain(user.id), t('users.invitedAgain', { email: user.email })),
  };
}
