import { Switch } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { turnLetterKeys, useLetterKeys } from './letter-keys';

/** Turns the keys that are a single character off and on again; stands in the help about them. */
export function LetterKeysSwitch(): ReactElement {
  const { t } = useTranslation();
  return (
    <Switch
      mt="sm"
      size="sm"
      label={t('letterKeys')}
      checked={useLetterKeys()}
      onChange={(event) => turnLetterKeys(event.currentTarget.checked)}
    />
  );
}
