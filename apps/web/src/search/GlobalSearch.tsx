import { Modal } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconClock } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { problemText } from '../app/toast';
import { matchesWords } from './matches-words';
import { PickList, type PickGroup, type PickItem } from './PickList';
import { recentSearches, rememberSearch } from './recent-searches';
import classes from './GlobalSearch.module.css';
import { typedAhead } from './typed-ahead';
import { usePages } from './use-pages';
import { useLeadResults, usePlaceResults, useUserResults } from './use-results';

const DEBOUNCE_MS = 180;
const ICON = { size: 18 } as const;

/** Ctrl K: leads, pages, and for those who look after them people and points of sale, by a few letters. */
export function GlobalSearch({ opened, onClose }: { opened: boolean; onClose: () => void }): ReactElement {
  const { t } = useTranslation('search');
  return (
    <Modal.Root
      opened={opened}
      onClose={onClose}
      yOffset="12dvh"
      size="lg"
      padding={0}
      transitionProps={{ duration: 80 }}
    >
      <Modal.Overlay />
      <Modal.Content aria-label={t('label')}>
        <Modal.Body>{opened && <Search onClose={onClose} />}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

function Search({ onClose }: { onClose: () => void }): ReactElement {
  const { t } = useTranslation('search');
  const navigate = useNavigate();
  const [query, setQuery] = useState('');
  const [asked] = useDebouncedValue(query.trim(), DEBOUNCE_MS);
  const pages = usePages();
  const leads = useLeadResults(asked);
  const users = useUserResults(asked);
  const places = usePlaceResults(asked);

  const leave = (go: () => unknown): void => {
    if (query.trim() !== '') rememberSearch(query.trim());
    onClose();
    void go();
  };
  const finish = (items: PickItem[]): PickItem[] =>
    items.map((item) => ({ ...item, pick: () => leave(item.pick) }));
  const groups: PickGroup[] =
    query.trim() === ''
      ? [
          {
            label: t('recent'),
            items: recentSearches().map((words) => ({
              key: `recent ${words}`,
              icon: <IconClock {...ICON} />,
              label: words,
              pick: () => setQuery(words),
            })),
          },
          { label: t('pages'), items: finish(pages) },
        ]
      : [
          { label: t('leads'), items: finish(leads.items) },
          { label: t('pages'), items: finish(pages.filter(({ words }) => matchesWords(words, query))) },
          { label: t('users'), items: finish(users) },
          { label: t('places'), items: finish(places) },
          ...(asked === '' || leads.items.length === 0
            ? []
            : [
                {
                  label: t('more'),
                  items: finish([
                    {
                      key: 'all',
                      icon: null,
                      label: t('seeAll', { query: asked }),
                      pick: () => void navigate({ to: '/leads', search: { q: asked } }),
                    },
                  ]),
                },
              ]),
        ];
  const searching = leads.busy || asked !== query.trim();
  return (
    <>
      <PickList
        label={t('label')}
        placeholder={t('placeholder')}
        {...{ query, groups }}
        onQuery={setQuery}
        typedBefore={() => typedAhead.take()}
        coming={query.trim() !== '' && (leads.coming || asked !== query.trim())}
        busy={searching && query.trim() !== ''}
        empty={
          leads.problem
            ? problemText(leads.problem)
            : searching
              ? t('searching')
              : t('none', { query: query.trim() })
        }
      />
      <p className={classes.keys} aria-hidden="true">
        <span>↑ ↓ {t('keys.move')}</span>
        <span>↵ {t('keys.open')}</span>
        <span>Esc {t('keys.close')}</span>
      </p>
    </>
  );
}
