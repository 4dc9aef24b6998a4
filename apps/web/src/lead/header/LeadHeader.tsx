import { CopyButton, Title, Tooltip, UnstyledButton } from '@mantine/core';
import { IconCheck, IconCircleCheck, IconCircleX, IconCopy, IconProgress } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { contactName } from '../lead-name';
import type { Lead, ReadLead } from '../lead-query';
import type { LeadWords } from '../use-lead-words';
import { LeadFacts } from './LeadFacts';
import classes from './LeadHeader.module.css';
import { TimeBox } from './TimeBox';

const SIGNS = { IN_PROGRESS: IconProgress, WON: IconCircleCheck, LOST: IconCircleX } as const;

/** Who, what, from where, in whose hands and how long is left; the colour is the status (S2.1, S2.2). */
export function LeadHeader({ read, words }: { read: ReadLead; words: LeadWords }): ReactElement {
  const { t } = useTranslation('lead');
  const { lead } = read;
  const Sign = SIGNS[lead.status];
  const source = [lead.source.name, lead.source.category].filter(Boolean).join(' › ');
  return (
    <header className={classes.top}>
      <div className={classes.band} data-status={lead.status}>
        <div className={classes.who}>
          <div className={classes.name}>
            <Title order={1} fz="inherit" lh="inherit">
              {contactName(lead) ?? t('unknownContact')}
            </Title>
            <span className={classes.status}>
              <Sign size={14} aria-hidden="true" />
              {words.status(lead.status)}
            </span>
          </div>
          <ul className={classes.line}>
            <li className={classes.code}>
              {lead.code}
              <CopyCode code={lead.code} />
            </li>
            <li title={t(`type.${lead.type}`)}>{lead.type}</li>
            <li>{source}</li>
            <li>{t('responsible', { name: words.person(lead.assigneeId) })}</li>
          </ul>
        </div>
        <TimeBox read={read} words={words} />
        <LeadCounts lead={lead} />
      </div>
      <LeadFacts lead={lead} words={words} />
    </header>
  );
}

/** The blue box of the header: how many reprises, when there are any (S2.2). */
function LeadCounts({ lead }: { lead: Pick<Lead, 'tradeIns'> }): ReactElement | null {
  const { t } = useTranslation('lead');
  const count = lead.tradeIns.length;
  if (count === 0) return null;
  return (
    <div className={classes.counts} role="group" aria-label={t('counts.label')}>
      {t('counts.tradeIns', { count })}
    </div>
  );
}

function CopyCode({ code }: { code: string }): ReactElement {
  const { t } = useTranslation('lead');
  const common = useTranslation('common').t;
  return (
    <CopyButton value={code}>
      {({ copied, copy }) => (
        <Tooltip label={copied ? common('action.copied') : t('contacts.copyCode')}>
          <UnstyledButton className={classes.copy} onClick={copy} aria-label={t('contacts.copyCode')}>
            {copied ? <IconCheck size={15} aria-hidden="true" /> : <IconCopy size={15} aria-hidden="true" />}
          </UnstyledButton>
        </Tooltip>
      )}
    </CopyButton>
  );
}
