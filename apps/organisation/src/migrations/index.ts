import { PointsOfSale1795200000001 } from './1795200000001-PointsOfSale';
import { Users1795200000002 } from './1795200000002-Users';
import { ApiKeys1795200000003 } from './1795200000003-ApiKeys';
import { SignIn1795200000004 } from './1795200000004-SignIn';
import { EventLogAndIdempotency1795200000005 } from './1795200000005-EventLogAndIdempotency';

/** Every migration of the schema `organisation`, oldest first. */
export const migrations = [
  PointsOfSale1795200000001,
  Users1795200000002,
  ApiKeys1795200000003,
  SignIn1795200000004,
  EventLogAndIdempotency1795200000005,
];
