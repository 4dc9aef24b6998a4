import { Kbd, NativeSelect, UnstyledButton } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useUser } from '../api/session';
import { typedAhead } from '../search/typed-ahead';
import { AccountMenu } from './AccountMenu';
import classes from './Frame.module.css';
import { LiveSign } from './LiveSign';
import { choosePointOfSale, usePointOfSaleId } from './point-of-sale';

const GlobalSearch = lazy(async () => ({
  default: (await import('../search/GlobalSearch')).GlobalSearch,
}));

/** Point of sale, search, person. */
export function TopBar(): ReactElement {
  const { t } = useTranslation();
  const [searching, setSearching] = useState(false);
  const [wasSearching, setWasSearching] = useState(false);
  const search = (): void => {
    if (!searching) typedAhead.start();
    setWasSearching(true);
    setSearching(true);
  };
  useHotkeys([['mod+K', search]], []);
  return (
    <header className={classes.top}>
      <Link to="/leads" className={classes.brand} aria-label={t('app')}>
        <img src="/icon.svg" width="24" height="24" alt="" />
        <span>{t('app')}</span>
      </Link>
      <PointOfSaleSwitch />
      <UnstyledButton className={classes.search} onClick={search} aria-keyshortcuts="Control+K">
        <IconSearch size={16} aria-hidden="true" />
        <span className={classes.searchWords}>{t('menu.searchHint')}</span>
        <Kbd size="xs" className={classes.searchKey} aria-hidden="true">
          Ctrl K
        </Kbd>
      </UnstyledButton>
      <LiveSign />
      <AccountMenu />
      {wasSearching && (
        <Suspense>
          <GlobalSearch
            opened={searching}
            onClose={() => {
              typedAhead.take();
              setSearching(false);
            }}
          />
        </Suspense>
      )}
    </header>
  );
}

/** Only for people with more than one; others read the name of theirs. */
function PointOfSaleSwitch(): ReactElement {
  const { t } = useTranslation();
  const { pointsOfSale } = useUser();
  const chosen = usePointOfSaleId();
  const known = pointsOfSale.some(({ id }) => id === chosen);
  useEffect(() => {
    // Left behind by somebody else on this machine, or a point of sale that is theirs no more.
    if (chosen !== null && !known) choosePointOfSale(null);
  }, [chosen, known]);
  if (pointsOfSale.length <= 1)
    return <span className={classes.onlySite}>{pointsOfSale[0]?.name ?? ''}</span>;
  return (
    <NativeSelect
      className={classes.site}
      size="sm"
      aria-label={t('menu.pointOfSale')}
      value={known ? (chosen ?? '') : ''}
      onChange={(event) => choosePointOfSale(event.currentTarget.value || null)}
      data={[
        { value: '', label: t('menu.allPointsOfSale') },
        ...pointsOfSale.map(({ id, name }) => ({ value: id, label: name })),
      ]}
    />
  );
}
