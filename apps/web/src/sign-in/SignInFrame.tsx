import { Anchor, Paper, Text, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { changeLanguage } from '../i18n/language';
import classes from './SignInFrame.module.css';

/** A page before anybody is signed in: what Relance is, a card, the language. */
export function SignInFrame({ title, children }: { title: string; children: ReactNode }): ReactElement {
  const { t, i18n } = useTranslation('signIn');
  useDocumentTitle(`${title} · Relance`);
  const other = i18n.language === 'fr' ? 'en' : 'fr';
  return (
    <main className={classes.page}>
      <div className={classes.brand}>
        <img src="/icon.svg" width="44" height="44" alt="" />
        <div>
          <Text fw={700} fz="1.4rem" lh={1.2}>
            Relance
          </Text>
          <Text c="dimmed">{t('welcome')}</Text>
        </div>
      </div>
      <Paper withBorder p="lg" className={classes.card}>
        <Title order={1} mb="md">
          {title}
        </Title>
        {children}
      </Paper>
      <Anchor
        component="button"
        type="button"
        size="sm"
        lang={other}
        onClick={() => void changeLanguage(other)}
      >
        {other === 'en' ? 'English' : 'Français'}
      </Anchor>
    </main>
  );
}
