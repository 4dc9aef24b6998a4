import { Checkbox, Group, Select, Switch, TagsInput, TextInput } from '@mantine/core';
import { useMemo, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { keyedIntent } from '../../lead/keyed-intent';
import { LEAD_TYPES } from '../../leads/lead';
import { EditDrawer, type Errors } from '../EditDrawer';
import type { Described } from '../drafts';
import {
  draftOf,
  NEW_POINT_OF_SALE,
  readPointOfSale,
  savePointOfSale,
  type EditedPointOfSale,
  type PointOfSaleDraft,
} from './point-of-sale-api';
import { countryChoices, countryName, timeZoneChoices } from './places-of-the-world';

/** Choices shown before one types. */
const SHOWN = 120;
const MAX_TAGS = 50;

/** A point of sale, new or edited. */
export function PointOfSaleForm(props: {
  item: EditedPointOfSale | null;
  onClose: () => void;
  onSaved: () => void;
}): ReactElement {
  const { item } = props;
  const { t, i18n } = useTranslation('administration');
  const { t: leads } = useTranslation('leads');
  const [intent] = useState(keyedIntent);
  const [start] = useState(() => (item ? draftOf(item) : NEW_POINT_OF_SALE));
  const countries = useMemo(() => {
    const { near, others } = countryChoices(i18n.language);
    return [
      { group: t('pointsOfSale.countriesNear'), items: near },
      { group: t('pointsOfSale.countriesOther'), items: others },
    ];
  }, [i18n.language, t]);
  const zones = useMemo(() => timeZoneChoices(start.timeZone), [start.timeZone]);
  const validate = (draft: PointOfSaleDraft): Errors =>
    draft.name.trim() === '' ? { name: t('required') } : {};
  const describe = (draft: PointOfSaleDraft): Described => [
    [t('pointsOfSale.name'), draft.name],
    [t('pointsOfSale.timeZone'), draft.timeZone],
    [t('pointsOfSale.country'), countryName(draft.country, i18n.language)],
    [t('pointsOfSale.brands'), draft.brands.join(', ')],
    [t('pointsOfSale.tradeAttributes'), draft.tradeAttributes.join(', ')],
    [t('pointsOfSale.departments'), draft.departments.join(', ')],
    [t('pointsOfSale.state'), draft.active ? t('pointsOfSale.on') : t('pointsOfSale.off')],
  ];
  return (
    <EditDrawer<PointOfSaleDraft, EditedPointOfSale>
      onClose={props.onClose}
      editing={{
        title: item ? t('pointsOfSale.editTitle', { name: item.name }) : t('pointsOfSale.newTitle'),
        item,
        start,
        toDraft: draftOf,
        validate,
        describe,
        readAgain: ({ id }) => readPointOfSale(id),
        save: async (draft, over) => {
          await savePointOfSale(draft, over, intent(JSON.stringify(draft)));
          props.onSaved();
        },
      }}
    >
      {(draft, change, errors) => (
        <>
          <TextInput
            data-autofocus
            label={t('pointsOfSale.name')}
            required
            maxLength={120}
            value={draft.name}
            onChange={(event) => change({ name: event.currentTarget.value })}
            error={errors['name']}
          />
          <Select
            label={t('pointsOfSale.timeZone')}
            description={t('pointsOfSale.timeZoneHint')}
            searchable
            allowDeselect={false}
            limit={SHOWN}
            maxDropdownHeight={280}
            nothingFoundMessage={t('pointsOfSale.nothingFound')}
            data={zones}
            value={draft.timeZone}
            onChange={(timeZone) => timeZone !== null && change({ timeZone })}
            error={errors['timeZone']}
          />
          <Select
            label={t('pointsOfSale.country')}
            searchable
            allowDeselect={false}
            maxDropdownHeight={280}
            nothingFoundMessage={t('pointsOfSale.nothingFound')}
            data={countries}
            value={draft.country}
            onChange={(country) => country !== null && change({ country })}
            error={errors['country']}
          />
          <Checkbox.Group
            label={t('pointsOfSale.tradeAttributes')}
            description={t('pointsOfSale.tradeAttributesHint')}
            value={draft.tradeAttributes}
            onChange={(chosen) =>
              change({ tradeAttributes: LEAD_TYPES.filter((type) => chosen.includes(type)) })
            }
            error={errors['tradeAttributes']}
          >
            <Group mt="xs">
              {LEAD_TYPES.map((type) => (
                <Checkbox key={type} value={type} label={`${type} · ${leads(`types.${type}`)}`} />
              ))}
            </Group>
          </Checkbox.Group>
          {tags('brands', 60, draft.brands, (brands) => change({ brands }), errors)}
          {tags('departments', 40, draft.departments, (departments) => change({ departments }), errors)}
          {item && (
            <Switch
              label={t('pointsOfSale.active')}
              description={t('pointsOfSale.activeHint')}
              checked={draft.active}
              onChange={(event) => change({ active: event.currentTarget.checked })}
            />
          )}
        </>
      )}
    </EditDrawer>
  );

  function tags(
    field: 'brands' | 'departments',
    maxLength: number,
    value: string[],
    onChange: (value: string[]) => void,
    errors: Errors,
  ): ReactElement {
    return (
      <TagsInput
        label={t(`pointsOfSale.${field}`)}
        description={t('pointsOfSale.tagsHint')}
        {...(value.length === 0 ? { placeholder: t(`pointsOfSale.${field}Example`) } : {})}
        maxTags={MAX_TAGS}
        maxLength={maxLength}
        value={value}
        onChange={onChange}
        error={errors[field]}
      />
    );
  }
}
