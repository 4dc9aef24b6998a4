import { Menu } from '@mantine/core';
import { IconExternalLink, IconHandStop, IconPhone, IconUserShare } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../api/session';
import { formatPhone } from '../i18n/format';
import { contactName, type Lead } from './lead';
import classes from './LeadGrid.module.css';
import type { GridState } from './use-grid-state';

const ICON = { size: 16, 'aria-hidden': true } as const;

/** What can be done with one lead; stands where its button was while it is open. */
export function RowMenu({ lead, state }: { lead: Lead; state: GridState }): ReactElement {
  const { t } = useTranslation('leads');
  const may = useMay();
  const { phone } = lead.contact;
  return (
    <Menu opened position="bottom-end" onClose={state.closeMenu} returnFocus={false} shadow="md">
      <Menu.Target>
        <button
          type="button"
          tabIndex={-1}
          className={classes.moreButton}
          data-do="menu"
          aria-label={t('list.menu', { name: contactName(lead) })}
        >
          ⋯
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {may('lead.take') && (
          <Menu.Item leftSection={<IconHandStop {...ICON} />} onClick={() => state.take([lead])}>
            {t('action.take')}
          </Menu.Item>
        )}
        {may('lead.assign') && (
          <Menu.Item leftSection={<IconUserShare {...ICON} />} onClick={() => state.assign([lead])}>
            {t('action.assign')}
          </Menu.Item>
        )}
        {phone ? (
          <Menu.Item component="a" href={`tel:${phone}`} leftSection={<IconPhone {...ICON} />}>
            {t('action.call', { phone: formatPhone(phone) })}
          </Menu.Item>
        ) : (
          <Menu.Item disabled leftSection={<IconPhone {...ICON} />}>
            {t('action.noPhone')}
          </Menu.Item>
        )}
        <Menu.Item
          component="a"
          href={`/leads/${lead.id}`}
          target="_blank"
          rel="noopener"
          leftSection={<IconExternalLink {...ICON} />}
        >
          {t('action.openTab')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
