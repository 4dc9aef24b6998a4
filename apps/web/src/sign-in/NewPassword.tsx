import { Alert, Button, Stack, Text } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { useState, type FormEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../api/problem';
import { NewPasswordInput } from './NewPasswordInput';
import { choosePassword } from './password-api';
import { passwordStrength } from './password-strength';
import { refusalText } from './refusal-text';
import { SignInFrame } from './SignInFrame';

type State = 'typing' | 'saving' | 'done' | 'dead';

/** The page behind the link of an e-mail: for a forgotten password, or a first one after an invitation. */
export function NewPassword(): ReactElement {
  const { t, i18n } = useTranslation('signIn');
  const { token } = useParams({ from: '/mot-de-passe/$token' });
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const [state, setState] = useState<State>('typing');
  const [refusal, setRefusal] = useState<string>();
  const strength = passwordStrength(password);
  const wrong = strength === 'tooShort' || strength === 'tooLong';

  const choose = async (): Promise<void> => {
    setTried(true);
    if (wrong || state === 'saving') return;
    setState('saving');
    setRefusal(undefined);
    try {
      await choosePassword(token, password);
      setState('done');
    } catch (error) {
      if (isDeadLink(error)) return setState('dead');
      setState('typing');
      setRefusal(refusalText(error, t, i18n.language));
    }
  };
  if (state === 'done')
    return (
      <SignInFrame title={t('chosen.title')}>
        <Stack role="status">
          <Text>{t('chosen.text')}</Text>
          <Button component={Link} to="/connexion">
            {t('submit')}
          </Button>
        </Stack>
      </SignInFrame>
    );
  if (state === 'dead')
    return (
      <SignInFrame title={t('dead.title')}>
        <Stack role="alert">
          <Text>{t('dead.text')}</Text>
          <Text size="sm" c="var(--relance-muted)">
            {t('dead.invitation')}
          </Text>
          <Button component={Link} to="/mot-de-passe">
            {t('dead.again')}
          </Button>
        </Stack>
      </SignInFrame>
    );
  return (
    <SignInFrame title={t('choose.title')}>
      <form
        noValidate
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          void choose();
        }}
      >
        <Stack>
          <Text size="sm">{t('choose.text')}</Text>
          {refusal !== undefined && (
            <Alert color="red" role="alert">
              {refusal}
            </Alert>
          )}
          <NewPasswordInput
            label={t('password.new')}
            value={password}
            onChange={setPassword}
            own={[]}
            autoFocus
            error={tried && wrong ? t(`password.strength.${strength}`) : undefined}
          />
          <Button type="submit" loading={state === 'saving'} fullWidth>
            {t('choose.submit')}
          </Button>
        </Stack>
      </form>
    </SignInFrame>
  );
}

/** Used, expired, replaced, or cut short by a mail program. */
function isDeadLink(error: unknown): boolean {
  if (!(error instanceof ApiProblem)) return false;
  if (error.code === 'PASSWORD_LINK_INVALID') return true;
  return error.status === 400 && error.errors.some(({ path }) => path === 'token');
}
