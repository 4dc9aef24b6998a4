import { Button } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { formatPhone } from '../../i18n/format';
import { Box } from '../details/Box';
import boxes from '../details/Box.module.css';
import { contactName } from '../lead-name';
import type { Lead } from '../lead-query';
import type { LeadAction } from '../permitted-actions';
import { ContactWay } from './ContactWay';
import classes from './Contacts.module.css';

/** « Contacts »: who asked and how to reach them; can be edited (S2.9). */
export function ContactsTab(props: {
  lead: Lead;
  actions: ReadonlySet<LeadAction>;
  onAction: (action: LeadAction) => void;
}): ReactElement {
  const { lead, actions, onAction } = props;
  const { t } = useTranslation('lead');
  const { contact, callTracking } = lead;
  const name = contactName(lead) ?? t('unknownContact');
  return (
    <div className={classes.tab}>
      <Box
        title={t('contacts.main')}
        action={
          actions.has('contact') && (
            <Button
              variant="light"
              size="compact-sm"
              leftSection={<IconPencil size={15} aria-hidden="true" />}
              onClick={() => onAction('contact')}
            >
              {t('contacts.edit')}
            </Button>
          )
        }
      >
        <div className={boxes.strong}>{name}</div>
        {callTracking.available && <p className={boxes.muted}>{t('contacts.hidden')}</p>}
        {contact.phone !== null ? (
          <ContactWay
            kind="phone"
            href={`tel:${contact.phone}`}
            label={t('action.callName', { name })}
            text={formatPhone(contact.phone)}
            copied={contact.phone}
            copyLabel={t('contacts.copyPhone')}
          />
        ) : (
          !callTracking.available && <p className={boxes.muted}>{t('contacts.noPhone')}</p>
        )}
        {contact.email !== null ? (
          <ContactWay
            kind="email"
            href={`mailto:${contact.email}`}
            label={t('action.writeName', { name })}
            text={contact.email}
            copied={contact.email}
            copyLabel={t('contacts.copyEmail')}
          />
        ) : (
          !callTracking.available && <p className={boxes.muted}>{t('contacts.noEmail')}</p>
        )}
      </Box>
    </div>
  );
}
