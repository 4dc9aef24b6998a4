/**
 * What the organisation service shares with others: enumerations and the events of its feed.
 * Nothing is imported here, so anything may import this.
 */

/** Roles a person can have. Rights are decided by each service, on the server (S2.12). */
export const ROLES = ['ADMIN', 'MANAGER', 'SALESPERSON', 'CALL_CENTRE', 'MARKETING'] as const;
export type Role = (typeof ROLES)[number];

/** Trade attributes; also the types a lead can have (S1.11). */
export const LEAD_TYPES = ['VN', 'VO', 'APV', 'VD'] as const;
export type LeadType = (typeof LEAD_TYPES)[number];

/** What an API key may be used for; a key has exactly one purpose. */
export const API_KEY_PURPOSES = ['LEAD_SOURCE', 'TELEPHONY'] as const;
export type ApiKeyPurpose = (typeof API_KEY_PURPOSES)[number];

/** A dealership site as other services know it. `timeZone` is an IANA name, `country` ISO 3166-1 alpha-2. */
export type PointOfSaleRecord = {
  id: string;
  name: string;
  timeZone: string;
  country: string;
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

/** Events in the organisation log, by type; each carries the whole record after the change. */
export type OrganisationEvents = {
  'pointOfSale.saved': { pointOfSale: PointOfSaleRecord };
  'user.saved': { user: UserRecord };
  'apiKey.created': { apiKey: ApiKeyRecord };
  'apiKey.revoked': { apiKey: ApiKeyRecord };
};
