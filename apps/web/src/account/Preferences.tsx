import { SegmentedControl, Text, useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { changeLanguage, LANGUAGES, type Language } from '../i18n/language';
import classes from './Account.module.css';
import { AccountSection } from './AccountSection';

const NAMES: Record<Language, string> = { fr: 'Français', en: 'English' };
const SCHEMES = [
  ['light', 'themeLight'],
  ['dark', 'themeDark'],
  ['auto', 'themeAuto'],
] as const;

/** Language and appearance, kept on this device. */
export function Preferences(): ReactElement {
  const { t, i18n } = useTranslation('account');
  const common = useTranslation('common').t;
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <AccountSection title={t('preferences.title')}>
      <div className={classes.preference}>
        <span id="account-language">{t('preferences.language')}</span>
        <SegmentedControl
          aria-labelledby="account-language"
          value={i18n.language}
          onChange={(language) => void changeLanguage(language as Language)}
          data={LANGUAGES.map((language) => ({ value: language, label: NAMES[language] }))}
        />
      </div>
      <div className={classes.preference}>
        <span id="account-theme">{t('preferences.theme')}</span>
        <SegmentedControl
          aria-labelledby="account-theme"
          value={colorScheme}
          onChange={(scheme) => setColorScheme(scheme as MantineColorScheme)}
          data={SCHEMES.map(([value, key]) => ({ value, label: common(`menu.${key}`) }))}
        />
      </div>
      <Text size="xs" c="var(--relance-muted)" mt="sm">
        {t('preferences.hint')}
      </Text>
    </AccountSection>
  );
}
