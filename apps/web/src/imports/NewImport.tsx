import { Alert, Button, FileButton, NativeSelect, Paper, Progress, Stack, Text } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import { useState, type DragEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useActivePlaces } from '../administration/points-of-sale/use-active-places';
import { usePointOfSaleId } from '../frame/point-of-sale';
import classes from './Imports.module.css';
import { useUpload } from './use-upload';

const MAX_BYTES = 100 * 1024 * 1024;
const CSV_TYPES = ['text/csv', 'text/plain', 'application/csv', 'application/vnd.ms-excel', ''];

/** A file is dropped or chosen; it is sent at once, then prepared on the page of its import. */
export function NewImport(): ReactElement {
  const { t } = useTranslation('imports');
  const places = useActivePlaces();
  const current = usePointOfSaleId();
  const { sent, problem, setProblem, send, cancel } = useUpload();
  const [chosen, setChosen] = useState<string>();
  const [over, setOver] = useState(false);
  const site = chosen ?? (places.find(({ id }) => id === current) ?? places[0])?.id ?? '';

  const upload = async (file: File | null | undefined): Promise<void> => {
    if (!file || sent !== undefined) return;
    const refusal = refusalOf(file);
    setProblem(refusal);
    if (refusal === undefined) await send(file, site);
  };
  const refusalOf = (file: File): string | undefined => {
    if (!/\.(csv|txt|tsv)$/i.test(file.name) && !CSV_TYPES.includes(file.type)) return t('notCsv');
    if (file.size === 0) return t('emptyFile');
    return file.size > MAX_BYTES ? t('tooLarge') : undefined;
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    void upload(event.dataTransfer.files[0]);
  };

  return (
    <Stack>
      <Text size="sm" c="dimmed">
        {t('explain')}
      </Text>
      {places.length > 1 && (
        <NativeSelect
          label={t('pointOfSale')}
          value={site}
          onChange={(event) => setChosen(event.currentTarget.value)}
          data={places.map(({ id, name }) => ({ value: id, label: name }))}
          maw={360}
          disabled={sent !== undefined}
        />
      )}
      <Paper
        className={classes.drop}
        data-over={over}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        {sent === undefined ? (
          <>
            <IconFileUpload size={32} stroke={1.5} aria-hidden="true" />
            <Text>{t('drop')}</Text>
            <FileButton
              onChange={(file) => void upload(file)}
              accept=".csv,.txt,.tsv,text/csv"
              inputProps={{ 'aria-label': t('chooseFor') }}
            >
              {(props) => <Button {...props}>{t('choose')}</Button>}
            </FileButton>
          </>
        ) : (
          <div className={classes.sending}>
            <Text role="status">{t('uploading', { percent: Math.round(sent * 100) })}</Text>
            <Progress value={sent * 100} aria-label={t('uploading', { percent: Math.round(sent * 100) })} />
            <Button variant="default" size="compact-sm" mt="sm" onClick={cancel}>
              {t('cancelUpload')}
            </Button>
          </div>
        )}
      </Paper>
      {problem !== undefined && (
        <Alert color="red" role="alert">
          {problem}
        </Alert>
      )}
    </Stack>
  );
}
