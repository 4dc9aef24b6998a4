import type { ReactElement } from 'react';

export function GlobalSearch(_props: { opened: boolean; onClose: () => void }): ReactElement {
  return <p>…</p>;
}
