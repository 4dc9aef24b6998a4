import { Paper, Title } from '@mantine/core';
import { useId, type ReactElement, type ReactNode } from 'react';

/** A titled part of the account page. */
export function AccountSection({ title, children }: { title: string; children: ReactNode }): ReactElement {
  const id = useId();
  return (
    <Paper component="section" withBorder p="md" radius="md" aria-labelledby={id}>
      <Title order={2} id={id} mb="sm">
        {title}
      </Title>
      {children}
    </Paper>
  );
}
