import { PointsOfSale1795200000001 } from './1795200000001-PointsOfSale';
import { Users1795200000002 } from './1795200000002-Users';
import { ApiKeys1795200000003 } from './1795200000003-ApiKeys';
import { SignIn1795200000004 } from './1795200000004-SignIn';
import { EventLogAndIdempotency1795200000005 } from './1795200000005-EventLogAndIdempotency';
import { RoleRights1795200000010 } from './1795200000010-RoleRights';
import { Teams1795200000011 } from './1795200000011-Teams';
import { LeadSources1795200000012 } from './1795200000012-LeadSources';
import { PointOfSaleDetails1795200000013 } from './1795200000013-PointOfSaleDetails';
import { PasswordLinks1795200000014 } from './1795200000014-PasswordLinks';
import { PasswordMails1795200000015 } from './1795200000015-PasswordMails';
import { SignInPlaces1795200000016 } from './1795200000016-SignInPlaces';

/** Every migration of the schema `organisation`, oldest first. */
export const migrations = [
  PointsOfSale1795200000001,
  Users1795200000002,
  ApiKeys1795200000003,
  SignIn1795200000004,
  EventLogAndIdempotency1795200000005,
  RoleRights1795200000010,
  Teams1795200000011,
  LeadSources1795200000012,
  PointOfSaleDetails1795200000013,
  PasswordLinks1795200000014,
  PasswordMails1795200000015,
  SignInPlaces1795200000016,
];
