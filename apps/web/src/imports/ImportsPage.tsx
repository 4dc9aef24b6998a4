import type { ReactElement } from 'react';

export function ImportsPage(): ReactElement {
  return <p>…</p>;
}
