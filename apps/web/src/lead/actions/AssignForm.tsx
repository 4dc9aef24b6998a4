import { Select, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay, useUser } from '../../api/session';
import { toastDone } from '../../app/toast';
import { assignLead } from '../lead-actions';
import { peopleQuery } from '../people';
import { EditForm } from './EditForm';
import type { FormProps } from './LeadDrawer';
import { undoing } from './undo';
import { useDirty } from './use-dirty';
import { unlessChanged, useLeadEdit } from './use-lead-edit';

const NOBODY = 'nobody';

/** « Assigner »: to another user, or another point of sale (S2.8). */
export function AssignForm({ read, words, onDirty, onLeave, onCancel }: FormProps): ReactElement {
  const { t } = useTranslation('lead');
  const common = useTranslation('common').t;
  const user = useUser();
  const may = useMay();
  const { lead } = read;
  const [place, setPlace] = useState(lead.pointOfSaleId);
  const [person, setPerson] = useState<string>(lead.assigneeId ?? NOBODY);
  const people = useQuery({ ...peopleQuery(place), enabled: may('user.read') });
  const moved = place !== lead.pointOfSaleId;
  const to = {
    userId: person === NOBODY ? null : person,
    ...(moved ? { pointOfSaleId: place } : {}),
  };
  const nameOf = (id: string | null): string =>
    id === null ? t('nobody') : (people.data?.find((each) => each.id === id)?.name ?? words.person(id));

  const edit = useLeadEdit({
    read,
    words,
    save: async (base) => {
      // Nothing names a version here: two people who assign at once are told of each other all the same.
      await unlessChanged(base);
      return assignLead(base.lead.id, to);
    },
    mine: () => ({
      assignee: nameOf(to.userId),
      ...(moved ? { pointOfSale: words.pointOfSale(place) } : {}),
    }),
    done: (saved, { lead: before }) => {
      onLeave();
      const back = async () => {
        await unlessChanged(saved);
        return assignLead(before.id, {
          userId: before.assigneeId,
          ...(moved ? { pointOfSaleId: before.pointOfSaleId } : {}),
        });
      };
      toastDone(
        moved
          ? t('done.moved', { place: words.pointOfSale(place) })
          : to.userId === null
            ? t('done.unassigned')
            : t('done.assigned', { name: nameOf(to.userId) }),
        undoing(back),
      );
    },
  });
  const changed = moved || person !== (edit.base.lead.assigneeId ?? NOBODY);
  useDirty(changed, onDirty);
  const others = (people.data ?? []).map(({ id, name, role }) => ({
    value: id,
    label: `${name} · ${common(`role.${role}`)}`,
  }));
  return (
    <EditForm
      edit={edit}
      words={words}
      submitLabel={t(moved ? 'assign.submitMove' : 'assign.submit')}
      ready={changed}
      onCancel={onCancel}
      onLeave={onLeave}
    >
      {user.pointsOfSale.length > 1 && (
        <Select
          label={t('assign.place')}
          allowDeselect={false}
          searchable={user.pointsOfSale.length > 7}
          data={user.pointsOfSale.map(({ id, name }) => ({ value: id, label: name }))}
          value={place}
          onChange={(next) => {
            if (next === null || next === place) return;
            setPlace(next);
            setPerson(next === lead.pointOfSaleId ? (lead.assigneeId ?? NOBODY) : NOBODY);
          }}
        />
      )}
      <Select
        label={t('assign.person')}
        placeholder={t('assign.personPlaceholder')}
        searchable
        allowDeselect={false}
        data-autofocus
        nothingFoundMessage={t('assign.none')}
        data={[{ value: NOBODY, label: t('assign.noOne') }, ...others]}
        value={person}
        onChange={(next) => setPerson(next ?? NOBODY)}
        error={people.isError ? t('assign.unreadable') : undefined}
      />
      {moved && <Text size="sm">{t('assign.moved', { place: words.pointOfSale(lead.pointOfSaleId) })}</Text>}
    </EditForm>
  );
}
