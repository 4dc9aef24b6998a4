import { Alert, Anchor, Button, Stack, Text, TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState, type FormEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { refusalText } from './refusal-text';
import { askForLink } from './password-api';
import { SignInFrame } from './SignInFrame';

/** Asks for a link by e-mail; says the same whether or not there is such an account. */
export function ForgottenPassword(): ReactElement {
  const { t, i18n } = useTranslation('signIn');
  const [email, setEmail] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const [sentTo, setSentTo] = useState<string>();
  const typed = email.trim();
  const wrong = !/^[^\s@]+@[^\s@]+$/.test(typed);

  const ask = async (): Promise<void> => {
    setTried(true);
    if (wrong || busy) return;
    setBusy(true);
    setRefusal(undefined);
    try {
      await askForLink(typed);
      setSentTo(typed);
    } catch (error) {
      setRefusal(refusalText(error, t, i18n.language));
    } finally {
      setBusy(false);
    }
  };
  return (
    <SignInFrame title={t('reset.title')}>
      {sentTo === undefined ? (
        <form
          noValidate
          onSubmit={(event: FormEvent) => {
            event.preventDefault();
            void ask();
          }}
        >
          <Stack>
            <Text size="sm">{t('reset.text')}</Text>
            {refusal !== undefined && (
              <Alert color="red" role="alert">
                {refusal}
              </Alert>
            )}
            <TextInput
              type="email"
              label={t('email')}
              autoComplete="username"
              autoFocus
              value={email}
              onChange={(event) => setEmail(event.currentTarget.value)}
              error={tried && wrong ? t(typed === '' ? 'required' : 'emailWrong') : undefined}
            />
            <Button type="submit" loading={busy} fullWidth>
              {t('reset.submit')}
            </Button>
          </Stack>
        </form>
      ) : (
        <Stack role="status">
          <Text>{t('reset.sent', { email: sentTo })}</Text>
          <Text size="sm" c="var(--relance-muted)">
            {t('reset.hint')}
          </Text>
          <Button variant="default" onClick={() => setSentTo(undefined)}>
            {t('reset.again')}
          </Button>
        </Stack>
      )}
      <Anchor component={Link} to="/connexion" size="sm" mt="md" display="inline-block" py={4}>
        {t('reset.back')}
      </Anchor>
    </SignInFrame>
  );
}
