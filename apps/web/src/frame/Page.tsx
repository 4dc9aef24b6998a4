import { Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Page.module.css';

type Crumb = { label: string; to: '/leads' | '/imports' | '/parametres' };

/** A page: where it is, its title, its primary action at the right, and its content. */
export function Page(props: {
  title: string;
  crumbs?: Crumb[];
  actions?: ReactNode;
  /** Beside the title, such as the point of sale it is about. */
  subtitle?: string;
  /** Forms do not exceed 720 px. */
  narrow?: boolean;
  children: ReactNode;
}): ReactElement {
  const { t } = useTranslation();
  useDocumentTitle(`${props.title} · Relance`);
  return (
    <div className={classes.page} data-narrow={props.narrow ?? false}>
      <div className={classes.head}>
        <div>
          {props.crumbs && props.crumbs.length > 0 && (
            <nav className={classes.crumbs} aria-label={t('breadcrumb')}>
              {props.crumbs.map((crumb) => (
                <Link key={crumb.to} to={crumb.to}>
                  {crumb.label}
                </Link>
              ))}
            </nav>
          )}
          <Title order={1}>
            {props.title}
            {props.subtitle && <span className={classes.subtitle}> {props.subtitle}</span>}
          </Title>
        </div>
        <div className={classes.actions}>{props.actions}</div>
      </div>
      {props.children}
    </div>
  );
}
