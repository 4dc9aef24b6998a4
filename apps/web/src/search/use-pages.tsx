import { IconAlertCircle, IconPhoneCall, IconUserCircle, IconUserStar } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMay, useUser } from '../api/session';
import { ADMINISTRATION_SECTIONS, destinations } from '../frame/destinations';
import type { PickItem } from './PickList';

const ICON = { size: 18 } as const;
const TABS = [
  { key: 'overdue', vue: 'en-souffrance', icon: IconAlertCircle },
  { key: 'toContact', vue: 'a-contacter', icon: IconPhoneCall },
  { key: 'mine', vue: 'mes-leads', icon: IconUserStar },
] as const;

/** Pages of the application that the person may see; `words`: what finds them. */
export function usePages(): (PickItem & { words: string })[] {
  const { t } = useTranslation();
  const { t: tSearch } = useTranslation('search');
  const { t: tLeads } = useTranslation('leads');
  const navigate = useNavigate();
  const may = useMay();
  const { pointsOfSale } = useUser();
  const leads = !may('lead.read')
    ? []
    : TABS.map(({ key, vue, icon: Icon }) => ({
        key: `tab ${key}`,
        icon: <Icon {...ICON} />,
        label: tLeads(`tab.${key}`),
        hint: t('menu.leads'),
        words: `${tLeads(`tab.${key}`)} ${t('menu.leads')}`,
        pick: () => navigate({ to: '/leads', search: { vue } }),
      }));
  const menu = destinations(may).map(({ key, to, params, icon: Icon }) => ({
    key: `page ${key}`,
    icon: <Icon {...ICON} />,
    label: t(`menu.${key}`),
    words: t(`menu.${key}`),
    pick: () => navigate({ to, params: params ?? {} }),
  }));
  const Administration = destinations(may).find(({ key }) => key === 'administration')?.icon;
  const sections = ADMINISTRATION_SECTIONS.filter(({ permission }) => may(permission)).map(({ section }) => ({
    key: `section ${section}`,
    icon: Administration ? <Administration {...ICON} /> : null,
    label: tSearch(`section.${section}`),
    hint: t('menu.administration'),
    words: `${tSearch(`section.${section}`)} ${t('menu.administration')}`,
    pick: () => navigate({ to: '/administration/$section', params: { section } }),
  }));
  const Settings = destinations(may).find(({ key }) => key === 'settings')?.icon;
  const settings = !Settings
    ? []
    : pointsOfSale.map(({ id, name }) => ({
        key: `settings ${id}`,
        icon: <Settings {...ICON} />,
        label: tSearch('incomingLeads', { name }),
        hint: t('menu.settings'),
        words: `${tSearch('incomingLeads', { name })} ${t('menu.settings')}`,
        pick: () =>
          navigate({ to: '/parametres/$pointOfSaleId/leads-entrants', params: { pointOfSaleId: id } }),
      }));
  const account = {
    key: 'page account',
    icon: <IconUserCircle {...ICON} />,
    label: t('menu.account'),
    words: t('menu.account'),
    pick: () => navigate({ to: '/compte' }),
  };
  return [...leads, ...menu, ...sections, ...settings, account];
}
