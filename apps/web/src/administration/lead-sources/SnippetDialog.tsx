import { Modal, Stack, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyText } from '../CopyText';
import { formSnippet } from './form-snippet';
import type { LeadSource } from './LeadSourceForm';

/** The code to paste in a website, with what it will look like there. */
export function SnippetDialog(props: { source: LeadSource; onClose: () => void }): ReactElement {
  const { t, i18n } = useTranslation('administration');
  const words = i18n.getResourceBundle(i18n.language, 'administration') as {
    form: Parameters<typeof formSnippet>[2];
  };
  return (
    <Modal
      opened
      onClose={props.onClose}
      size="xl"
      title={t('sources.snippetTitle', { name: props.source.name })}
      closeButtonProps={{ 'aria-label': t('action.close', { ns: 'common' }) }}
    >
      <Stack>
        <Text size="sm">{t('sources.snippetExplain')}</Text>
        <CopyText
          label={t('sources.snippet')}
          text={formSnippet(window.location.origin, props.source, words.form)}
        />
      </Stack>
    </Modal>
  );
}
