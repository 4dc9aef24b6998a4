import { Alert, Button, Group, PasswordInput, Stack, Text } from '@mantine/core';
import { useState, type FormEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../api/client';
import { ApiProblem } from '../api/problem';
import { refresh, useUser } from '../api/session';
import { toastDone } from '../app/toast';
import { NewPasswordInput } from '../sign-in/NewPasswordInput';
import { passwordStrength } from '../sign-in/password-strength';
import { refusalText } from '../sign-in/refusal-text';
import { AccountSection } from './AccountSection';

const NOTHING = { current: '', next: '' };
type Problems = { current?: string; next?: string; form?: string };

/** Another password, for who knows the current one; sessions elsewhere end. */
export function PasswordChange(): ReactElement {
  const { t } = useTranslation('account');
  const words = useTranslation('signIn');
  const user = useUser();
  const [typed, setTyped] = useState(NOTHING);
  const [problems, setProblems] = useState<Problems>({});
  const [busy, setBusy] = useState(false);
  const own = [user.name, user.email];

  const check = (): Problems => {
    const strength = passwordStrength(typed.next, own);
    if (typed.current === '') return { current: words.t('required') };
    if (strength === 'tooShort' || strength === 'tooLong')
      return { next: words.t(`password.strength.${strength}`) };
    return typed.current === typed.next ? { next: t('password.same') } : {};
  };
  const change = async (): Promise<void> => {
    const found = check();
    setProblems(found);
    if (busy || Object.keys(found).length > 0) return;
    setBusy(true);
    try {
      const body = { currentPassword: typed.current, newPassword: typed.next };
      await answer(api.PUT('/api/v1/me/password', { body }));
      setTyped(NOTHING);
      toastDone(t('password.done'));
      // The token of before is good no more; the session itself goes on.
      await refresh().catch(() => undefined);
    } catch (error) {
      const wrong = error instanceof ApiProblem && error.code === 'WRONG_PASSWORD';
      setProblems(
        wrong ? { current: t('password.wrong') } : { form: refusalText(error, words.t, words.i18n.language) },
      );
    } finally {
      setBusy(false);
    }
  };
  return (
    <AccountSection title={t('password.title')}>
      <form
        noValidate
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          void change();
        }}
      >
        <Stack maw={420}>
          {/* For password managers: whose password this is. */}
          <input type="hidden" name="username" autoComplete="username" value={user.email} readOnly />
          {problems.form !== undefined && (
            <Alert color="red" role="alert">
              {problems.form}
            </Alert>
          )}
          <PasswordInput
            label={t('password.current')}
            autoComplete="current-password"
            value={typed.current}
            onChange={(event) => {
              const current = event.currentTarget.value;
              setTyped((before) => ({ ...before, current }));
            }}
            error={problems.current}
            visibilityToggleButtonProps={{ 'aria-label': words.t('password.show') }}
          />
          <NewPasswordInput
            label={words.t('password.new')}
            value={typed.next}
            onChange={(next) => setTyped((before) => ({ ...before, next }))}
            own={own}
            error={problems.next}
          />
          <Text size="xs" c="var(--relance-muted)">
            {t('password.hint')}
          </Text>
          <Group>
            <Button type="submit" loading={busy} disabled={typed.current === '' && typed.next === ''}>
              {t('password.submit')}
            </Button>
          </Group>
        </Stack>
      </form>
    </AccountSection>
  );
}
