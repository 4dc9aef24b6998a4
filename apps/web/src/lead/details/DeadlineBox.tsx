import { ActionIcon, Tooltip } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { TimeLeft } from '../../time-left/TimeLeft';
import type { ReadLead } from '../lead-query';
import type { LeadWords } from '../use-lead-words';
import { Box } from './Box';
import classes from './Box.module.css';
import { NextAppointment } from './NextAppointment';
import { ReminderList } from './ReminderList';

/** The current deadline with its reminders: sent, to come, missed (S2.9, S1.3). */
export function DeadlineBox(props: {
  read: ReadLead;
  words: LeadWords;
  onEdit: (() => void) | undefined;
}): ReactElement {
  const { read, words, onEdit } = props;
  const { lead } = read;
  const { t } = useTranslation('lead');
  const open = lead.status === 'IN_PROGRESS';
  return (
    <Box
      title={t(open ? 'box.deadline' : 'box.lastDeadline')}
      action={
        onEdit && (
          <Tooltip label={t('box.edit')}>
            <ActionIcon variant="subtle" size={28} onClick={onEdit} aria-label={t('box.edit')}>
              <IconPencil size={16} aria-hidden="true" />
            </ActionIcon>
          </Tooltip>
        )
      }
    >
      <div className={classes.strong}>
        {open && lead.paused ? words.left(lead) : words.momentTitle(Date.parse(lead.deadlineAt))}
      </div>
      <TimeLeft lead={lead} readAtMs={read.readAtMs} calendar={words.calendar} timeZone={words.timeZone} />
      <NextAppointment lead={lead} words={words} />
      <ReminderList lead={lead} words={words} />
    </Box>
  );
}
