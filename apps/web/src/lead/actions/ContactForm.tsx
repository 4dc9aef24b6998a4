import { TextInput } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { toastDone } from '../../app/toast';
import { formatPhone } from '../../i18n/format';
import { editContact } from '../lead-actions';
import type { Lead } from '../lead-query';
import { EditForm } from './EditForm';
import type { FormProps } from './LeadDrawer';
import { undoing } from './undo';
import { useDirty } from './use-dirty';
import { useLeadEdit } from './use-lead-edit';

const FIELDS = ['firstName', 'lastName', 'phone', 'email'] as const;
type Field = (typeof FIELDS)[number];
type Typed = Record<Field, string>;

const LENGTHS: Record<Field, number> = { firstName: 120, lastName: 120, phone: 40, email: 254 };
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/;

/** As people read it: a telephone number in groups. */
function asTyped({ contact }: Lead): Typed {
  return {
    firstName: contact.firstName ?? '',
    lastName: contact.lastName ?? '',
    phone: contact.phone ? formatPhone(contact.phone) : '',
    email: contact.email ?? '',
  };
}

/** How the contact is named and reached (S2.9). Only what was changed is sent. */
export function ContactForm({ read, words, onDirty, onLeave, onCancel }: FormProps): ReactElement {
  const { t } = useTranslation('lead');
  const [opened] = useState(() => asTyped(read.lead));
  const [typed, setTyped] = useState<Typed>(opened);
  const changedFields = FIELDS.filter((field) => typed[field].trim() !== opened[field]);
  const change: Partial<Lead['contact']> = Object.fromEntries(
    changedFields.map((field) => [field, typed[field].trim() === '' ? null : typed[field].trim()]),
  );
  const edit = useLeadEdit({
    read,
    words,
    save: ({ lead, etag }) => editContact(lead.id, etag, change),
    mine: () => Object.fromEntries(changedFields.map((field) => [field, typed[field].trim()])),
    done: (saved, { lead: before }) => {
      onLeave();
      const previous = Object.fromEntries(changedFields.map((field) => [field, before.contact[field]]));
      toastDone(
        t('done.contact'),
        undoing(() => editContact(before.id, saved.etag, previous)),
      );
    },
  });
  useDirty(changedFields.length > 0, onDirty);
  const empty = FIELDS.every((field) => typed[field].trim() === '');
  const wrongEmail = typed.email.trim() !== '' && !EMAIL.test(typed.email.trim());
  const errorOf = (field: Field): string | undefined => {
    if (empty && field === 'lastName') return t('contacts.oneNeeded');
    if (field === 'email' && wrongEmail) return t('contacts.emailWrong');
    return edit.fields.some(({ path }) => path === field) ? t(`contacts.refused.${field}`) : undefined;
  };
  const set =
    (field: Field) =>
    (event: { currentTarget: HTMLInputElement }): void => {
      const { value } = event.currentTarget;
      setTyped((before) => ({ ...before, [field]: value }));
    };
  const common = (field: Field) => ({
    label: t(`contacts.${field}`),
    value: typed[field],
    onChange: set(field),
    maxLength: LENGTHS[field],
    error: errorOf(field),
    // Colleagues type somebody else's details here: the browser has nothing to fill in.
    autoComplete: 'off',
  });
  return (
    <EditForm
      edit={edit}
      words={words}
      submitLabel={t('contacts.save')}
      ready={changedFields.length > 0 && !empty && !wrongEmail}
      onCancel={onCancel}
      onLeave={onLeave}
    >
      <TextInput {...common('firstName')} data-autofocus />
      <TextInput {...common('lastName')} />
      <TextInput {...common('phone')} type="tel" description={t('contacts.phoneHint')} />
      <TextInput {...common('email')} type="email" />
    </EditForm>
  );
}
