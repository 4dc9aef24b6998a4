import { Button, Code, CopyButton, Stack } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Administration.module.css';

/** Text to take away: shown whole, copied by a button. */
export function CopyText({ text, label }: { text: string; label: string }): ReactElement {
  const { t } = useTranslation();
  return (
    <Stack gap="xs" align="flex-start">
      <Code block className={classes.code} w="100%" aria-label={label} tabIndex={0} role="region">
        {text}
      </Code>
      <CopyButton value={text}>
        {({ copied, copy }) => (
          <Button
            variant="light"
            onClick={copy}
            leftSection={
              copied ? <IconCheck size={16} aria-hidden="true" /> : <IconCopy size={16} aria-hidden="true" />
            }
          >
            {copied ? t('action.copied') : t('action.copy')}
          </Button>
        )}
      </CopyButton>
    </Stack>
  );
}
