import { Body, Controller, Get, Param, Put, Res } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import {
  ApiIfMatch,
  ApiProblems,
  CurrentUser,
  IfMatch,
  Needs,
  ETAG_HEADER,
  idParamsSchema,
  withEtag,
  type IdParams,
} from '@relance/service-runtime';
import type { UserPrincipal } from '@relance/service-token';
import type { FastifyReply } from 'fastify';
import { IncomingLeadSettingsService } from './incoming-lead-settings.service';
import {
  savedSettingsSchema,
  settingsBody,
  settingsSchema,
  type SavedSettingsView,
  type SettingsBody,
  type SettingsView,
} from './settings.schema';

/** « Paramètres du point de vente › Leads entrants › Durée de vie » (S1.1, S1.2). */
@ApiTags('Settings of incoming leads')
@Controller('points-of-sale/:id/settings/incoming-leads')
@Needs('settings.read')
export class IncomingLeadSettingsController {
  constructor(private readonly settings: IncomingLeadSettingsService) {}

  @Get()
  @ApiOperation({
    operationId: 'getIncomingLeadSettings',
    summary: 'The settings that hold for new leads of a point of sale',
    description: 'Before anybody saved some: ten minutes, two reminders, always open, with the ETag `"0"`.',
  })
  @ApiResponse({
    status: 200,
    standardSchema: settingsSchema,
    description: 'The settings.',
    headers: ETAG_HEADER,
  })
  async get(
    @CurrentUser() principal: UserPrincipal,
    @Param({ schema: idParamsSchema }) { id }: IdParams,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SettingsView> {
    const { view, version } = await this.settings.get(principal, id);
    return withEtag(reply, version, view);
  }

  @Put()
  @Needs('settings.write')
  @ApiOperation({
    operationId: 'saveIncomingLeadSettings',
    summary: 'Saves settings for leads created from now on and, if asked, for open ones (D6)',
    description:
      'Open leads that are not overdue, running or paused: what they have used of their time counts, and reminders that ' +
      'left are not sent again. Should the answer be lost, the application goes on all the same.',
  })
  @ApiIfMatch()
  @ApiResponse({
    status: 200,
    standardSchema: savedSettingsSchema,
    description: 'The settings, and how many open leads they were applied to.',
    headers: ETAG_HEADER,
  })
  @ApiProblems(422)
  async save(
    @CurrentUser() principal: UserPrincipal,
    @Param({ schema: idParamsSchema }) { id }: IdParams,
    @IfMatch() expectedVersion: number,
    @Body({ schema: settingsBody }) body: SettingsBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SavedSettingsView> {
    const { view, version } = await this.settings.save(principal, id, expectedVersion, body);
    return withEtag(reply, version, view);
  }
}
