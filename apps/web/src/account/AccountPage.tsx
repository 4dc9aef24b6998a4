import { Stack } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../frame/Page';
import { Identity } from './Identity';
import { PasswordChange } from './PasswordChange';
import { Preferences } from './Preferences';
import { Sessions } from './Sessions';

/** « Mon compte »: who one is here, the password, sessions, language and appearance. */
export function AccountPage(): ReactElement {
  const { t } = useTranslation('account');
  return (
    <Page title={t('title')} narrow>
      <Stack gap="md">
        <Identity />
        <PasswordChange />
        <Preferences />
        <Sessions />
      </Stack>
    </Page>
  );
}
