import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { first } from './fr/first';

export const LANGUAGES = ['fr', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

const STORED = 'relance.language';

/** French words that come with their page. */
const later = {
  account: () => import('./fr/account.json'),
  administration: () => import('./fr/administration.json'),
  imports: () => import('./fr/imports.json'),
  lead: () => import('./fr/lead.json'),
  settings: () => import('./fr/settings.json'),
};
export type LaterWords = keyof typeof later;

function chosen(): Language {
  return localStorage.getItem(STORED) === 'en' ? 'en' : 'fr';
}

/** French unless the person chose English; English is loaded only then. */
export async function startLanguage(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: 'fr',
    fallbackLng: 'fr',
    defaultNS: 'common',
    resources: { fr: first },
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  await speak(chosen());
}

/** Has the words of a page there before it is drawn. */
export async function needWords(namespace: LaterWords): Promise<void> {
  if (i18next.hasResourceBundle('fr', namespace)) return;
  const { default: words } = await later[namespace]();
  i18next.addResourceBundle('fr', namespace, words);
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
