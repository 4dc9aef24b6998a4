import { Modal, Text } from '@mantine/core';
import { IconBuildingStore, IconUser, IconUserOff } from '@tabler/icons-react';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useUser } from '../api/session';
import { useFocusBack } from '../app/use-focus-back';
import { PickList, type PickGroup } from '../search/PickList';
import { matchesWords } from '../search/matches-words';
import type { SelectedLead } from './selection';
import type { Recipient } from './use-lead-actions';
import { usePeople, type Person } from './use-people';
import { usePlaces } from './use-places';

const ICON = { size: 18 } as const;

/** Whom to give leads to: somebody of their point of sale, nobody, or another point of sale. */
export function AssignPicker(props: {
  leads: readonly SelectedLead[] | null;
  onClose: () => void;
  onPick: (to: Recipient) => void;
}): ReactElement {
  const { leads, onClose, onPick } = props;
  useFocusBack();
  const { t } = useTranslation('leads');
  return (
    <Modal
      opened={leads !== null}
      onClose={onClose}
      title={t('assign.title', { count: leads?.length ?? 1 })}
      closeButtonProps={{ 'aria-label': t('action.close', { ns: 'common' }) }}
      padding="md"
      yOffset="12dvh"
      centered={false}
    >
      {leads && <Recipients leads={leads} onPick={onPick} />}
    </Modal>
  );
}

function Recipients({
  leads,
  onPick,
}: {
  leads: readonly SelectedLead[];
  onPick: (to: Recipient) => void;
}): ReactElement {
  const { t } = useTranslation('leads');
  const [query, setQuery] = useState('');
  const user = useUser();
  const people = usePeople();
  const places = usePlaces();
  const placeIds = [...new Set(leads.map(({ pointOfSaleId }) => pointOfSaleId))];
  const found = (name: string): boolean => matchesWords(name, query);

  const candidates = people.all.filter((person) => worksAt(person, placeIds) && found(person.name));
  const mine = candidates.filter(({ id }) => id === user.id);
  const others = candidates.filter(({ id }) => id !== user.id);
  const elsewhere = places.all.filter(
    ({ id, name }) => !(placeIds.length === 1 && placeIds[0] === id) && found(name),
  );
  const groups: PickGroup[] = [
    {
      label:
        placeIds.length === 1
          ? t('assign.people', { place: places.nameOf(placeIds[0]!) })
          : t('assign.peopleOf'),
      items: [
        ...[...mine, ...others].map(({ id, name, role }) => ({
          key: id,
          icon: <IconUser {...ICON} />,
          label: id === user.id ? t('assign.me', { name }) : name,
          hint: t(`role.${role}`, { ns: 'common' }),
          pick: () => onPick({ kind: 'person', id, name }),
        })),
        ...(leads.some(({ assigneeId }) => assigneeId !== null) && found(t('assign.nobody'))
          ? [
              {
                key: 'nobody',
                icon: <IconUserOff {...ICON} />,
                label: t('assign.nobody'),
                pick: () => onPick({ kind: 'person', id: null, name: '' }),
              },
            ]
          : []),
      ],
    },
    {
      label: t('assign.places'),
      items: elsewhere.map(({ id, name }) => ({
        key: id,
        icon: <IconBuildingStore {...ICON} />,
        label: name,
        pick: () => onPick({ kind: 'place', id, name }),
      })),
    },
  ];
  return (
    <>
      {placeIds.length > 1 && (
        <Text size="sm" c="dimmed" mb="xs">
          {t('assign.mixed')}
        </Text>
      )}
      <PickList
        label={t('assign.search')}
        placeholder={t('assign.search')}
        {...{ query, groups }}
        onQuery={setQuery}
        empty={t('assign.none', { query })}
      />
    </>
  );
}

/** An Admin is at home everywhere. */
function worksAt({ active, role, pointsOfSale }: Person, placeIds: readonly string[]): boolean {
  if (!active || role === 'MARKETING') return false;
  return role === 'ADMIN' || placeIds.every((place) => pointsOfSale.some(({ id }) => id === place));
}
