export {
  SERVICE_TOKEN_HEADER,
  ServiceTokenSigner,
  ServiceTokenVerifier,
  InvalidServiceTokenError,
} from './service-token';
export {
  canSeePointOfSale,
  hasPermission,
  isPrincipal,
  principalId,
  readPrincipal,
  type Principal,
  type UserPrincipal,
  type ApiKeyPrincipal,
  type ServicePrincipal,
} from './principal';
