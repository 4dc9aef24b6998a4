import type { ReactElement } from 'react';

export function LeadPage(): ReactElement {
  return <p>…</p>;
}
