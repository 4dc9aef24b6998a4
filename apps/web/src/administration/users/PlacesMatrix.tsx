import { Checkbox, Fieldset, Table, Text, TextInput } from '@mantine/core';
import { useId, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { LEAD_TYPES } from '../../leads/lead';
import { usePlaces, type Place } from '../../leads/use-places';
import adminClasses from '../Administration.module.css';
import { toggledPlace, toggledType, type Memberships } from './memberships';
import classes from './Users.module.css';

/** With more places than this, one looks for them by name. */
const FEW = 8;

/** Where a person works and which types of lead they handle there (S1.5): a row for each point of sale. */
export function PlacesMatrix(props: {
  value: Memberships;
  onChange: (value: Memberships) => void;
  hint: string;
  error: string | undefined;
}): ReactElement {
  const { value, onChange } = props;
  const { t } = useTranslation('administration');
  const { t: leads } = useTranslation('leads');
  const { all } = usePlaces();
  const hintId = useId();
  const [words, setWords] = useState('');
  const places = all.filter(({ id, active }) => active || value[id] !== undefined);
  const sought = plain(words);
  const shown = places.filter(({ name }) => plain(name).includes(sought));
  return (
    <Fieldset
      legend={t('users.places')}
      classNames={{ legend: classes.legend ?? '' }}
      p="sm"
      aria-describedby={hintId}
    >
      <Text
        id={hintId}
        size="sm"
        mb="xs"
        {...(props.error ? { c: 'var(--mantine-color-error)', role: 'alert' } : { c: 'dimmed' })}
      >
        {props.error ?? props.hint}
      </Text>
      {places.length > FEW && (
        <TextInput
          type="search"
          mb="xs"
          aria-label={t('users.searchPlace')}
          placeholder={t('users.searchPlace')}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
      )}
      <div className={classes.places} tabIndex={0} role="group" aria-label={t('users.places')}>
        <Table horizontalSpacing={6} verticalSpacing={6} aria-label={t('users.placesTable')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('users.place')}</Table.Th>
              <Table.Th scope="col" className={adminClasses.center ?? ''}>
                {t('users.worksHere')}
              </Table.Th>
              {LEAD_TYPES.map((type) => (
                <Table.Th key={type} scope="col" className={adminClasses.center ?? ''}>
                  <abbr className={classes.type} title={leads(`types.${type}`)}>
                    {type}
                  </abbr>
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {shown.map((place) => (
              <Row key={place.id} place={place} value={value} onChange={onChange} />
            ))}
          </Table.Tbody>
        </Table>
        {shown.length === 0 && (
          <Text size="sm" c="dimmed" p="xs">
            {all.length === 0 ? t('users.noPlace') : t('users.placeNotFound')}
          </Text>
        )}
      </div>
    </Fieldset>
  );
}

function Row(props: {
  place: Place;
  value: Memberships;
  onChange: (value: Memberships) => void;
}): ReactElement {
  const { place, value, onChange } = props;
  const { t } = useTranslation('administration');
  const handled = value[place.id];
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={handled ? 600 : 400}>
        {place.name}
      </Table.Th>
      <Table.Td className={adminClasses.center ?? ''}>
        <Checkbox
          aria-label={t('users.worksAt', { place: place.name })}
          checked={handled !== undefined}
          onChange={() => onChange(toggledPlace(value, place))}
        />
      </Table.Td>
      {LEAD_TYPES.map((type) => {
        const checked = handled?.includes(type) ?? false;
        return (
          <Table.Td key={type} className={adminClasses.center ?? ''}>
            <Checkbox
              aria-label={t('users.handles', { type, place: place.name })}
              checked={checked}
              disabled={!checked && !place.tradeAttributes.includes(type)}
              onChange={() => onChange(toggledType(value, place.id, type))}
            />
          </Table.Td>
        );
      })}
    </Table.Tr>
  );
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
}
