import { Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useUser } from '../api/session';
import classes from './Account.module.css';
import { AccountSection } from './AccountSection';

export function Identity(): ReactElement {
  const { t } = useTranslation('account');
  const common = useTranslation('common').t;
  const { name, email, role, pointsOfSale } = useUser();
  return (
    <AccountSection title={t('identity')}>
      <dl className={classes.pairs}>
        <dt>{t('name')}</dt>
        <dd>{name}</dd>
        <dt>{t('email')}</dt>
        <dd>{email}</dd>
        <dt>{t('role')}</dt>
        <dd>{common(`role.${role}`)}</dd>
        <dt>{t('pointsOfSale')}</dt>
        <dd>
          {pointsOfSale.length === 0
            ? t('none')
            : pointsOfSale.map((place) => <div key={place.id}>{place.name}</div>)}
        </dd>
      </dl>
      <Text size="xs" c="var(--relance-muted)" mt="sm">
        {t('identityHint')}
      </Text>
    </AccountSection>
  );
}
