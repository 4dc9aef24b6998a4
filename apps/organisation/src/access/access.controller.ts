import { Controller, Get, Inject } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Permission, Role } from '@relance/contracts-organisation';
import { AllowService } from '@relance/service-runtime';
import { DataSource } from 'typeorm';
import { listRoleRights } from '../roles/role-rights.store';
import { readVoidTokens, type VoidTokens } from './void-tokens';

/** What has to be known, besides an access token, to say what its bearer may. */
export type AccessRules = {
  roles: { role: Role; permissions: Permission[] }[];
  voidTokens: VoidTokens;
};

/** For the gateway, which asks about once a second while people call. */
@ApiExcludeController()
@Controller('internal/access')
@AllowService()
export class AccessController {
  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {}

  /** The same text as long as nothing changes. */
  @Get()
  async read(): Promise<AccessRules> {
    const roles = await listRoleRights(this.dataSource);
    const voidTokens = await readVoidTokens(this.dataSource);
    return { roles: roles.map(({ role, permissions }) => ({ role, permissions })), voidTokens };
  }
}
