export { ServiceTokenSigner, ServiceTokenVerifier, InvalidServiceTokenError } from './service-token';
export { canSeePointOfSale, type Principal, type UserPrincipal, type ApiKeyPrincipal, type ServicePrincipal } from './principal';
