import { applyDecorators, createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import { ApiExtension, ApiSecurity } from '@nestjs/swagger';
import type { ApiKeyPurpose, Permission } from '@relance/contracts-organisation';
import { hasPermission, type Principal, type UserPrincipal } from '@relance/service-token';
import type { FastifyRequest } from 'fastify';
import { ForbiddenError, UnauthenticatedError } from '../problems/common-errors';

export const NEEDS_KEY = 'relance:needs';
export const API_KEY_KEY = 'relance:api-key';
export const SERVICE_KEY = 'relance:service';

/** In the OpenAPI document: what a person needs for an operation, a permission or {@link SIGNED_IN}. */
export const PERMISSION_EXTENSION = 'x-permission';
/** In the OpenAPI document: purposes of the API keys that may too. */
export const API_KEY_EXTENSION = 'x-api-key-purposes';
/** Stands where a permission would, for what every signed-in person may. */
export const SIGNED_IN = 'signed-in';

/** What the rule of a route asks of a person. */
export type Need = Permission | typeof SIGNED_IN;

const need = (what: Need): MethodDecorator & ClassDecorator =>
  applyDecorators(SetMetadata(NEEDS_KEY, what), ApiExtension(PERMISSION_EXTENSION, what));

/**
 * Only people whose role has this permission (S2.12). A route says this, or {@link SignedIn}, or that it is not for
 * people ({@link AllowService}, {@link AllowApiKey} alone); a service with a route that says nothing does not start.
 * Whose points of sale it may be done to is the service's to check.
 */
export const Needs = (permission: Permission): MethodDecorator & ClassDecorator => need(permission);

/** Every signed-in person, whatever their role. */
export const SignedIn = (): MethodDecorator & ClassDecorator => need(SIGNED_IN);

/** API keys of this purpose may too, besides the people the route is open to. */
export const AllowApiKey = (...purposes: ApiKeyPurpose[]): MethodDecorator & ClassDecorator =>
  applyDecorators(
    SetMetadata(API_KEY_KEY, purposes),
    ApiExtension(API_KEY_EXTENSION, purposes),
    ApiSecurity('bearer'),
    ApiSecurity('apiKey'),
  );

/**
 * Other services may (all, or those named). Alone it means services only: for `/internal/*`, and for the public
 * routes (`POST /auth/login`), which the gateway calls on its own account. Together with {@link Needs}, those
 * people may too.
 */
export const AllowService = (...services: string[]): MethodDecorator & ClassDecorator =>
  applyDecorators(SetMetadata(SERVICE_KEY, services), ApiSecurity({}));

function principalOf(context: ExecutionContext): Principal {
  const { principal } = context.switchToHttp().getRequest<FastifyRequest>();
  if (!principal) throw new UnauthenticatedError();
  return principal;
}

/**
 * For what a route's {@link Needs} cannot say, because the body decides.
 * @throws ForbiddenError when the person may not do this, and for who is no person
 */
export function requirePermission(principal: Principal, permission: Permission): void {
  if (!hasPermission(principal, permission)) throw new ForbiddenError();
}

/** Parameter: on whose behalf the request comes (person, API key or service). */
export const CurrentPrincipal = createParamDecorator((_: unknown, context: ExecutionContext): Principal =>
  principalOf(context),
);

/** Parameter: the signed-in person; 403 for anything else. */
export const CurrentUser = createParamDecorator((_: unknown, context: ExecutionContext): UserPrincipal => {
  const principal = principalOf(context);
  if (principal.kind !== 'user') throw new ForbiddenError();
  return principal;
});
