import { Text, Title } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { serverNow } from '../../api/server-clock';
import { toastDone } from '../../app/toast';
import { keyedIntent } from '../keyed-intent';
import { bookAppointment, cancelAppointment, declareContact } from '../lead-actions';
import type { ReadLead } from '../lead-query';
import { AppointmentList } from './AppointmentList';
import { EditForm } from './EditForm';
import type { FormProps } from './LeadDrawer';
import { MomentField } from './MomentField';
import { appointmentChoices } from './moment-choices';
import { undoing } from './undo';
import { useDirty } from './use-dirty';
import { unlessChanged, useLeadEdit } from './use-lead-edit';
import { instantOf, type LocalTime } from './zoned-time';

const NOTHING: LocalTime = { date: '', time: '' };

/** « Rendez-vous »: books one, lists them, cancels them; the clock waits for them (S1.7). */
export function AppointmentsForm({ read, words, name, onDirty, onLeave, onCancel }: FormProps): ReactElement {
  const { t } = useTranslation('lead');
  const common = useTranslation('common').t;
  const { timeZone } = words;
  const [openedAtMs] = useState(serverNow);
  const [value, setValue] = useState(NOTHING);
  const [intent] = useState(keyedIntent);
  const atMs = instantOf(value, timeZone);
  const typed = value.date !== '' || value.time !== '';
  const past = atMs !== null && atMs <= serverNow();
  useDirty(typed, onDirty);
  const edit = useLeadEdit({
    read,
    words,
    save: async (base) => {
      await unlessChanged(base);
      const at = new Date(atMs ?? 0).toISOString();
      return bookAppointment(base.lead.id, at, intent(at));
    },
    mine: () => ({ contactStatus: words.contactStatus('APPOINTMENT_SET') }),
    done: (saved, { lead: before }) => {
      onLeave();
      const undo = async (): Promise<ReadLead> => {
        await unlessChanged(saved);
        const without = await cancelAppointment(before.id, saved.appointmentId);
        const { contactStatus, contactStatusDetail } = before;
        if (without.lead.contactStatus === contactStatus) return without;
        return declareContact(before.id, without.etag, {
          status: contactStatus,
          detail: contactStatusDetail,
        });
      };
      toastDone(t('done.booked', { moment: words.moment(atMs ?? 0) }), undoing(undo));
    },
  });
  const error = past ? t('form.past') : edit.fields.length > 0 ? t('problem.NOT_IN_FUTURE') : undefined;
  return (
    <EditForm
      edit={edit}
      words={words}
      submitLabel={t('appointments.submit')}
      cancelLabel={common('action.close')}
      ready={atMs !== null && !past}
      onCancel={onCancel}
      onLeave={onLeave}
    >
      <Title order={3}>{t('appointments.new')}</Title>
      <MomentField
        value={value}
        onChange={setValue}
        timeZone={timeZone}
        fromMs={openedAtMs}
        choices={appointmentChoices(openedAtMs, timeZone, words.moment)}
        error={error}
      />
      <Text size="sm" c="var(--relance-muted)">
        {t('appointments.effect')}
      </Text>
      <AppointmentList leadId={read.lead.id} words={words} name={name} />
    </EditForm>
  );
}
