import type { ReactElement } from 'react';

export function LeadsPage(): ReactElement {
  return <p>…</p>;
}
