import type { ReactElement } from 'react';

export function PointsOfSale(): ReactElement {
  return <></>;
}
