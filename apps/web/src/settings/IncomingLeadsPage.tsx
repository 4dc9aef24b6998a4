import type { ReactElement } from 'react';

export function IncomingLeadsPage(): ReactElement {
  return <p>…</p>;
}
