import type { ReactElement } from 'react';

export function AdministrationPage(): ReactElement {
  return <p>…</p>;
}
