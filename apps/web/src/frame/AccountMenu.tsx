import { Avatar, Menu, UnstyledButton, useMantineColorScheme, VisuallyHidden } from '@mantine/core';
import { IconCheck, IconLogout, IconUser } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { signOut, useUser } from '../api/session';
import { toastProblem } from '../app/toast';
import { changeLanguage, LANGUAGES } from '../i18n/language';
import classes from './Frame.module.css';

const NAMES = { fr: 'Français', en: 'English' } as const;
const SCHEMES = { light: 'themeLight', dark: 'themeDark', auto: 'themeAuto' } as const;

/** The person: account, language, appearance, way out. */
export function AccountMenu(): ReactElement {
  const { t, i18n } = useTranslation();
  const user = useUser();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const leave = (): void => {
    signOut().catch(toastProblem);
  };
  const check = (on: boolean): ReactElement | null =>
    on ? <IconCheck size={14} aria-hidden="true" /> : null;
  return (
    <Menu position="bottom-end" width={240} withinPortal>
      <Menu.Target>
        <UnstyledButton className={classes.person}>
          <VisuallyHidden>{t('labelled', { label: t('menu.account'), name: user.name })}</VisuallyHidden>
          <Avatar size={30} name={user.name} color="relance" alt="" aria-hidden="true" />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {user.name} · {t(`role.${user.role}`)}
        </Menu.Label>
        <Menu.Item component={Link} to="/compte" leftSection={<IconUser size={16} aria-hidden="true" />}>
          {t('menu.account')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Label>{t('menu.language')}</Menu.Label>
        {LANGUAGES.map((language) => (
          <Menu.Item
            key={language}
            lang={language}
            rightSection={check(i18n.language === language)}
            onClick={() => void changeLanguage(language)}
          >
            {NAMES[language]}
          </Menu.Item>
        ))}
        <Menu.Label>{t('menu.theme')}</Menu.Label>
        {(['light', 'dark', 'auto'] as const).map((scheme) => (
          <Menu.Item
            key={scheme}
            rightSection={check(colorScheme === scheme)}
            onClick={() => setColorScheme(scheme)}
          >
            {t(`menu.${SCHEMES[scheme]}`)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} aria-hidden="true" />} onClick={leave}>
          {t('menu.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
