import { Button, Center, Stack, Text, Title } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';

/** A page that could not be drawn; a part of the application that changed on the server is one reload away. */
export function PageError(): ReactElement {
  const { t } = useTranslation();
  return (
    <Center mih="60vh" p="lg" role="alert">
      <Stack align="center" maw={420} ta="center">
        <Title order={1}>{t('error.page')}</Title>
        <Text c="dimmed">{t('error.pageText')}</Text>
        <Button onClick={() => window.location.reload()}>{t('error.reload')}</Button>
      </Stack>
    </Center>
  );
}
