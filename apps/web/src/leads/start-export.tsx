import { CloseButton, Group, Progress, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import i18next from 'i18next';
import type { ReactElement } from 'react';
import { authorizedFetch } from '../api/client';
import { ApiProblem, problemOf } from '../api/problem';
import { toastDone, toastProblem, toastRefusal } from '../app/toast';
import { formatNumber } from '../i18n/format';
import { CsvLines } from './csv-lines';
import { queryText, type LeadQuery } from './filters';
import type { Total } from './row-book';

/** The progress is told so often at most, in ms. */
const TELL_MS = 150;

/** « Exporter »: the list with its filters as a CSV file, however long it is; told in a toast that can cancel. */
export function startExport(query: LeadQuery, total: Total | null): void {
  void download(queryText(query), typeof total === 'number' ? total : null);
}

/** The leads selected as a CSV file. */
export function startSelectionExport(ids: readonly string[]): void {
  void download(new URLSearchParams({ id: ids.join() }).toString(), ids.length);
}

async function download(query: string, total: number | null): Promise<void> {
  const id = crypto.randomUUID();
  const cancel = new AbortController();
  const tell = (written: number): void => {
    const message = <ExportProgress {...{ written, total }} onCancel={() => cancel.abort()} />;
    const shown = { id, message, autoClose: false as const, withCloseButton: false };
    if (written === 0) notifications.show(shown);
    else notifications.update(shown);
  };
  tell(0);
  try {
    const response = await authorizedFetch(
      new Request(`${window.location.origin}/api/v1/leads/export?${query}`, { signal: cancel.signal }),
    );
    if (!response.ok) throw await problemOf(response);
    const { file, leads } = await readFile(response, tell);
    save(file, nameOf(response));
    notifications.hide(id);
    toastDone(i18next.t('export.done', { ns: 'leads', count: leads, number: words(leads) }));
  } catch (error) {
    notifications.hide(id);
    if (cancel.signal.aborted) toastDone(i18next.t('export.cancelled', { ns: 'leads' }));
    else if (error instanceof ApiProblem) toastProblem(error);
    // The file came to an end before its end.
    else toastRefusal(i18next.t('export.broken', { ns: 'leads' }));
  }
}

async function readFile(
  response: Response,
  tell: (written: number) => void,
): Promise<{ file: Blob; leads: number }> {
  const lines = new CsvLines();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let told = performance.now();
  const reader = response.body!.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    parts.push(part.value);
    lines.read(part.value);
    if (performance.now() - told < TELL_MS) continue;
    told = performance.now();
    tell(Math.max(lines.ended - 1, 1));
  }
  return { file: new Blob(parts, { type: 'text/csv;charset=utf-8' }), leads: Math.max(lines.ended - 1, 0) };
}

function nameOf(response: Response): string {
  const said = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '');
  return said?.[1] ?? 'leads.csv';
}

function save(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

function words(count: number): string {
  return formatNumber(count, i18next.language);
}

function ExportProgress(props: {
  written: number;
  total: number | null;
  onCancel: () => void;
}): ReactElement {
  const { written, total, onCancel } = props;
  const title = i18next.t('export.running', { ns: 'leads' });
  return (
    <Group wrap="nowrap" align="center">
      <Stack gap={4} flex={1}>
        <Text size="sm" fw={600}>
          {title}
        </Text>
        <Progress
          value={total ? Math.min((100 * written) / total, 100) : 100}
          animated={!total}
          aria-label={title}
        />
        <Text size="xs">
          {total
            ? i18next.t('export.progressOf', { ns: 'leads', number: words(written), total: words(total) })
            : i18next.t('export.progress', { ns: 'leads', number: words(written) })}
        </Text>
      </Stack>
      <CloseButton aria-label={i18next.t('export.cancel', { ns: 'leads' })} onClick={onCancel} />
    </Group>
  );
}
