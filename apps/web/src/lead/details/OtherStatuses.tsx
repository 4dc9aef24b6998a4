import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Lead } from '../lead-query';
import { Box } from './Box';
import classes from './Box.module.css';

/** What the source and the telephone say, in grey boxes of their own (S0.1, S0.3, S0.7); none when they say nothing. */
export function OtherStatuses({ lead }: { lead: Lead }): ReactElement {
  const { t } = useTranslation('lead');
  const { externalStatus, callTracking } = lead;
  return (
    <>
      {externalStatus !== null && (
        <Box title={t('box.external')} grey>
          <div className={classes.strong}>{externalStatus.label}</div>
          {!externalStatus.known && <div className={classes.muted}>{t('box.externalUnknown')}</div>}
        </Box>
      )}
      {callTracking.available && callTracking.label !== null && (
        <Box title={t('box.callTracking')} grey>
          <div className={classes.strong}>{callTracking.label}</div>
        </Box>
      )}
    </>
  );
}
