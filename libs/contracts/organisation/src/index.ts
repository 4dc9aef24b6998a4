/**
 * What the organisation service shares with others: enumerations and the events of its feed.
 * Nothing of another package is imported here, so anything may import this.
 */

import type { Permission, Role } from './roles';

export {
  DEFAULT_PERMISSIONS,
  GRANTABLE_PERMISSIONS,
  isPermission,
  PERMISSIONS,
  PERMISSIONS_THAT_SHOW_LEADS,
  ROLES,
  type Permission,
  type Role,
} from './roles';

/** Trade attributes; also the types a lead can have (S1.11). */
export const LEAD_TYPES = ['VN', 'VO', 'APV', 'VD'] as const;
export type LeadType = (typeof LEAD_TYPES)[number];

/** What an API key may be used for; a key has exactly one purpose. */
export const API_KEY_PURPOSES = ['LEAD_SOURCE', 'TELEPHONY'] as const;
export type ApiKeyPurpose = (typeof API_KEY_PURPOSES)[number];

/**
 * A dealership site as other services know it. `timeZone` is an IANA name, `country` ISO 3166-1 alpha-2. One that is
 * not `active` is kept for what happened there; events older than this property lack it and mean active.
 */
export type PointOfSaleRecord = {
  id: string;
  name: string;
  timeZone: string;
  country: string;
  active?: boolean;
};

/** A person as other services know them. `leadTypes` are those handled at that point of sale (S1.5). */
export type UserRecord = {
  id: string;
  name: string;
  email: string;
  role: Role;
  active: boolean;
  pointsOfSale: { id: string; leadTypes: LeadType[] }[];
};

/** An API key as other services know it; the key itself is never told. */
export type ApiKeyRecord = {
  id: string;
  name: string;
  purpose: ApiKeyPurpose;
  pointOfSaleId: string;
};

/** People of one point of sale who work together; `memberIds` are ids of users who belong to it. */
export type TeamRecord = {
  id: string;
  name: string;
  pointOfSaleId: string;
  memberIds: string[];
};

/**
 * Where leads come from by a form on a website. `formToken` is public and stands in the page; `thankYouUrl` is where
 * a browser goes afterwards. One that is not `active` takes no lead.
 */
export type LeadSourceRecord = {
  id: string;
  name: string;
  category: string | null;
  pointOfSaleId: string;
  leadType: LeadType;
  formToken: string;
  thankYouUrl: string | null;
  active: boolean;
};

/** Events in the organisation log, by type; each carries the whole record after the change. */
export type OrganisationEvents = {
  'pointOfSale.saved': { pointOfSale: PointOfSaleRecord };
  'user.saved': { user: UserRecord };
  'role.permissionsSaved': { role: Role; permissions: Permission[] };
  'apiKey.created': { apiKey: ApiKeyRecord };
  'apiKey.revoked': { apiKey: ApiKeyRecord };
  'team.saved': { team: TeamRecord };
  'team.deleted': { team: TeamRecord };
  'leadSource.saved': { leadSource: LeadSourceRecord };
  'leadSource.deleted': { leadSource: LeadSourceRecord };
};
