import { Badge, Button, Menu } from '@mantine/core';
import { IconCode, IconDots, IconPlus, IconRefresh, IconSend, IconTrash } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client';
import { useUser } from '../../api/session';
import { toastAction, toastDone, toastProblem } from '../../app/toast';
import classes from '../Administration.module.css';
import { AdminList } from '../AdminList';
import { ConfirmDialog } from '../ConfirmDialog';
import { usePages } from '../pages';
import { useActivePlaces } from '../points-of-sale/use-active-places';
import { LeadSourceForm, type LeadSource } from './LeadSourceForm';
import { SnippetDialog } from './SnippetDialog';

type Asked = { what: 'edit' | 'snippet' | 'renew' | 'delete'; source: LeadSource } | { what: 'new' };

/** « Sources de leads »: forms of websites, each with its code to paste. */
export function LeadSources(): ReactElement {
  const { t } = useTranslation('administration');
  const { pointsOfSale } = useUser();
  const places = useActivePlaces();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [asked, setAsked] = useState<Asked>();
  const query = usePages(['lead-sources'], (page) =>
    answer(api.GET('/api/v1/lead-sources', { params: { query: page } })),
  );
  const again = (): Promise<void> => client.invalidateQueries({ queryKey: ['lead-sources'] });
  const test = useMutation({
    mutationFn: ({ id }: LeadSource) =>
      answer(api.POST('/api/v1/lead-sources/{id}/test-lead', { params: { path: { id } } })),
    onSuccess: (lead) =>
      toastAction(t('sources.tested', { code: lead.code }), t('sources.openTest'), () =>
        navigate({ to: '/leads/$leadId', params: { leadId: lead.id } }),
      ),
    onError: toastProblem,
  });
  const siteName = (id: string): string => pointsOfSale.find((site) => site.id === id)?.name ?? '';
  const close = (): void => setAsked(undefined);
  /** What was asked for since, such as the code of a source that was just made, stays open. */
  const closeForm = (): void => setAsked((now) => (now === asked ? undefined : now));
  return (
    <>
      <AdminList
        label={t('sources.list')}
        explain={t('sources.explain')}
        query={query}
        empty={{ title: t('sources.emptyTitle'), text: t('sources.emptyText') }}
        action={
          <Button
            leftSection={<IconPlus size={16} aria-hidden="true" />}
            onClick={() => setAsked({ what: 'new' })}
          >
            {t('sources.new')}
          </Button>
        }
        columns={[
          {
            header: t('sources.name'),
            cell: (source) => (
              <button
                type="button"
                className={classes.name}
                onClick={() => setAsked({ what: 'edit', source })}
              >
                {source.name}
              </button>
            ),
          },
          { header: t('sources.pointOfSale'), cell: ({ pointOfSaleId }) => siteName(pointOfSaleId) },
          { header: t('sources.leadType'), cell: ({ leadType }) => leadType },
          {
            header: t('sources.state'),
            cell: ({ active }) => (
              <Badge variant="light" color={active ? 'green' : 'gray'} className={classes.badge ?? ''}>
                {active ? t('sources.on') : t('sources.off')}
              </Badge>
            ),
          },
          { header: t('sources.actions'), cell: actions },
        ]}
      />
      {(asked?.what === 'new' || asked?.what === 'edit') && (
        <LeadSourceForm
          source={asked.what === 'edit' ? asked.source : null}
          places={places}
          onClose={closeForm}
          onSaved={async (saved) => {
            await again();
            toastDone(t('sources.saved'));
            if (asked.what === 'new') setAsked({ what: 'snippet', source: saved });
          }}
        />
      )}
      {asked?.what === 'snippet' && <SnippetDialog source={asked.source} onClose={close} />}
      {asked?.what === 'renew' && (
        <ConfirmDialog
          title={t('sources.renewTitle', { name: asked.source.name })}
          text={t('sources.renewText')}
          confirm={t('sources.renew')}
          onClose={close}
          action={async () => {
            await answer(
              api.POST('/api/v1/lead-sources/{id}/renew-token', {
                params: { path: { id: asked.source.id } },
              }),
            );
            await again();
            toastDone(t('sources.renewed'));
          }}
        />
      )}
      {asked?.what === 'delete' && (
        <ConfirmDialog
          title={t('sources.deleteTitle', { name: asked.source.name })}
          text={t('sources.deleteText')}
          confirm={t('sources.delete')}
          onClose={close}
          action={async () => {
            await answer(
              api.DELETE('/api/v1/lead-sources/{id}', { params: { path: { id: asked.source.id } } }),
            );
            await again();
            toastDone(t('sources.deleted'));
          }}
        />
      )}
    </>
  );

  function actions(source: LeadSource): ReactElement {
    return (
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <Button
            variant="default"
            size="compact-sm"
            aria-label={t('labelled', { ns: 'common', label: t('sources.actions'), name: source.name })}
            loading={test.isPending && test.variables.id === source.id}
          >
            <IconDots size={16} aria-hidden="true" />
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconCode size={16} aria-hidden="true" />}
            onClick={() => setAsked({ what: 'snippet', source })}
          >
            {t('sources.snippet')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconSend size={16} aria-hidden="true" />}
            onClick={() => test.mutate(source)}
          >
            {t('sources.test')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconRefresh size={16} aria-hidden="true" />}
            onClick={() => setAsked({ what: 'renew', source })}
          >
            {t('sources.renew')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconTrash size={16} aria-hidden="true" />}
            onClick={() => setAsked({ what: 'delete', source })}
          >
            {t('sources.delete')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    );
  }
}
