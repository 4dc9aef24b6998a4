import { Input, MultiSelect, Select, Text, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { problemText } from '../../app/toast';
import { keyedIntent } from '../../lead/keyed-intent';
import { EditDrawer, type Errors } from '../EditDrawer';
import type { Described } from '../drafts';
import { memberChoices } from './member-choices';
import {
  draftOf,
  readPeopleAt,
  readTeam,
  saveTeam,
  type Member,
  type Team,
  type TeamDraft,
} from './team-api';

const peopleKey = (pointOfSaleId: string) => ['users', 'at', pointOfSaleId] as const;

/** A team, new or edited: people of one point of sale, which stays the same. */
export function TeamForm(props: {
  item: Team | null;
  /** Where a team can be. */
  places: { id: string; name: string }[];
  /** Where a new one is, until somebody says otherwise. */
  pointOfSaleId: string | null;
  onClose: () => void;
  onSaved: () => void;
}): ReactElement {
  const { item, places } = props;
  const { t } = useTranslation('administration');
  const client = useQueryClient();
  const [intent] = useState(keyedIntent);
  const [start] = useState<TeamDraft>(() =>
    item
      ? draftOf(item)
      : {
          name: '',
          pointOfSaleId: props.pointOfSaleId ?? (places.length === 1 ? places[0]!.id : ''),
          memberIds: [],
        },
  );
  const [known, setKnown] = useState<Member[]>(item?.members ?? []);
  const nameOfPlace = (id: string): string => places.find((place) => place.id === id)?.name ?? '';
  const validate = (draft: TeamDraft): Errors => ({
    ...(draft.name.trim() === '' ? { name: t('required') } : {}),
    ...(draft.pointOfSaleId === '' ? { pointOfSaleId: t('required') } : {}),
  });
  const namesOf = ({ pointOfSaleId, memberIds }: TeamDraft): string => {
    const people = client.getQueryData<Member[]>(peopleKey(pointOfSaleId)) ?? [];
    return memberChoices(people, known)
      .filter(({ value }) => memberIds.includes(value))
      .map(({ label }) => label)
      .join(', ');
  };
  const describe = (draft: TeamDraft): Described => [
    [t('teams.name'), draft.name],
    [t('teams.members'), namesOf(draft)],
  ];
  return (
    <EditDrawer<TeamDraft, Team>
      onClose={props.onClose}
      editing={{
        title: item ? t('teams.editTitle', { name: item.name }) : t('teams.newTitle'),
        item,
        start,
        toDraft: draftOf,
        validate,
        describe,
        readAgain: async ({ id }) => {
          const now = await readTeam(id);
          setKnown((before) => [...before, ...now.members]);
          return now;
        },
        save: async (draft, over) => {
          await saveTeam(draft, over, intent(JSON.stringify(draft)));
          props.onSaved();
        },
        refusals: {
          MEMBER_NOT_OF_POINT_OF_SALE: t('teams.notOfPlace'),
          UNKNOWN_POINT_OF_SALE: t('users.unknownPlace'),
        },
      }}
    >
      {(draft, change, errors) => (
        <>
          <TextInput
            data-autofocus
            label={t('teams.name')}
            required
            maxLength={120}
            value={draft.name}
            onChange={(event) => change({ name: event.currentTarget.value })}
            error={errors['name']}
          />
          {item ? (
            <Input.Wrapper label={t('teams.place')} labelElement="div">
              <Text size="sm">{nameOfPlace(item.pointOfSaleId)}</Text>
            </Input.Wrapper>
          ) : (
            <Select
              label={t('teams.place')}
              required
              searchable
              allowDeselect={false}
              limit={100}
              nothingFoundMessage={t('users.placeNotFound')}
              data={places.map(({ id, name }) => ({ value: id, label: name }))}
              value={draft.pointOfSaleId === '' ? null : draft.pointOfSaleId}
              onChange={(id) => id !== null && change({ pointOfSaleId: id, memberIds: [] })}
              error={errors['pointOfSaleId']}
            />
          )}
          <Members
            pointOfSaleId={draft.pointOfSaleId}
            known={known}
            value={draft.memberIds}
            onChange={(memberIds) => change({ memberIds })}
            error={errors['memberIds']}
          />
        </>
      )}
    </EditDrawer>
  );
}

function Members(props: {
  pointOfSaleId: string;
  known: Member[];
  value: string[];
  onChange: (ids: string[]) => void;
  error: string | undefined;
}): ReactElement {
  const { pointOfSaleId, value } = props;
  const { t } = useTranslation('administration');
  const people = useQuery({
    queryKey: peopleKey(pointOfSaleId),
    queryFn: () => readPeopleAt(pointOfSaleId),
    enabled: pointOfSaleId !== '',
  });
  return (
    <MultiSelect
      label={t('teams.members')}
      description={pointOfSaleId === '' ? t('teams.placeFirst') : t('teams.membersHint')}
      {...(value.length === 0 && pointOfSaleId !== '' ? { placeholder: t('teams.pick') } : {})}
      searchable
      hidePickedOptions
      disabled={pointOfSaleId === ''}
      maxValues={500}
      limit={100}
      maxDropdownHeight={240}
      nothingFoundMessage={people.isFetching ? t('teams.reading') : t('teams.nobody')}
      data={memberChoices(people.data ?? [], props.known)}
      value={value}
      onChange={props.onChange}
      error={people.isError ? problemText(people.error) : props.error}
    />
  );
}
