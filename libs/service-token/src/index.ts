export {
  SERVICE_TOKEN_HEADER,
  ServiceTokenSigner,
  ServiceTokenVerifier,
  InvalidServiceTokenError,
} from './service-token';
export {
  canSeePointOfSale,
  isPrincipal,
  principalId,
  type Principal,
  type UserPrincipal,
  type ApiKeyPrincipal,
  type ServicePrincipal,
} from './principal';
