import { Inject, Injectable } from '@nestjs/common';
import type { LeadEvents } from '@relance/contracts-leads';
import { appendEvent } from '@relance/event-log';
import { correlationId, NotFoundError, StaleError } from '@relance/service-runtime';
import { canSeePointOfSale, type UserPrincipal } from '@relance/service-token';
import { DataSource, type EntityManager } from 'typeorm';
import { PointOfSaleDirectory, type PointOfSale } from '../organisation-projection/point-of-sale-directory';
import { uuidv7 } from '../uuid';
import { closedForGood } from './closed-for-good';
import type { IncomingLeadSettings } from './incoming-lead-settings';
import { ClosedForGoodError } from './incoming-lead-settings.errors';
import { OpenLeadSettings } from './open-lead-settings';
import type { SavedSettingsView, SettingsBody, SettingsView } from './settings.schema';

const UNIQUE_VIOLATION = '23505';

/** « Paramètres du point de vente › Leads entrants » (S1.1, S1.2). Each save is a new version that never changes. */
@Injectable()
export class IncomingLeadSettingsService {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    private readonly pointsOfSale: PointOfSaleDirectory,
    private readonly openLeads: OpenLeadSettings,
  ) {}

  /** The settings that hold now. @throws NotFoundError */
  async get(
    principal: UserPrincipal,
    pointOfSaleId: string,
  ): Promise<{ view: SettingsView; version: number }> {
    const { settings } = await this.#pointOfSale(principal, pointOfSaleId);
    const openLeads = await this.openLeads.count(pointOfSaleId, new Date());
    return { view: viewOf(settings, openLeads), version: settings.version };
  }

  /**
   * Saves a new version; it holds for leads created from then on, and for open ones when that was asked (D6).
   * @throws NotFoundError, StaleError, ClosedForGoodError
   */
  async save(
    principal: UserPrincipal,
    pointOfSaleId: string,
    expectedVersion: number,
    body: SettingsBody,
  ): Promise<{ view: SavedSettingsView; version: number }> {
    const pointOfSale = await this.#pointOfSale(principal, pointOfSaleId);
    const settings = {
      id: uuidv7(),
      version: expectedVersion + 1,
      lifetimeMinutes: body.lifetimeMinutes,
      reminderEnabled: body.reminderEnabled,
      reminderCount: body.reminderCount,
      openingHours: body.openingHours,
      timeZone: pointOfSale.timeZone,
    };
    const closing = closedForGood(settings);
    if (closing) throw new ClosedForGoodError(closing);
    await this.dataSource
      .transaction(async (tx) => {
        await requireVersion(tx, pointOfSaleId, expectedVersion);
        await insertVersion(tx, pointOfSaleId, principal.userId, settings);
        if (!body.applyToOpenLeads) return;
        await this.openLeads.request(tx, {
          settings_id: settings.id,
          point_of_sale_id: pointOfSaleId,
          actor: { kind: 'user', id: principal.userId },
          correlation_id: correlationId() ?? null,
        });
      })
      .catch((error: unknown) => {
        // Somebody else saved this version at the same instant.
        if ((error as { code?: unknown }).code === UNIQUE_VIOLATION) throw new StaleError();
        throw error;
      });
    const applied = body.applyToOpenLeads ? await this.openLeads.apply(settings.id) : 0;
    const openLeads = await this.openLeads.count(pointOfSaleId, new Date());
    return { view: { ...viewOf(settings, openLeads), applied }, version: settings.version };
  }

  async #pointOfSale(principal: UserPrincipal, id: string): Promise<PointOfSale> {
    const pointOfSale = canSeePointOfSale(principal, id) ? await this.pointsOfSale.findOne(id) : undefined;
    if (!pointOfSale) throw new NotFoundError();
    return pointOfSale;
  }
}

function viewOf(settings: IncomingLeadSettings, openLeads: number): SettingsView {
  const { lifetimeMinutes, reminderEnabled, reminderCount, openingHours, timeZone } = settings;
  return { lifetimeMinutes, reminderEnabled, reminderCount, openingHours, timeZone, openLeads };
}

async function requireVersion(tx: EntityManager, pointOfSaleId: string, expected: number): Promise<void> {
  const [row] = await tx.query<{ version: number }[]>(
    'SELECT coalesce(max(version), 0) AS version FROM leads.incoming_lead_settings WHERE point_of_sale_id = $1',
    [pointOfSaleId],
  );
  if (row!.version !== expected) throw new StaleError();
}

async function insertVersion(
  tx: EntityManager,
  pointOfSaleId: string,
  userId: string,
  settings: IncomingLeadSettings & { id: string },
): Promise<void> {
  await tx.query(
    `INSERT INTO leads.incoming_lead_settings (id, point_of_sale_id, version, lifetime_minutes, reminder_enabled,
       reminder_count, opening_hours, time_zone, created_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      settings.id,
      pointOfSaleId,
      settings.version,
      settings.lifetimeMinutes,
      settings.reminderEnabled,
      settings.reminderCount,
      settings.openingHours && JSON.stringify(settings.openingHours),
      settings.timeZone,
      userId,
    ],
  );
  await appendEvent(tx, 'leads', {
    type: 'leads.settingsSaved',
    version: 1,
    subject: pointOfSaleId,
    occurredAt: new Date(),
    actor: { kind: 'user', id: userId },
    correlationId: correlationId(),
    data: {
      pointOfSaleId,
      settingsId: settings.id,
      lifetimeMinutes: settings.lifetimeMinutes,
    } satisfies LeadEvents['leads.settingsSaved'],
  });
}
