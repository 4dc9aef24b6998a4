import { NativeSelect, Switch, TextInput } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client';
import type { components } from '../../api/schema';
import { useUser } from '../../api/session';
import { keyedIntent } from '../../lead/keyed-intent';
import { useActivePlaces } from '../points-of-sale/use-active-places';
import { EditDrawer, type Errors } from '../EditDrawer';
import { ifMatch, looksLikeWebAddress } from '../drafts';

export type LeadSource = components['schemas']['LeadSource'];
const TYPES = ['VN', 'VO', 'APV', 'VD'] as const;

type Draft = {
  name: string;
  category: string;
  pointOfSaleId: string;
  leadType: (typeof TYPES)[number];
  thankYouUrl: string;
  active: boolean;
};

/** A lead source, new or edited. */
export function LeadSourceForm(props: {
  source: LeadSource | null;
  /** Where a new one can be. */
  places: { id: string }[];
  onClose: () => void;
  onSaved: (source: LeadSource) => Promise<void>;
}): ReactElement {
  const { source } = props;
  const { t } = useTranslation('administration');
  const { pointsOfSale } = useUser();
  const [intent] = useState(keyedIntent);
  const [start] = useState<Draft>(() =>
    source
      ? draftOf(source)
      : {
          name: '',
          category: '',
          pointOfSaleId: props.places[0]?.id ?? '',
          leadType: 'VN',
          thankYouUrl: '',
          active: true,
        },
  );
  const places = useActivePlaces(start.pointOfSaleId);
  const validate = (draft: Draft): Errors => ({
    ...(draft.name.trim() === '' ? { name: t('required') } : {}),
    ...(draft.thankYouUrl.trim() !== '' && !looksLikeWebAddress(draft.thankYouUrl.trim())
      ? { thankYouUrl: t('sources.badUrl') }
      : {}),
  });
  const save = async (draft: Draft, item: LeadSource | null): Promise<void> => {
    const body = {
      name: draft.name.trim(),
      category: draft.category.trim() || null,
      pointOfSaleId: draft.pointOfSaleId,
      leadType: draft.leadType,
      thankYouUrl: draft.thankYouUrl.trim() || null,
      active: draft.active,
    };
    const saved = item
      ? await answer(
          api.PATCH('/api/v1/lead-sources/{id}', {
            params: { path: { id: item.id }, header: ifMatch(item) },
            body,
          }),
        )
      : await answer(
          api.POST('/api/v1/lead-sources', {
            headers: { 'idempotency-key': intent(JSON.stringify(body)) },
            body,
          }),
        );
    await props.onSaved(saved);
  };
  return (
    <EditDrawer<Draft, LeadSource>
      onClose={props.onClose}
      editing={{
        title: source ? t('sources.editTitle', { name: source.name }) : t('sources.newTitle'),
        item: source,
        start,
        toDraft: draftOf,
        validate,
        save,
        readAgain: ({ id }) => answer(api.GET('/api/v1/lead-sources/{id}', { params: { path: { id } } })),
        describe: (draft) => [
          [t('sources.name'), draft.name],
          [t('sources.category'), draft.category],
          [
            t('sources.pointOfSale'),
            pointsOfSale.find(({ id }) => id === draft.pointOfSaleId)?.name ?? draft.pointOfSaleId,
          ],
          [t('sources.leadType'), draft.leadType],
          [t('sources.thankYouUrl'), draft.thankYouUrl],
          [t('sources.active'), draft.active ? t('sources.on') : t('sources.off')],
        ],
      }}
    >
      {(draft, change, errors) => (
        <>
          <TextInput
            data-autofocus
            label={t('sources.name')}
            description={t('sources.nameHint')}
            required
            maxLength={120}
            value={draft.name}
            onChange={(event) => change({ name: event.currentTarget.value })}
            error={errors['name']}
          />
          <TextInput
            label={t('sources.category')}
            maxLength={60}
            value={draft.category}
            onChange={(event) => change({ category: event.currentTarget.value })}
            error={errors['category']}
          />
          <NativeSelect
            label={t('sources.pointOfSale')}
            value={draft.pointOfSaleId}
            onChange={(event) => change({ pointOfSaleId: event.currentTarget.value })}
            data={places.map(({ id, name }) => ({ value: id, label: name }))}
            error={errors['pointOfSaleId']}
          />
          <NativeSelect
            label={t('sources.leadType')}
            value={draft.leadType}
            onChange={(event) => change({ leadType: event.currentTarget.value as Draft['leadType'] })}
            data={[...TYPES]}
          />
          <TextInput
            type="url"
            label={t('sources.thankYouUrl')}
            description={t('sources.thankYouHint')}
            maxLength={2000}
            value={draft.thankYouUrl}
            onChange={(event) => change({ thankYouUrl: event.currentTarget.value })}
            error={errors['thankYouUrl']}
          />
          <Switch
            label={t('sources.active')}
            description={t('sources.activeHint')}
            checked={draft.active}
            onChange={(event) => change({ active: event.currentTarget.checked })}
          />
        </>
      )}
    </EditDrawer>
  );
}

function draftOf(source: LeadSource): Draft {
  return {
    name: source.name,
    category: source.category ?? '',
    pointOfSaleId: source.pointOfSaleId,
    leadType: source.leadType,
    thankYouUrl: source.thankYouUrl ?? '',
    active: source.active,
  };
}
