import { Tooltip } from '@mantine/core';
import { useEffect, useSyncExternalStore, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { liveState, onLiveMessage } from '../api/live';
import { useMay } from '../api/session';
import { readAgain } from '../api/read-again';
import classes from './Frame.module.css';

/** Keeps the page up to date with what others do, and shows whether that works. */
export function LiveSign(): ReactElement | null {
  const { t } = useTranslation();
  const may = useMay();
  const state = useSyncExternalStore(liveState.subscribe, liveState.get);
  const listens = may('lead.read');
  useEffect(() => (listens ? onLiveMessage(readAgain) : undefined), [listens]);
  if (!listens) return null;
  return (
    <Tooltip label={t(`live.${state}`)}>
      <span className={classes.live} data-state={state} role="status" aria-label={t(`live.${state}`)} />
    </Tooltip>
  );
}
