import type { CanActivate, ExecutionContext } from '@nestjs/common';
import type { Reflector } from '@nestjs/core';
import type { ApiKeyPurpose, Role } from '@relance/contracts-organisation';
import type { Principal } from '@relance/service-token';
import type { FastifyRequest } from 'fastify';
import { ForbiddenError, UnauthenticatedError } from '../problems/common-errors';
import { API_KEY_KEY, ROLES_KEY, SERVICE_KEY } from './access.decorators';

type Rule = { roles?: Role[]; purposes?: ApiKeyPurpose[]; services?: string[] };

/** Whether a rule lets this principal in; see the decorators for what each of them means. */
export function isAllowed(rule: Rule, principal: Principal): boolean {
  switch (principal.kind) {
    case 'user':
      if (rule.roles) return rule.roles.includes(principal.role);
      return rule.services === undefined || rule.purposes !== undefined;
    case 'apiKey':
      return rule.purposes?.includes(principal.purpose) ?? false;
    case 'service':
      if (!rule.services) return false;
      return rule.services.length === 0 || rule.services.includes(principal.service);
  }
}

/** Lets a request through by the rule of its route: the token itself was checked before the body was read. */
export class AccessGuard implements CanActivate {
  private readonly rules = new WeakMap<object, Rule>();

  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const { principal } = context.switchToHttp().getRequest<FastifyRequest>();
    if (!principal) throw new UnauthenticatedError();
    if (!isAllowed(this.ruleOf(context), principal)) throw new ForbiddenError();
    return true;
  }

  private ruleOf(context: ExecutionContext): Rule {
    const handler = context.getHandler();
    let rule = this.rules.get(handler);
    if (!rule) {
      const targets = [handler, context.getClass()];
      rule = {
        roles: this.reflector.getAllAndOverride<Role[] | undefined>(ROLES_KEY, targets),
        purposes: this.reflector.getAllAndOverride<ApiKeyPurpose[] | undefined>(API_KEY_KEY, targets),
        services: this.reflector.getAllAndOverride<string[] | undefined>(SERVICE_KEY, targets),
      };
      this.rules.set(handler, rule);
    }
    return rule;
  }
}
