import { IconMail, IconPhone } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Lead } from '../lead-query';
import classes from './Contacts.module.css';

/** On a phone: call and write, always within the thumb's reach. */
export function ContactBar({
  contact,
  name,
}: {
  contact: Lead['contact'];
  name: string;
}): ReactElement | null {
  const { t } = useTranslation('lead');
  if (contact.phone === null && contact.email === null) return null;
  return (
    <div className={classes.bar}>
      {contact.phone !== null && (
        <a className={classes.call} href={`tel:${contact.phone}`} aria-label={t('action.callName', { name })}>
          <IconPhone size={20} aria-hidden="true" />
          {t('action.call')}
        </a>
      )}
      {contact.email !== null && (
        <a
          className={classes.write}
          href={`mailto:${contact.email}`}
          aria-label={t('action.writeName', { name })}
        >
          <IconMail size={20} aria-hidden="true" />
          {t('action.write')}
        </a>
      )}
    </div>
  );
}
