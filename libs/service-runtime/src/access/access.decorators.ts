import { applyDecorators, createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import { ApiSecurity } from '@nestjs/swagger';
import type { ApiKeyPurpose, Role } from '@relance/contracts-organisation';
import type { Principal, UserPrincipal } from '@relance/service-token';
import type { FastifyRequest } from 'fastify';
import { ForbiddenError, UnauthenticatedError } from '../problems/common-errors';

export const ROLES_KEY = 'relance:roles';
export const API_KEY_KEY = 'relance:api-key';
export const SERVICE_KEY = 'relance:service';

/** Only people with one of these roles. Without it, on an undecorated route, every signed-in person may. */
export const Roles = (...roles: Role[]): MethodDecorator & ClassDecorator => SetMetadata(ROLES_KEY, roles);

/** API keys of this purpose may too, besides the people the route is open to. */
export const AllowApiKey = (...purposes: ApiKeyPurpose[]): MethodDecorator & ClassDecorator =>
  applyDecorators(SetMetadata(API_KEY_KEY, purposes), ApiSecurity('bearer'), ApiSecurity('apiKey'));

/**
 * Other services may (all, or those named). Alone it means services only: for `/internal/*`, and for the public
 * routes (`POST /auth/login`), which the gateway calls on its own account. Together with {@link Roles}, those
 * people may too.
 */
export const AllowService = (...services: string[]): MethodDecorator & ClassDecorator =>
  applyDecorators(SetMetadata(SERVICE_KEY, services), ApiSecurity({}));

function principalOf(context: ExecutionContext): Principal {
  const { principal } = context.switchToHttp().getRequest<FastifyRequest>();
  if (!principal) throw new UnauthenticatedError();
  return principal;
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
