import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../api/session';
import { destinations } from './destinations';
import classes from './Frame.module.css';

/** The main menu: at the left, and at the bottom on a phone. */
export function Rail(): ReactElement {
  const { t } = useTranslation();
  const may = useMay();
  return (
    <nav className={classes.rail} aria-label={t('menu.main')}>
      {destinations(may).map(({ key, to, params, icon: Icon }) => (
        <Link
          key={key}
          to={to}
          params={params ?? {}}
          className={classes.link}
          activeProps={{ 'data-active': true, 'aria-current': 'page' }}
          activeOptions={{ includeSearch: false }}
        >
          <Icon size={20} stroke={1.7} aria-hidden="true" />
          <span>{t(`menu.${key}`)}</span>
        </Link>
      ))}
    </nav>
  );
}
