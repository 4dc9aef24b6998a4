import '@mantine/dates/styles.css';
import 'dayjs/locale/fr';
import { Drawer } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';
import { useCallback, useRef, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { confirmDiscard } from '../../app/confirm-discard';
import { useFocusBack } from '../../app/use-focus-back';
import { contactName } from '../lead-name';
import type { ReadLead } from '../lead-query';
import type { DrawerAction } from '../LeadSheet';
import type { LeadWords } from '../use-lead-words';
import classes from './LeadDrawer.module.css';
import { AppointmentsForm } from './AppointmentsForm';
import { AssignForm } from './AssignForm';
import { CloseForm } from './CloseForm';
import { ContactForm } from './ContactForm';
import { DeadlineForm } from './DeadlineForm';
import { DeclareForm } from './DeclareForm';
import { ReopenForm } from './ReopenForm';

/** What every form in the drawer is given. */
export type FormProps = {
  read: ReadLead;
  words: LeadWords;
  /** How the lead is called, for questions. */
  name: string;
  /** Told whenever something is typed that would be lost, or no longer. */
  onDirty: (dirty: boolean) => void;
  /** Done, or given up knowingly. */
  onLeave: () => void;
  /** Given up; asks first when something was typed. */
  onCancel: () => void;
};

const FORMS: Record<DrawerAction, (props: FormProps) => ReactElement> = {
  assign: AssignForm,
  declare: DeclareForm,
  appointment: AppointmentsForm,
  deadline: DeadlineForm,
  contact: ContactForm,
  won: CloseForm.won,
  lost: CloseForm.lost,
  reopen: ReopenForm,
};
const TITLES = {
  assign: 'assign.title',
  declare: 'declare.title',
  appointment: 'appointments.title',
  deadline: 'deadline.title',
  contact: 'contacts.title',
  won: 'close.wonTitle',
  lost: 'close.lostTitle',
  reopen: 'reopen.title',
} as const;

/** One action beside the lead, which stays in sight; what was typed is not lost without being asked. */
export function LeadDrawer(props: {
  action: DrawerAction;
  read: ReadLead;
  words: LeadWords;
  onClose: () => void;
}): ReactElement {
  const { action, read, words, onClose } = props;
  const { t } = useTranslation('lead');
  const common = useTranslation('common').t;
  const [dirty, setDirty] = useState(false);
  // Esc right after a letter comes before the drawer is drawn again.
  const typed = useRef(false);
  const note = useCallback((now: boolean): void => {
    typed.current = now;
    setDirty(now);
  }, []);
  useFocusBack();
  const name = contactName(read.lead) ?? t('unknownContact');
  const Form = FORMS[action];
  useBlocker({
    shouldBlockFn: async ({ current, next }) =>
      dirty && current.pathname !== next.pathname && !(await confirmDiscard()),
    enableBeforeUnload: dirty,
  });
  const cancel = async (): Promise<void> => {
    if (!typed.current || (await confirmDiscard())) onClose();
  };
  return (
    <Drawer
      opened
      onClose={() => void cancel()}
      title={t(TITLES[action], { name })}
      overlayProps={{ backgroundOpacity: 0.15 }}
      classNames={{ title: classes.title }}
      closeButtonProps={{ 'aria-label': common('action.close') }}
    >
      <Form
        key={action}
        read={read}
        words={words}
        name={name}
        onDirty={note}
        onLeave={onClose}
        onCancel={() => void cancel()}
      />
    </Drawer>
  );
}
