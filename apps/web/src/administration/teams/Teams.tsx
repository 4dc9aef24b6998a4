import { Button, Select, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client';
import { useUser } from '../../api/session';
import { toastDone } from '../../app/toast';
import { usePlaces } from '../../leads/use-places';
import { AdminList } from '../AdminList';
import { ConfirmDialog } from '../ConfirmDialog';
import { NameButton } from '../NameButton';
import { usePages } from '../pages';
import { useOpened } from '../use-opened';
import { TeamForm } from './TeamForm';
import { readTeam, removeTeam, type Team } from './team-api';
import classes from './Teams.module.css';

/** « Équipes »: people of one point of sale who work together. */
export function Teams(): ReactElement {
  const { t } = useTranslation('administration');
  const { t: common } = useTranslation();
  const client = useQueryClient();
  const { pointsOfSale } = useUser();
  const places = usePlaces();
  const opened = useOpened(readTeam);
  const [removing, setRemoving] = useState<Team>();
  const [place, setPlace] = useState<string | null>(null);
  const wanted = place === null ? {} : { pointOfSaleId: place };
  const query = usePages(['teams', 'administration', wanted], (page) =>
    answer(api.GET('/api/v1/teams', { params: { query: { ...page, ...wanted } } })),
  );
  const again = (): void => {
    void client.invalidateQueries({ queryKey: ['teams'] });
    void client.invalidateQueries({ queryKey: ['users'] });
  };
  return (
    <>
      <AdminList
        label={t('teams.list')}
        explain={t('teams.explain')}
        query={query}
        empty={{ title: t('teams.emptyTitle'), text: t('teams.emptyText') }}
        filters={
          pointsOfSale.length > 1 && (
            <Select
              className={classes.place ?? ''}
              aria-label={t('teams.place')}
              placeholder={t('users.anyPlace')}
              searchable
              clearable
              limit={100}
              nothingFoundMessage={t('users.placeNotFound')}
              clearButtonProps={{ 'aria-label': t('users.anyPlace') }}
              value={place}
              onChange={setPlace}
              data={pointsOfSale.map(({ id, name }) => ({ value: id, label: name }))}
            />
          )
        }
        action={
          <Button leftSection={<IconPlus size={16} aria-hidden="true" />} onClick={opened.create}>
            {t('teams.new')}
          </Button>
        }
        columns={[
          {
            header: t('teams.name'),
            cell: ({ id, name }) => (
              <NameButton name={name} reading={opened.readingId === id} onClick={() => opened.edit(id)} />
            ),
          },
          { header: t('teams.place'), cell: ({ pointOfSaleId }) => places.nameOf(pointOfSaleId) },
          { header: t('teams.members'), cell: members },
          {
            header: t('teams.actions'),
            cell: (team) => (
              <Button
                variant="default"
                size="compact-sm"
                aria-label={common('labelled', { label: common('action.delete'), name: team.name })}
                onClick={() => setRemoving(team)}
              >
                {common('action.delete')}
              </Button>
            ),
          },
        ]}
      />
      {opened.item !== undefined && (
        <TeamForm
          item={opened.item}
          places={places.all.filter(({ id, active }) => active || id === opened.item?.pointOfSaleId)}
          pointOfSaleId={place}
          onClose={opened.close}
          onSaved={() => {
            again();
            toastDone(t('teams.saved'));
          }}
        />
      )}
      {removing && (
        <ConfirmDialog
          title={t('teams.deleteTitle', { name: removing.name })}
          text={t('teams.deleteText')}
          confirm={common('action.delete')}
          onClose={() => setRemoving(undefined)}
          action={async () => {
            await removeTeam(removing.id);
            again();
            toastDone(t('teams.deleted', { name: removing.name }));
          }}
        />
      )}
    </>
  );

  function members(team: Team): ReactElement {
    if (team.members.length > 0) return <>{team.members.map(({ name }) => name).join(', ')}</>;
    return (
      <Text component="span" size="sm" c="dimmed">
        {t('teams.noMember')}
      </Text>
    );
  }
}
