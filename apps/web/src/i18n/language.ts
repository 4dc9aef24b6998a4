import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { fr } from './fr';

export const LANGUAGES = ['fr', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

const STORED = 'relance.language';

function chosen(): Language {
  return localStorage.getItem(STORED) === 'en' ? 'en' : 'fr';
}

/** French unless the person chose English; English is loaded only then. */
export async function startLanguage(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: 'fr',
    fallbackLng: 'fr',
    defaultNS: 'common',
    resources: { fr },
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  await speak(chosen());
}

export async function changeLanguage(language: Language): Promise<void> {
  localStorage.setItem(STORED, language);
  await speak(language);
}

async function speak(language: Language): Promise<void> {
  if (language === 'en' && !i18next.hasResourceBundle('en', 'common')) {
    const { en } = await import('./en');
    for (const [namespace, words] of Object.entries(en)) i18next.addResourceBundle('en', namespace, words);
  }
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}
