import { Alert, Anchor, Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { Link, Navigate, useNavigate, useSearch } from '@tanstack/react-router';
import { useState, type FormEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../api/problem';
import { signIn, useSession } from '../api/session';
import { problemText } from '../app/toast';
import { durationWords } from '../time-left/duration-words';
import { SignInFrame } from './SignInFrame';

export function SignIn(): ReactElement {
  const { t, i18n } = useTranslation('signIn');
  const session = useSession();
  const navigate = useNavigate();
  const { retour } = useSearch({ from: '/connexion' });
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  if (session.state === 'signed-in' && !busy) return <Navigate to={retour ?? '/leads'} replace />;

  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setBusy(true);
    setRefusal(undefined);
    try {
      await signIn(String(form.get('email')).trim(), String(form.get('password')));
      await navigate({ to: retour ?? '/leads', replace: true });
    } catch (error) {
      setRefusal(wordsFor(error));
    } finally {
      setBusy(false);
    }
  };

  const wordsFor = (error: unknown): string => {
    if (!(error instanceof ApiProblem)) return problemText(error);
    if (error.status === 401 || error.status === 400) return t('wrong');
    if (error.status === 429)
      return t('limited', { duration: durationWords((error.retryAfterSeconds ?? 60) * 1000, i18n.language) });
    return problemText(error);
  };

  return (
    <SignInFrame title={t('title')}>
      <form onSubmit={(event) => void submit(event)}>
        <Stack>
          {refusal !== undefined && (
            <Alert color="red" role="alert">
              {refusal}
            </Alert>
          )}
          <TextInput
            name="email"
            type="email"
            label={t('email')}
            autoComplete="username"
            required
            autoFocus
          />
          <PasswordInput name="password" label={t('password')} autoComplete="current-password" required />
          <Button type="submit" loading={busy} fullWidth>
            {t('submit')}
          </Button>
          <Anchor component={Link} to="/mot-de-passe" size="sm">
            {t('forgotten')}
          </Anchor>
        </Stack>
      </form>
    </SignInFrame>
  );
}
