import { Button, Group, Modal, Stack, Table, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';

/** One field that two people gave different values, in words. */
export type Difference = { label: string; theirs: string; mine: string };

/** Two people edited the same thing: the second is told and shown both, and chooses; nothing typed is lost. */
export function ConflictDialog(props: {
  opened: boolean;
  /** Who saved meanwhile, when that is known. */
  by?: string | undefined;
  differences: Difference[];
  saving: boolean;
  onKeepTheirs: () => void;
  onKeepMine: () => void;
  onClose: () => void;
}): ReactElement {
  const { t } = useTranslation();
  return (
    <Modal
      opened={props.opened}
      onClose={props.onClose}
      title={t('conflict.title')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <Stack>
        <Text size="sm">{t('conflict.text')}</Text>
        <Table withTableBorder withColumnBorders>
          <Table.Thead>
            <Table.Tr>
              <Table.Td />
              <Table.Th scope="col">
                {t('conflict.theirs')}
                {props.by ? ` (${props.by})` : ''}
              </Table.Th>
              <Table.Th scope="col">{t('conflict.mine')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {props.differences.map(({ label, theirs, mine }) => (
              <Table.Tr key={label}>
                <Table.Th scope="row">{label}</Table.Th>
                <Table.Td>{theirs || t('none')}</Table.Td>
                <Table.Td>{mine || t('none')}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
        <Group justify="flex-end">
          <Button variant="default" onClick={props.onKeepTheirs} disabled={props.saving}>
            {t('conflict.keepTheirs')}
          </Button>
          <Button onClick={props.onKeepMine} loading={props.saving}>
            {t('conflict.keepMine')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
