import type { ReactElement } from 'react';

export function ForgottenPassword(): ReactElement {
  return <p>…</p>;
}
