import { ActionIcon, Kbd, Popover, Title } from '@mantine/core';
import { IconKeyboard } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { LetterKeysSwitch } from '../app/LetterKeysSwitch';
import classes from './LeadsPage.module.css';

const KEYS = [
  ['move', '↑ ↓'],
  ['ends', '↖ ↘'],
  ['openLead', '↵'],
  ['select', 'x'],
  ['take', 'P'],
  ['assign', 'A'],
  ['menu', 'M'],
  ['search', '/'],
  ['global', 'Ctrl K'],
  ['clear', 'Esc'],
  ['help', '?'],
] as const;

/** « ? »: the keys of the list. */
export function KeysHelp({
  opened,
  onChange,
}: {
  opened: boolean;
  onChange: (opened: boolean) => void;
}): ReactElement {
  const { t } = useTranslation('leads');
  return (
    <Popover
      opened={opened}
      onChange={onChange}
      position="bottom-end"
      shadow="md"
      trapFocus
      returnFocus
      withArrow
    >
      <Popover.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={28}
          className={classes.keys}
          aria-label={t('keys.open')}
          aria-keyshortcuts="?"
          onClick={() => onChange(!opened)}
        >
          <IconKeyboard size={17} aria-hidden="true" />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('keys.title')}>
        <Title order={2} size="h3" mb="xs" tabIndex={-1} data-autofocus className={classes.keyTitle}>
          {t('keys.title')}
        </Title>
        <dl className={classes.keyList}>
          {KEYS.map(([key, keys]) => (
            <div key={key}>
              <dt>{t(`keys.${key}`)}</dt>
              <dd>
                {keys.split(' ').map((each) => (
                  <Kbd key={each}>{each}</Kbd>
                ))}
              </dd>
            </div>
          ))}
          <div>
            <dt>{t('keys.range')}</dt>
            <dd>{t('keys.rangeKeys')}</dd>
          </div>
        </dl>
        <LetterKeysSwitch />
      </Popover.Dropdown>
    </Popover>
  );
}
