import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { lazy, Suspense, useState, useSyncExternalStore, type ReactElement } from 'react';
import { queryClient } from '../api/query-client';
import { openQuestion } from './confirm-discard';
import { router } from './router';
import { theme } from './theme';

/** Set by the gateway in each page it serves, for the `<style>` that Mantine writes (content security policy). */
const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
// What keeps the page still behind a dialog (react-remove-scroll) asks for it under this name.
Object.assign(globalThis, { __webpack_nonce__: nonce });

export function App(): ReactElement {
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto" getStyleNonce={() => nonce}>
      <Notifications position="bottom-center" limit={4} zIndex={400} />
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
        <Questions />
      </QueryClientProvider>
    </MantineProvider>
  );
}

const DiscardQuestion = lazy(async () => ({
  default: (await import('./DiscardQuestion')).DiscardQuestion,
}));

/** Dialogs are not part of the first visit: this one is loaded when it is first asked. */
function Questions(): ReactElement | null {
  const asked = useSyncExternalStore(openQuestion.subscribe, openQuestion.get) !== null;
  const [wasAsked, setWasAsked] = useState(false);
  if (asked && !wasAsked) setWasAsked(true);
  if (!wasAsked) return null;
  return (
    <Suspense>
      <DiscardQuestion />
    </Suspense>
  );
}
