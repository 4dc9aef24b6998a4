import { Link, useLocation } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../api/session';
import { destinations } from './destinations';
import classes from './Frame.module.css';

/** The main menu: at the left, and at the bottom on a phone. */
export function Rail(): ReactElement {
  const { t } = useTranslation();
  const may = useMay();
  const { pathname } = useLocation();
  return (
    <nav className={classes.rail} aria-label={t('menu.main')}>
      {destinations(may).map(({ key, to, params, icon: Icon }) => (
        <Link
          key={key}
          to={to}
          params={params ?? {}}
          className={classes.link}
          {...(isWithin(pathname, to) ? { 'data-active': true, 'aria-current': 'page' as const } : {})}
        >
          <Icon size={20} stroke={1.7} aria-hidden="true" />
          <span>{t(`menu.${key}`)}</span>
        </Link>
      ))}
    </nav>
  );
}

/** Whether a page belongs to an entry of the menu: `/administration/roles` to that of `/administration/$section`. */
function isWithin(pathname: string, to: string): boolean {
  return pathname.split('/')[1] === to.split('/')[1];
}
