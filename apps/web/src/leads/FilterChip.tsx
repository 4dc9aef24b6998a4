import { CloseButton, UnstyledButton } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import type { ComponentProps, ReactElement, Ref } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './FilterBar.module.css';

/** A filter as a chip: its name, or what was chosen, which can be taken away. Opens what it is the target of. */
export function FilterChip({
  label,
  words,
  onClear,
  ref,
  className,
  ...target
}: {
  label: string;
  /** What was chosen; null: nothing. */
  words: string | null;
  onClear: () => void;
  ref?: Ref<HTMLButtonElement>;
} & Omit<ComponentProps<'button'>, 'ref'>): ReactElement {
  const { t } = useTranslation('leads');
  return (
    <span className={classes.chip} data-chosen={words !== null || undefined}>
      <UnstyledButton ref={ref} {...target} className={`${classes.chipButton} ${className ?? ''}`}>
        {words === null ? label : <span className={classes.chipName}>{label}</span>}
        {words !== null && <span className={classes.chipWords}>{words}</span>}
        {words === null && <IconChevronDown size={14} aria-hidden="true" />}
      </UnstyledButton>
      {words !== null && (
        <CloseButton size={24} iconSize={14} aria-label={t('filter.clearOne', { label })} onClick={onClear} />
      )}
    </span>
  );
}
