import {
  Alert,
  Button,
  Drawer,
  Fieldset,
  Group,
  NativeSelect,
  SimpleGrid,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';
import { useRef, useState, type FormEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../api/client';
import { ApiProblem } from '../api/problem';
import { queryClient } from '../api/query-client';
import { useUser } from '../api/session';
import { confirmDiscard } from '../app/confirm-discard';
import { problemText, toastDone } from '../app/toast';
import { useFocusBack } from '../app/use-focus-back';
import { keyedIntent } from '../lead/keyed-intent';
import { contactName, LEAD_TYPES } from './lead';
import {
  EMPTY_LEAD,
  newLeadBody,
  newLeadProblems,
  refusedFields,
  type NewLeadField,
  type NewLeadValues,
} from './new-lead';
import { usePlaces } from './use-places';

type Errors = Partial<Record<NewLeadField, string>>;

/** « Nouveau lead »: somebody called or came by. What was typed is not lost without a question. */
export function NewLead({
  pointOfSaleId,
  onClose,
}: {
  pointOfSaleId: string | null;
  onClose: () => void;
}): ReactElement {
  const { t } = useTranslation('leads');
  const user = useUser();
  const places = usePlaces();
  const form = useRef<HTMLFormElement>(null);
  useFocusBack();
  const first: NewLeadValues = {
    ...EMPTY_LEAD,
    pointOfSaleId: pointOfSaleId ?? (user.pointsOfSale.length === 1 ? user.pointsOfSale[0]!.id : ''),
  };
  const [values, setValues] = useState(first);
  const [errors, setErrors] = useState<Errors>({});
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [typed, setTyped] = useState(false);
  const [intent] = useState(keyedIntent);
  useBlocker({
    shouldBlockFn: async ({ current, next }) =>
      typed && current.pathname !== next.pathname && !(await confirmDiscard()),
    enableBeforeUnload: typed,
  });

  const set = (field: keyof NewLeadValues, value: string): void => {
    setValues((before) => ({ ...before, [field]: value }));
    setErrors(({ [field]: _mended, contact: _contact, ...others }) => others);
    setTyped(true);
  };
  const input = (field: Exclude<keyof NewLeadValues, 'pointOfSaleId' | 'type'>) => ({
    label: t(`new.${field}`),
    value: values[field],
    error: errors[field],
    name: field,
    onChange: (event: { currentTarget: { value: string } }) => set(field, event.currentTarget.value),
  });
  const close = (): void => {
    if (!typed) onClose();
    else void confirmDiscard().then((leave) => leave && onClose());
  };
  const showErrors = (found: Errors): void => {
    setErrors(found);
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  };
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setProblem(null);
    const found = Object.entries(newLeadProblems(values)).map(([field, key]) => [field, t(`new.${key}`)]);
    if (found.length > 0) {
      showErrors(Object.fromEntries(found) as Errors);
      return;
    }
    setBusy(true);
    try {
      const body = newLeadBody(values);
      const headers = { 'idempotency-key': intent(JSON.stringify(body)) };
      const lead = await answer(api.POST('/api/v1/leads', { headers, body }));
      toastDone(t('new.created', { code: lead.code, name: contactName(lead) }));
      void queryClient.invalidateQueries({ queryKey: ['leads'] });
      void queryClient.invalidateQueries({ queryKey: ['lead-counts'] });
      onClose();
    } catch (error) {
      const refused = error instanceof ApiProblem ? refusedFields(error) : { fields: {}, other: true };
      showErrors(
        Object.fromEntries(
          Object.entries(refused.fields).map(([field, detail]) => [field, t('new.refused', { detail })]),
        ),
      );
      if (refused.other) setProblem(problemText(error));
    } finally {
      setBusy(false);
    }
  };
  const types = places.byId.get(values.pointOfSaleId)?.tradeAttributes ?? LEAD_TYPES;
  return (
    <Drawer
      opened
      onClose={close}
      title={t('new.title')}
      closeButtonProps={{ 'aria-label': t('action.close', { ns: 'common' }) }}
    >
      <form ref={form} noValidate onSubmit={(event) => void submit(event)}>
        <Stack gap="sm">
          <Text size="sm" c="dimmed">
            {t('new.explain')}
          </Text>
          {problem && (
            <Alert color="red" role="alert">
              {problem}
            </Alert>
          )}
          {user.pointsOfSale.length > 1 && (
            <NativeSelect
              label={t('new.pointOfSale')}
              required
              value={values.pointOfSaleId}
              error={errors.pointOfSaleId}
              onChange={(event) => set('pointOfSaleId', event.currentTarget.value)}
              data={[
                { value: '', label: '' },
                ...user.pointsOfSale
                  .filter(({ id }) => places.byId.get(id)?.active !== false)
                  .map(({ id, name }) => ({ value: id, label: name })),
              ]}
            />
          )}
          <SimpleGrid cols={2} spacing="sm">
            <NativeSelect
              label={t('new.type')}
              required
              data-autofocus
              value={values.type}
              error={errors.type}
              onChange={(event) => set('type', event.currentTarget.value)}
              data={[
                { value: '', label: '' },
                ...types.map((type) => ({ value: type, label: `${type} · ${t(`types.${type}`)}` })),
              ]}
            />
            <TextInput {...input('source')} required maxLength={120} placeholder={t('new.sourceHint')} />
          </SimpleGrid>
          <Fieldset legend={t('new.contact')} p="sm">
            <Text
              size="sm"
              c={errors.contact ? 'var(--relance-overdue)' : 'dimmed'}
              role={errors.contact ? 'alert' : undefined}
              mb="xs"
            >
              {errors.contact ?? t('new.contactHint')}
            </Text>
            <SimpleGrid cols={2} spacing="sm">
              <TextInput {...input('firstName')} maxLength={120} autoComplete="off" />
              <TextInput
                {...input('lastName')}
                maxLength={120}
                autoComplete="off"
                {...(errors.contact ? { 'aria-invalid': true } : {})}
              />
              <TextInput {...input('phone')} type="tel" maxLength={40} autoComplete="off" />
              <TextInput {...input('email')} type="email" maxLength={254} autoComplete="off" />
            </SimpleGrid>
          </Fieldset>
          <Fieldset legend={t('new.vehicle')} p="sm">
            <SimpleGrid cols={2} spacing="sm">
              <TextInput {...input('make')} maxLength={120} />
              <TextInput {...input('model')} maxLength={120} />
            </SimpleGrid>
          </Fieldset>
          <Textarea {...input('message')} autosize minRows={3} maxRows={10} maxLength={10_000} />
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {t('action.cancel', { ns: 'common' })}
            </Button>
            <Button type="submit" loading={busy}>
              {t('new.submit')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Drawer>
  );
}
