import { Button, Center, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { problemText } from '../app/toast';

/** No lead to show: because there is none for this person, or because it could not be read now. */
export function LeadFailed(props: {
  error: unknown;
  unknown: boolean;
  busy: boolean;
  onRetry: () => void;
}): ReactElement {
  const { t } = useTranslation('lead');
  const common = useTranslation('common').t;
  return (
    <Center mih="60vh" p="lg" role="alert">
      <Stack align="center" maw={440} ta="center">
        <Title order={1}>{t(props.unknown ? 'notFoundTitle' : 'failedTitle')}</Title>
        <Text c="dimmed">{props.unknown ? t('notFoundText') : problemText(props.error)}</Text>
        {props.unknown ? (
          <Button component={Link} to="/leads">
            {common('error.goToLeads')}
          </Button>
        ) : (
          <Button loading={props.busy} onClick={props.onRetry}>
            {common('action.retry')}
          </Button>
        )}
      </Stack>
    </Center>
  );
}
