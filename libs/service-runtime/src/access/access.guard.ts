import type { CanActivate, ExecutionContext, Type } from '@nestjs/common';
import type { Reflector } from '@nestjs/core';
import type { ApiKeyPurpose } from '@relance/contracts-organisation';
import { hasPermission, type Principal } from '@relance/service-token';
import type { FastifyRequest } from 'fastify';
import { ForbiddenError, UnauthenticatedError } from '../problems/common-errors';
import { API_KEY_KEY, NEEDS_KEY, SERVICE_KEY, SIGNED_IN, type Need } from './access.decorators';

type Handler = ReturnType<ExecutionContext['getHandler']>;
type Rule = { needs?: Need; purposes?: ApiKeyPurpose[]; services?: string[] };

/** Whether a rule lets this principal in; see the decorators for what each of them means. */
export function isAllowed(rule: Rule, principal: Principal): boolean {
  switch (principal.kind) {
    case 'user':
      if (rule.needs === undefined) return false;
      return rule.needs === SIGNED_IN || hasPermission(principal, rule.needs);
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
      rule = ruleOf(this.reflector, handler, context.getClass());
      this.rules.set(handler, rule);
    }
    return rule;
  }
}

/** The rule of a route: what its handler says, else what its controller says. */
export function ruleOf(reflector: Reflector, handler: Handler, controller: Type): Rule {
  const targets = [handler, controller];
  return {
    needs: reflector.getAllAndOverride<Need | undefined>(NEEDS_KEY, targets),
    purposes: reflector.getAllAndOverride<ApiKeyPurpose[] | undefined>(API_KEY_KEY, targets),
    services: reflector.getAllAndOverride<string[] | undefined>(SERVICE_KEY, targets),
  };
}
