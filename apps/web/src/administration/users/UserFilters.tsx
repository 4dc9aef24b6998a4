import { NativeSelect, Select, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useUser, type Role } from '../../api/session';
import classes from './Users.module.css';
import { ROLES } from './user-draft';

export type Filters = {
  q: string;
  role: Role | '';
  pointOfSaleId: string | null;
  active: 'true' | 'false' | '';
};

export const NO_FILTER: Filters = { q: '', role: '', pointOfSaleId: null, active: '' };

/** As the API takes them. */
export function queryOf({ q, role, pointOfSaleId, active }: Filters) {
  return {
    ...(q.trim() === '' ? {} : { q: q.trim() }),
    ...(role === '' ? {} : { role }),
    ...(pointOfSaleId === null ? {} : { pointOfSaleId }),
    ...(active === '' ? {} : { active }),
  };
}

/** Whom the list of users shows. */
export function UserFilters(props: {
  filters: Filters;
  onChange: (part: Partial<Filters>) => void;
}): ReactElement {
  const { filters, onChange } = props;
  const { t } = useTranslation('administration');
  const { t: common } = useTranslation();
  const { pointsOfSale } = useUser();
  return (
    <div className={classes.filters} role="search" aria-label={t('users.filters')}>
      <TextInput
        className={classes.search ?? ''}
        type="search"
        aria-label={t('users.search')}
        placeholder={t('users.search')}
        leftSection={<IconSearch size={15} aria-hidden="true" />}
        maxLength={200}
        autoComplete="off"
        value={filters.q}
        onChange={(event) => onChange({ q: event.currentTarget.value })}
      />
      <NativeSelect
        aria-label={t('users.role')}
        value={filters.role}
        onChange={(event) => onChange({ role: event.currentTarget.value as Filters['role'] })}
        data={[
          { value: '', label: t('users.anyRole') },
          ...ROLES.map((role) => ({ value: role, label: common(`role.${role}`) })),
        ]}
      />
      {pointsOfSale.length > 1 && (
        <Select
          aria-label={t('users.place')}
          placeholder={t('users.anyPlace')}
          searchable
          clearable
          limit={100}
          nothingFoundMessage={t('users.placeNotFound')}
          clearButtonProps={{ 'aria-label': t('users.anyPlace') }}
          value={filters.pointOfSaleId}
          onChange={(pointOfSaleId) => onChange({ pointOfSaleId })}
          data={pointsOfSale.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <NativeSelect
        aria-label={t('users.state')}
        value={filters.active}
        onChange={(event) => onChange({ active: event.currentTarget.value as Filters['active'] })}
        data={[
          { value: '', label: t('users.anyState') },
          { value: 'true', label: t('users.activeOnes') },
          { value: 'false', label: t('users.inactiveOnes') },
        ]}
      />
    </div>
  );
}
