import {
  Alert,
  Button,
  Fieldset,
  Group,
  List,
  NativeSelect,
  Stack,
  Table,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../api/client';
import { toastProblem } from '../app/toast';
import {
  mappingOf,
  mappingProblems,
  suggestedChoice,
  type ColumnChoice,
  type Defaults,
  type ImportField,
  type ImportJob,
  type MappingProblem,
} from './column-mapping';
import classes from './Imports.module.css';

const TYPES = ['VN', 'VO', 'APV', 'VD'] as const;
const SHOWN_SAMPLES = 3;

/** What each column holds; the import starts when nothing is missing. */
export function MapColumns({ job }: { job: ImportJob }): ReactElement {
  const { t } = useTranslation('imports');
  const client = useQueryClient();
  const [choice, setChoice] = useState<ColumnChoice>(() => suggestedChoice(job));
  const [defaults, setDefaults] = useState<Defaults>({ type: null, source: '', category: '' });
  const [tried, setTried] = useState(false);
  const problems = mappingProblems(job, choice, defaults);
  const start = useMutation({
    mutationFn: () =>
      answer(
        api.POST('/api/v1/lead-imports/{id}/start', {
          params: { path: { id: job.id } },
          body: {
            mapping: mappingOf(choice),
            defaults: {
              type: defaults.type as (typeof TYPES)[number] | null,
              source: defaults.source.trim() || null,
              category: defaults.category.trim() || null,
            },
          },
        }),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: ['lead-imports'] }),
    onError: toastProblem,
  });
  const fieldOptions = [
    { value: '', label: t('mapping.ignored') },
    ...job.fields.map(({ name }) => ({ value: name, label: t(`field.${name}`) })),
  ];
  const words = (problem: MappingProblem): string =>
    problem.kind === 'twice'
      ? t('problem.twice', { field: t(`field.${problem.field}`) })
      : t(`problem.${problem.kind}`);

  return (
    <Stack>
      <div>
        <Title order={2}>{t('mapping.title')}</Title>
        <Text size="sm" c="dimmed">
          {t('mapping.explain')}
        </Text>
      </div>
      <Table verticalSpacing="xs" className={classes.columns}>
        <Table.Tbody>
          {job.columns.map(({ index, name, samples }) => {
            const title = name || t('mapping.column', { number: index + 1 });
            return (
              <Table.Tr key={index}>
                <Table.Th scope="row" className={classes.column}>
                  {title}
                  <Text size="xs" c="dimmed" fw={400} className={classes.samples}>
                    {samples.length > 0
                      ? t('mapping.samples', { samples: samples.slice(0, SHOWN_SAMPLES).join(' · ') })
                      : t('mapping.noSample')}
                  </Text>
                </Table.Th>
                <Table.Td>
                  <NativeSelect
                    aria-label={t('mapping.contains', { name: title })}
                    value={choice.get(index) ?? ''}
                    onChange={(event) =>
                      setChoice(
                        new Map(choice).set(index, (event.currentTarget.value || null) as ImportField | null),
                      )
                    }
                    data={fieldOptions}
                    data-ignored={(choice.get(index) ?? null) === null}
                  />
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
      <Fieldset legend={t('mapping.defaults')}>
        <Group align="flex-start">
          <NativeSelect
            label={t('mapping.defaultType')}
            value={defaults.type ?? ''}
            onChange={(event) => setDefaults({ ...defaults, type: event.currentTarget.value || null })}
            data={['', ...TYPES]}
          />
          <TextInput
            label={t('mapping.defaultSource')}
            placeholder={t('mapping.defaultSourceHint')}
            maxLength={120}
            value={defaults.source}
            onChange={(event) => setDefaults({ ...defaults, source: event.currentTarget.value })}
          />
          <TextInput
            label={t('mapping.defaultCategory')}
            maxLength={120}
            value={defaults.category}
            onChange={(event) => setDefaults({ ...defaults, category: event.currentTarget.value })}
          />
        </Group>
      </Fieldset>
      {tried && problems.length > 0 && (
        <Alert color="red" role="alert">
          <List size="sm">
            {problems.map((problem) => (
              <List.Item key={JSON.stringify(problem)}>{words(problem)}</List.Item>
            ))}
          </List>
        </Alert>
      )}
      <Group>
        <Button
          loading={start.isPending}
          onClick={() => {
            setTried(true);
            if (problems.length === 0) start.mutate();
          }}
        >
          {t('mapping.start')}
        </Button>
      </Group>
    </Stack>
  );
}
