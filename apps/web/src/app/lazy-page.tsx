import { lazyRouteComponent, type AsyncRouteComponent } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { frameIsDrawn, framed } from './first-frame';

type Load<N extends string> = () => Promise<Record<N, () => ReactElement>>;
type LazyPage = {
  component: () => ReactElement;
  /** Called by the router before the page is shown, and when somebody is about to go there. */
  loader: () => Promise<void> | undefined;
};

/** A page outside of the frame, such as the sign-in, that comes when its address is first visited. */
export function lazyPage<N extends string>(load: Load<N>, name: N): LazyPage {
  const Page: AsyncRouteComponent<object> = lazyRouteComponent(load, name);
  return { component: () => <Page />, loader: () => Page.preload?.() };
}

/**
 * A page inside the frame. The router does not wait for the very first one: the frame is drawn at once, with a skeleton
 * where the page comes. Later ones leave the page before in its place until they are there.
 */
export function framedPage<N extends string>(load: Load<N>, name: N): LazyPage {
  const page = lazyPage(async () => {
    const [loaded] = await Promise.all([load(), framed]);
    return loaded;
  }, name);
  const { loader } = page;
  return {
    ...page,
    loader: () => {
      const loading = loader();
      return frameIsDrawn() ? loading : undefined;
    },
  };
}
