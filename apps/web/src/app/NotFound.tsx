import { Button, Center, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';

/** An address that leads to nothing, and the way back. */
export function NotFound(): ReactElement {
  const { t } = useTranslation();
  return (
    <Center component="main" mih="60vh" p="lg">
      <Stack align="center" maw={420} ta="center">
        <Title order={1}>{t('error.notFoundTitle')}</Title>
        <Text c="dimmed">{t('error.notFoundText')}</Text>
        <Button component={Link} to="/leads">
          {t('error.goToLeads')}
        </Button>
      </Stack>
    </Center>
  );
}
