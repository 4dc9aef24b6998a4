import { Kbd, Modal } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { LetterKeysSwitch } from '../../app/LetterKeysSwitch';
import type { LeadAction } from '../permitted-actions';
import classes from './KeysHelp.module.css';

const KEYS = [
  ['P', 'take'],
  ['A', 'assign'],
  ['C', 'declare'],
  ['R', 'remark'],
  ['E', 'deadline'],
] as const satisfies readonly (readonly [string, LeadAction])[];

/** « ? »: what the keyboard does on this page. */
export function KeysHelp(props: {
  opened: boolean;
  onClose: () => void;
  actions: ReadonlySet<LeadAction>;
}): ReactElement {
  const { t } = useTranslation('lead');
  const common = useTranslation('common').t;
  const known = KEYS.filter(([, action]) => props.actions.has(action));
  return (
    <Modal
      opened={props.opened}
      onClose={props.onClose}
      title={t('keys.title')}
      closeButtonProps={{ 'aria-label': common('action.close') }}
    >
      <dl className={classes.keys}>
        {known.map(([key, action]) => (
          <div key={key}>
            <dt>
              <Kbd>{key}</Kbd>
            </dt>
            <dd>{t(`keys.${action}`)}</dd>
          </div>
        ))}
        <div>
          <dt>
            <Kbd>?</Kbd>
          </dt>
          <dd>{t('keys.help')}</dd>
        </div>
        <div>
          <dt>
            <Kbd>Esc</Kbd>
          </dt>
          <dd>{t('keys.close')}</dd>
        </div>
      </dl>
      <LetterKeysSwitch />
    </Modal>
  );
}
