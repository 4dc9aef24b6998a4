import { Checkbox } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../i18n/format';

/** « Appliquer aux leads ouverts » says how many it will touch (D6). */
export function ApplyToOpenLeads(props: {
  openLeads: number;
  checked: boolean;
  onChange: (checked: boolean) => void;
}): ReactElement {
  const { t, i18n } = useTranslation('settings');
  const formatted = formatNumber(props.openLeads, i18n.language);
  return (
    <Checkbox
      checked={props.checked}
      onChange={(event) => props.onChange(event.currentTarget.checked)}
      label={t('apply.label', { count: props.openLeads, formatted })}
      description={props.checked ? t('apply.explain') : t('apply.otherwise')}
    />
  );
}
