import { Skeleton } from '@mantine/core';
import type { ReactElement } from 'react';
import classes from './Frame.module.css';

/** The frame before anybody is known. */
export function FrameSkeleton(): ReactElement {
  return (
    <div className={classes.frame} aria-busy="true">
      <div className={classes.top} />
      <div className={classes.rail} />
      <main className={classes.main}>
        <Skeleton height={24} width={160} m="md" />
      </main>
    </div>
  );
}
