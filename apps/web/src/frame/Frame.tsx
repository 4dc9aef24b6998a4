import { Navigate, Outlet, useLocation } from '@tanstack/react-router';
import { Suspense, useEffect, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { frameStands } from '../app/first-frame';
import { refresh, rememberedUser, useSession } from '../api/session';
import { FrameSkeleton } from './FrameSkeleton';
import classes from './Frame.module.css';
import { PageSkeleton } from './PageSkeleton';
import { Rail } from './Rail';
import { TopBar } from './TopBar';

const SIGN_IN = '/connexion';

let asked = false;

/** The session of before is asked for once; the page is drawn meanwhile. */
function confirmSession(): void {
  if (asked) return;
  asked = true;
  void refresh().catch(() => undefined);
}

/** Menu, top bar, and the page inside; only for people who are signed in. */
export function Frame(): ReactElement {
  const session = useSession();
  const location = useLocation();
  const { t } = useTranslation();
  const [main, setMain] = useState<HTMLElement | null>(null);
  const known = session.state === 'signed-in' || (session.state === 'unknown' && rememberedUser() !== null);
  useEffect(() => {
    if (known) frameStands();
  }, [known]);
  // On the way to the sign-in already: its address is not one to come back to.
  if (session.state === 'signed-out' && location.pathname === SIGN_IN) return <FrameSkeleton />;
  if (session.state === 'signed-out') return <Navigate to={SIGN_IN} search={{ retour: location.href }} />;
  if (session.state === 'unknown') confirmSession();
  if (!known) return <FrameSkeleton />;
  return (
    <div className={classes.frame}>
      <a
        className={classes.skip}
        href="#contenu"
        onClick={(event) => {
          event.preventDefault();
          main?.focus();
        }}
      >
        {t('skip')}
      </a>
      <TopBar />
      <Rail />
      <main id="contenu" ref={setMain} tabIndex={-1} className={classes.main}>
        <Suspense fallback={<PageSkeleton />}>
          <Outlet />
        </Suspense>
      </main>
    </div>
  );
}
