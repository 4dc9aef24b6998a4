import { Button, Group, Modal, Text } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { signOut, useUser } from '../api/session';
import { toastProblem } from '../app/toast';
import { AccountSection } from './AccountSection';

/** « Se déconnecter partout »: asks first, it cannot be undone. */
export function Sessions(): ReactElement {
  const { t } = useTranslation('account');
  const common = useTranslation('common').t;
  const { name } = useUser();
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const leave = async (): Promise<void> => {
    setBusy(true);
    try {
      await signOut(true);
    } catch (error) {
      toastProblem(error);
      setBusy(false);
      setAsking(false);
    }
  };
  return (
    <AccountSection title={t('sessions.title')}>
      <Text size="sm" mb="sm">
        {t('sessions.text')}
      </Text>
      <Button variant="default" onClick={() => setAsking(true)}>
        {t('sessions.submit')}
      </Button>
      <Modal
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('sessions.askTitle')}
        closeButtonProps={{ 'aria-label': common('action.close') }}
      >
        <Text>{t('sessions.askText', { name })}</Text>
        <Group justify="flex-end" mt="md">
          <Button variant="default" data-autofocus onClick={() => setAsking(false)}>
            {common('action.cancel')}
          </Button>
          <Button color="red.9" loading={busy} onClick={() => void leave()}>
            {t('sessions.submit')}
          </Button>
        </Group>
      </Modal>
    </AccountSection>
  );
}
