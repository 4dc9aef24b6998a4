import { Alert, Button, Group, Modal, Skeleton, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconCalendarEvent } from '@tabler/icons-react';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { serverNow } from '../../api/server-clock';
import { toastDone, toastProblem } from '../../app/toast';
import boxes from '../details/Box.module.css';
import { keyedIntent } from '../keyed-intent';
import { bookAppointment, cancelAppointment } from '../lead-actions';
import { showLead } from '../lead-query';
import { appointmentsOf, type Appointment } from '../timeline/appointments';
import { historyQuery } from '../timeline/timeline-query';
import type { LeadWords } from '../use-lead-words';
import classes from './AppointmentList.module.css';
import { undoing } from './undo';
import { unlessChanged } from './use-lead-edit';

/** The appointments of a lead; one to come is cancelled at once and can be taken again, a past one asks first. */
export function AppointmentList(props: { leadId: string; words: LeadWords; name: string }): ReactElement {
  const { leadId, words, name } = props;
  const { t } = useTranslation('lead');
  const common = useTranslation('common').t;
  const [asked, setAsked] = useState<Appointment | null>(null);
  const [busy, setBusy] = useState<string | null>(null);
  const { data, error } = useQuery(historyQuery(leadId));
  const appointments = data && appointmentsOf(data, serverNow());
  const isPast = ({ at }: Appointment): boolean => Date.parse(at) <= serverNow();

  const cancel = async (appointment: Appointment): Promise<void> => {
    setBusy(appointment.id);
    setAsked(null);
    try {
      const cancelled = showLead(await cancelAppointment(leadId, appointment.id));
      const key = keyedIntent();
      const again = async () => {
        await unlessChanged(cancelled);
        return bookAppointment(leadId, appointment.at, key(appointment.at));
      };
      toastDone(t('done.cancelled'), isPast(appointment) ? undefined : undoing(again));
    } catch (problem) {
      toastProblem(problem);
    } finally {
      setBusy(null);
    }
  };
  return (
    <div>
      <Title order={3} mt="sm">
        {t('appointments.list')}
      </Title>
      {error && !data ? (
        <Alert color="red" p="xs">
          {t('appointments.failed')}
        </Alert>
      ) : !appointments ? (
        <Skeleton height={36} mt="xs" />
      ) : appointments.length === 0 ? (
        <p className={boxes.muted}>{t('appointments.none')}</p>
      ) : (
        <ul className={boxes.list}>
          {appointments.map((appointment) => (
            <li key={appointment.id} className={classes.appointment}>
              <IconCalendarEvent size={16} aria-hidden="true" />
              <span className={classes.what}>
                <span data-cancelled={appointment.cancelled || undefined}>
                  {words.moment(Date.parse(appointment.at))}
                </span>
                <span className={boxes.muted}>
                  {appointment.cancelled
                    ? t('appointments.cancelled')
                    : isPast(appointment)
                      ? t('appointments.past')
                      : appointment.bookedBy !== null && t('appointments.by', { name: appointment.bookedBy })}
                </span>
              </span>
              {!appointment.cancelled && (
                <Button
                  variant="subtle"
                  color="red"
                  size="compact-sm"
                  loading={busy === appointment.id}
                  aria-label={t('appointments.cancelOf', {
                    moment: words.moment(Date.parse(appointment.at)),
                  })}
                  onClick={() => (isPast(appointment) ? setAsked(appointment) : void cancel(appointment))}
                >
                  {t('appointments.cancelShort')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      <Modal
        opened={asked !== null}
        onClose={() => setAsked(null)}
        title={t('appointments.cancelPastTitle', { name })}
        closeButtonProps={{ 'aria-label': common('action.close') }}
        zIndex={300}
      >
        <Text>{t('appointments.cancelPastText')}</Text>
        <Group justify="flex-end" mt="md">
          <Button variant="default" data-autofocus onClick={() => setAsked(null)}>
            {t('appointments.keep')}
          </Button>
          <Button color="red.9" onClick={() => asked && void cancel(asked)}>
            {t('appointments.cancel')}
          </Button>
        </Group>
      </Modal>
    </div>
  );
}
