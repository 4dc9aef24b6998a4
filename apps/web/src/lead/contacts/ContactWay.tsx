import { ActionIcon, CopyButton, Tooltip } from '@mantine/core';
import { IconCheck, IconCopy, IconMail, IconPhone } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Contacts.module.css';

/** A telephone number or an address: one click reaches, another copies. */
export function ContactWay(props: {
  kind: 'phone' | 'email';
  href: string;
  label: string;
  text: string;
  copied: string;
  copyLabel: string;
}): ReactElement {
  const common = useTranslation('common').t;
  const Icon = props.kind === 'phone' ? IconPhone : IconMail;
  return (
    <div className={classes.way}>
      <a className={classes.link} href={props.href} title={props.label}>
        <Icon size={17} stroke={1.8} aria-hidden="true" />
        <span>{props.text}</span>
      </a>
      <CopyButton value={props.copied}>
        {({ copied, copy }) => (
          <Tooltip label={copied ? common('action.copied') : props.copyLabel}>
            <ActionIcon variant="subtle" size={30} onClick={copy} aria-label={props.copyLabel}>
              {copied ? (
                <IconCheck size={16} aria-hidden="true" />
              ) : (
                <IconCopy size={16} aria-hidden="true" />
              )}
            </ActionIcon>
          </Tooltip>
        )}
      </CopyButton>
    </div>
  );
}
