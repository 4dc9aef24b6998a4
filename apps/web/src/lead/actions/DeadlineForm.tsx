import { Text } from '@mantine/core';
import { IconBell, IconBellOff } from '@tabler/icons-react';
import { useMemo, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { serverNow } from '../../api/server-clock';
import { toastDone } from '../../app/toast';
import boxes from '../details/Box.module.css';
import { durationWords } from '../../time-left/duration-words';
import { calendarOf } from '../../time-left/time-left';
import { moveDeadline } from '../lead-actions';
import { previewDeadline } from './deadline-preview';
import { EditForm } from './EditForm';
import type { FormProps } from './LeadDrawer';
import { MomentField } from './MomentField';
import { deadlineChoices } from './moment-choices';
import { undoing } from './undo';
import { useDirty } from './use-dirty';
import { useLeadEdit } from './use-lead-edit';
import { instantOf, localTimeOf } from './zoned-time';

/** « Échéance »: another deadline, and what becomes of the reminders, before it is saved (D8). */
export function DeadlineForm({ read, words, name, onDirty, onLeave, onCancel }: FormProps): ReactElement {
  const { t, i18n } = useTranslation('lead');
  const { timeZone } = words;
  const [openedAtMs] = useState(serverNow);
  const [value, setValue] = useState(() => localTimeOf(Date.parse(read.lead.deadlineAt), timeZone));
  const atMs = instantOf(value, timeZone);
  const edit = useLeadEdit({
    read,
    words,
    save: ({ lead, etag }) => moveDeadline(lead.id, etag, new Date(atMs ?? 0).toISOString()),
    mine: () => ({ deadline: atMs === null ? '' : words.moment(atMs) }),
    done: (saved, { lead: before }) => {
      onLeave();
      const undoable = Date.parse(before.deadlineAt) > serverNow();
      toastDone(
        t('done.deadline', { moment: words.moment(Date.parse(saved.lead.deadlineAt)) }),
        undoable ? undoing(() => moveDeadline(before.id, saved.etag, before.deadlineAt)) : undefined,
      );
    },
  });
  const { base } = edit;
  const current = localTimeOf(Date.parse(base.lead.deadlineAt), timeZone);
  const changed = value.date !== current.date || value.time !== current.time;
  useDirty(changed, onDirty);
  const calendar = calendarOf(base.lead, base.readAtMs, words.calendar);
  const preview = useMemo(
    () => (atMs === null ? null : previewDeadline(base.lead, atMs, serverNow(), calendar)),
    [atMs, base.lead, calendar],
  );
  const error =
    atMs === null
      ? t('form.incomplete')
      : preview === null && changed
        ? t('form.past')
        : edit.fields.length > 0
          ? t('problem.NOT_IN_FUTURE')
          : undefined;
  return (
    <EditForm
      edit={edit}
      words={words}
      submitLabel={t('deadline.submit')}
      ready={changed && preview !== null}
      onCancel={onCancel}
      onLeave={onLeave}
    >
      <Text>
        {base.lead.paused
          ? t('deadline.paused', { left: words.left(base.lead) })
          : t('deadline.current', { moment: words.moment(Date.parse(base.lead.deadlineAt)) })}
      </Text>
      <MomentField
        value={value}
        onChange={setValue}
        timeZone={timeZone}
        fromMs={openedAtMs}
        choices={deadlineChoices(base.lead, openedAtMs, timeZone, words.moment, (ms) =>
          t('deadline.plus', { duration: durationWords(ms, i18n.language) }),
        )}
        error={error}
      />
      {changed && preview !== null && (
        <div aria-live="polite">
          <div>
            {t(calendar ? 'deadline.leftOpen' : 'deadline.left', {
              duration: durationWords(preview.leftMs, i18n.language),
            })}
          </div>
          {base.lead.overdue && <p className={boxes.muted}>{t('deadline.overdueNote', { name })}</p>}
          {preview.waiting > 0 && (
            <p className={boxes.muted}>{t('deadline.waiting', { count: preview.waiting })}</p>
          )}
          {preview.reminders.length > 0 && (
            <>
              <Text fw={600} size="sm" mt="sm">
                {t('deadline.reminders')}
              </Text>
              <ul className={boxes.list}>
                {preview.reminders.map(({ number, fromMs, toMs }) => (
                  <li key={number}>
                    {toMs === null ? (
                      <IconBellOff size={16} aria-hidden="true" />
                    ) : (
                      <IconBell size={16} aria-hidden="true" />
                    )}
                    <span>
                      {t('deadline.reminder', { number })}{' '}
                      {toMs === null
                        ? t('deadline.dropped')
                        : t('deadline.fromTo', { from: words.moment(fromMs), to: words.moment(toMs) })}
                    </span>
                  </li>
                ))}
              </ul>
            </>
          )}
          {preview.reminders.length === 0 && preview.waiting === 0 && (
            <p className={boxes.muted}>{t('deadline.noneLeft')}</p>
          )}
        </div>
      )}
    </EditForm>
  );
}
