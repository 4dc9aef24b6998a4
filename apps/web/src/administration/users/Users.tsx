import type { ReactElement } from 'react';

export function Users(): ReactElement {
  return <></>;
}
