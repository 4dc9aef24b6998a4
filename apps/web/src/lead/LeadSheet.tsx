import { Tabs } from '@mantine/core';
import { useDocumentTitle, useHotkeys } from '@mantine/hooks';
import { IconExternalLink } from '@tabler/icons-react';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useCallback, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { serverNow } from '../api/server-clock';
import { useMay } from '../api/session';
import { useLetterKeys } from '../app/letter-keys';
import { ContactBar } from './contacts/ContactBar';
import { ContactsTab } from './contacts/ContactsTab';
import { DetailsTab } from './details/DetailsTab';
import { FollowUpTab } from './follow-up/FollowUpTab';
import { ActionBar } from './header/ActionBar';
import { KeysHelp } from './header/KeysHelp';
import { LeadHeader } from './header/LeadHeader';
import classes from './LeadPage.module.css';
import { contactName } from './lead-name';
import type { ReadLead } from './lead-query';
import { permittedActions, type LeadAction } from './permitted-actions';
import { haveAllPassed } from './timeline/appointments';
import { useAwaitedAppointments } from './use-awaited-appointments';
import { useLeadWords } from './use-lead-words';
import { useTakeLead } from './use-take-lead';

const loadDrawer = () => import('./actions/LeadDrawer');
const LeadDrawer = lazy(async () => ({ default: (await loadDrawer()).LeadDrawer }));

/** Actions that are done in the drawer; the others are one click, or a field of the page. */
export type DrawerAction = Exclude<LeadAction, 'take' | 'remark'>;

const TABS = { details: undefined, followUp: 'suivi', contacts: 'contacts' } as const;
type Tab = keyof typeof TABS;

/** The page of one lead that is there: header, actions, tabs (S2.1–S2.9). */
export function LeadSheet({ read }: { read: ReadLead }): ReactElement {
  const { t } = useTranslation('lead');
  const may = useMay();
  const navigate = useNavigate();
  const { onglet } = useSearch({ from: '/signed-in/leads/$leadId' });
  const [drawer, setDrawer] = useState<DrawerAction | null>(null);
  const [keys, setKeys] = useState(false);
  const [wantsRemark, setWantsRemark] = useState(false);
  const remarkFocused = useCallback(() => setWantsRemark(false), []);
  const { lead } = read;
  const words = useLeadWords(lead);
  const take = useTakeLead();
  const awaited = useAwaitedAppointments(lead);
  const appointmentPassed = awaited !== undefined && haveAllPassed(awaited, serverNow());
  const actions = permittedActions({ ...lead, appointmentPassed }, may);
  const tab = (Object.keys(TABS) as Tab[]).find((key) => TABS[key] === onglet) ?? 'details';
  const name = contactName(lead) ?? t('unknownContact');
  useDocumentTitle(`${name} · Relance`);

  const show = (next: Tab): void =>
    void navigate({
      to: '/leads/$leadId',
      params: { leadId: lead.id },
      search: TABS[next] ? { onglet: TABS[next] } : {},
      replace: true,
      resetScroll: false,
    });
  const act = (action: LeadAction): void => {
    if (!actions.has(action)) return;
    if (action === 'take') take.run(read, words);
    else if (action === 'remark') {
      show('details');
      setWantsRemark(true);
    } else setDrawer(action);
  };
  const letterKeys = useLetterKeys();
  const busy = drawer !== null || keys;
  useHotkeys(
    busy || !letterKeys
      ? []
      : [
          ['P', () => act('take')],
          ['A', () => act('assign')],
          ['C', () => act('declare')],
          ['R', () => act('remark')],
          ['E', () => act('deadline')],
          ['shift+?', () => setKeys(true)],
        ],
  );
  return (
    <div className={classes.page}>
      <div className={classes.crumbs}>
        <nav aria-label={t('breadcrumb')}>
          <Link to="/leads">{t('leads')}</Link> › {lead.code}
        </nav>
        {typeof lead.workflowUrl === 'string' && (
          <a href={lead.workflowUrl} target="_blank" rel="noreferrer">
            <IconExternalLink size={14} aria-hidden="true" />
            {t('action.workflow')}
          </a>
        )}
      </div>
      <LeadHeader read={read} words={words} />
      <ActionBar
        lead={lead}
        actions={actions}
        taking={take.busy}
        onAction={act}
        onKeys={() => setKeys(true)}
      />
      <Tabs value={tab} onChange={(next) => show((next ?? 'details') as Tab)} keepMounted={false}>
        <Tabs.List aria-label={t('tab.list')}>
          <Tabs.Tab value="details">{t('tab.details')}</Tabs.Tab>
          <Tabs.Tab value="followUp">{t('tab.followUp')}</Tabs.Tab>
          <Tabs.Tab value="contacts">{t('tab.contacts')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="details">
          <DetailsTab
            read={read}
            words={words}
            actions={actions}
            onAction={act}
            focusRemark={wantsRemark}
            onRemarkFocused={remarkFocused}
          />
        </Tabs.Panel>
        <Tabs.Panel value="followUp" pt="md">
          <FollowUpTab read={read} words={words} actions={actions} onAction={act} />
        </Tabs.Panel>
        <Tabs.Panel value="contacts" pt="md">
          <ContactsTab lead={lead} actions={actions} onAction={act} />
        </Tabs.Panel>
      </Tabs>
      <ContactBar contact={lead.contact} name={name} />
      <KeysHelp opened={keys} onClose={() => setKeys(false)} actions={actions} />
      <Suspense>
        {drawer !== null && (
          <LeadDrawer action={drawer} read={read} words={words} onClose={() => setDrawer(null)} />
        )}
      </Suspense>
    </div>
  );
}
