import contracts from '@relance/contracts-organisation';

/** What the product says of roles: as it was built, since the contracts are no module Node could read otherwise. */
export const { DEFAULT_PERMISSIONS, GRANTABLE_PERMISSIONS, PERMISSIONS, ROLES } = contracts;
