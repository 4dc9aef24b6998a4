import { Skeleton } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Page.module.css';

/** Where a page comes: its title, and lines of the height that rows have. */
export function PageSkeleton(): ReactElement {
  const { t } = useTranslation();
  return (
    <div className={classes.coming} role="status" aria-label={t('loading')}>
      <Skeleton height={24} width={140} />
      <div className={classes.comingRows} />
    </div>
  );
}
