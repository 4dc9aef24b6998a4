import { Alert, Anchor, Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { Link, Navigate, useNavigate, useSearch } from '@tanstack/react-router';
import { useRef, useState, type FormEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../api/problem';
import { signIn, useSession } from '../api/session';
import { refusalText } from './refusal-text';
import { SignInFrame } from './SignInFrame';

/** The page where people came from, when it was not the first one of all. */
const FIRST_PAGES: readonly string[] = ['/', '/leads'];

export function SignIn(): ReactElement {
  const { t, i18n } = useTranslation('signIn');
  const session = useSession();
  const navigate = useNavigate();
  const { retour } = useSearch({ from: '/connexion' });
  const [busy, setBusy] = useState(false);
  const [missing, setMissing] = useState({ email: false, password: false });
  const [refusal, setRefusal] = useState<string>();
  const passwordField = useRef<HTMLInputElement>(null);
  if (session.state === 'signed-in' && !busy) return <Navigate to={retour ?? '/leads'} replace />;

  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    // What a password manager filled in is in the fields, not in any state.
    const form = new FormData(event.currentTarget);
    const email = text(form.get('email')).trim();
    const password = text(form.get('password'));
    setMissing({ email: email === '', password: password === '' });
    if (email === '' || password === '' || busy) return;
    setBusy(true);
    setRefusal(undefined);
    try {
      await signIn(email, password);
      await navigate({ to: retour ?? '/leads', replace: true });
    } catch (error) {
      const unknown = error instanceof ApiProblem && (error.status === 401 || error.status === 400);
      setRefusal(unknown ? t('wrong') : refusalText(error, t, i18n.language));
      passwordField.current?.select();
    } finally {
      setBusy(false);
    }
  };
  const wanted = retour !== undefined && !FIRST_PAGES.includes(retour);
  return (
    <SignInFrame title={t('title')}>
      <form noValidate onSubmit={(event) => void submit(event)}>
        <Stack>
          {wanted && refusal === undefined && <Text size="sm">{t('continue')}</Text>}
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
            withAsterisk={false}
            autoFocus
            error={missing.email ? t('required') : undefined}
          />
          <PasswordInput
            ref={passwordField}
            name="password"
            label={t('password.label')}
            autoComplete="current-password"
            required
            withAsterisk={false}
            visibilityToggleButtonProps={{ 'aria-label': t('password.show') }}
            error={missing.password ? t('required') : undefined}
          />
          <Button type="submit" loading={busy} fullWidth>
            {t('submit')}
          </Button>
          <Anchor component={Link} to="/mot-de-passe" size="sm" py={4}>
            {t('forgotten')}
          </Anchor>
        </Stack>
      </form>
    </SignInFrame>
  );
}

function text(value: FormDataEntryValue | null): string {
  return typeof value === 'string' ? value : '';
}
