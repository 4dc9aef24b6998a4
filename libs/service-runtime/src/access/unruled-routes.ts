import type { Type } from '@nestjs/common';
import { MetadataScanner, type Reflector, type ModulesContainer } from '@nestjs/core';
import { ruleOf } from './access.guard';

/** What Nest's `@Get()` and its kin leave on a handler; it exports no name for it. */
const PATH_METADATA = 'path';

/** Names the routes (`NotesController.list`) that do not say who may call them; a service with one must not start. */
export function unruledRoutes(modules: ModulesContainer, reflector: Reflector): string[] {
  const controllers = [...modules.values()].flatMap((module) => [...module.controllers.values()]);
  return controllers.flatMap(({ metatype }) => (metatype ? unruledOf(metatype as Type, reflector) : []));
}

function unruledOf(controller: Type, reflector: Reflector): string[] {
  const prototype = controller.prototype as Record<string, () => unknown>;
  return new MetadataScanner().getAllMethodNames(prototype).flatMap((name) => {
    const handler = prototype[name]!;
    if (!Reflect.hasMetadata(PATH_METADATA, handler)) return [];
    const rule = ruleOf(reflector, handler, controller);
    const ruled = Object.values(rule).some((part) => part !== undefined);
    return ruled ? [] : [`${controller.name}.${name}`];
  });
}
