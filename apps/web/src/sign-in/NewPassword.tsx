import type { ReactElement } from 'react';

export function NewPassword(): ReactElement {
  return <p>…</p>;
}
