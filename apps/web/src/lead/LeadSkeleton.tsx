import { Skeleton } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import header from './header/LeadHeader.module.css';
import classes from './LeadPage.module.css';

/** The page before the lead is there, with everything where it will be. */
export function LeadSkeleton(): ReactElement {
  const { t } = useTranslation('common');
  return (
    <div className={classes.page} aria-busy="true" aria-label={t('loading')} role="status">
      <Skeleton height={25} width={160} />
      <div className={header.top}>
        <Skeleton className={header.bandSkeleton} />
        <Skeleton className={header.factsSkeleton} />
      </div>
      <Skeleton height={32} />
      <Skeleton height={36} width={280} />
      <div className={classes.details}>
        <Skeleton className={classes.remark} height={36} />
        <div className={classes.side}>
          <Skeleton height={158} />
          <Skeleton height={80} />
          <Skeleton height={160} />
        </div>
        <div className={classes.timeline}>
          <Skeleton height={30} mb="xl" />
          {[0, 1, 2, 3, 4].map((row) => (
            <Skeleton key={row} height={36} mb="xs" />
          ))}
        </div>
      </div>
    </div>
  );
}
