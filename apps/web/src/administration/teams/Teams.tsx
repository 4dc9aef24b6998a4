import type { ReactElement } from 'react';

export function Teams(): ReactElement {
  return <></>;
}
