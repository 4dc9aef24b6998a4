import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDateTime } from '../../i18n/format';
import type { Lead } from '../lead-query';
import type { LeadWords } from '../use-lead-words';
import { Box } from './Box';
import classes from './Box.module.css';

/** Where a lead comes from and where it belongs. */
export function OriginBox({ lead, words }: { lead: Lead; words: LeadWords }): ReactElement {
  const { t, i18n } = useTranslation('lead');
  const source = [lead.source.name, lead.source.category].filter(Boolean).join(' › ');
  return (
    <Box title={t('box.origin')}>
      <dl className={classes.pairs}>
        <dt>{t('box.source')}</dt>
        <dd>{source}</dd>
        <dt>{t('box.pointOfSale')}</dt>
        <dd>{words.pointOfSale(lead.pointOfSaleId)}</dd>
        <dt>{t('box.received')}</dt>
        <dd>{formatDateTime(Date.parse(lead.receivedAt), i18n.language, words.timeZone)}</dd>
        {lead.externalId !== null && (
          <>
            <dt>{t('box.externalId')}</dt>
            <dd>{lead.externalId}</dd>
          </>
        )}
        {lead.closeReason !== null && (
          <>
            <dt>{t('box.closeReason')}</dt>
            <dd>{lead.closeReason}</dd>
          </>
        )}
        {lead.tags.length > 0 && (
          <>
            <dt>{t('box.tags')}</dt>
            <dd className={classes.tags}>
              {lead.tags.map((tag) => (
                <span key={tag} className={classes.tag}>
                  {tag}
                </span>
              ))}
            </dd>
          </>
        )}
      </dl>
    </Box>
  );
}
