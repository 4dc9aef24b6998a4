import { Inject, Injectable } from '@nestjs/common';
import { openingCalendar, type OpeningCalendar, type OpeningHours } from '@relance/lead-clock';
import type { SqlRunner } from '@relance/event-log';
import { DataSource } from 'typeorm';
import { calendarOf, type IncomingLeadSettings } from './incoming-lead-settings';

type SettingsRow = {
  id: string;
  version: number;
  lifetime_minutes: number;
  reminder_enabled: boolean;
  reminder_count: 1 | 2;
  opening_hours: OpeningHours | null;
  time_zone: string;
};

const COLUMNS = 'id, version, lifetime_minutes, reminder_enabled, reminder_count, opening_hours, time_zone';
const KEPT = 5_000;

const ALWAYS_OPEN = openingCalendar(null, 'UTC');

function fromRow(row: SettingsRow): IncomingLeadSettings {
  return {
    id: row.id,
    version: row.version,
    lifetimeMinutes: row.lifetime_minutes,
    reminderEnabled: row.reminder_enabled,
    reminderCount: row.reminder_count,
    openingHours: row.opening_hours,
    timeZone: row.time_zone,
  };
}

/** Versions of settings by id. A version never changes, so what was read once is kept. */
@Injectable()
export class SettingsVersions {
  readonly #known = new Map<string, IncomingLeadSettings>();

  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {}

  /** Reads those not known yet, in one statement. */
  async load(ids: Iterable<string | null>, sql: SqlRunner = this.dataSource): Promise<void> {
    const missing = [...new Set(ids)].filter((id): id is string => id !== null && !this.#known.has(id));
    if (missing.length === 0) return;
    const rows = (await sql.query(
      `SELECT ${COLUMNS} FROM leads.incoming_lead_settings WHERE id = ANY($1::uuid[])`,
      [missing],
    )) as SettingsRow[];
    if (this.#known.size > KEPT) this.#known.clear();
    for (const row of rows) this.#known.set(row.id, fromRow(row));
  }

  /** A version given to {@link load} before; undefined for the default settings. */
  get(id: string | null): IncomingLeadSettings | undefined {
    return id === null ? undefined : this.#known.get(id);
  }

  /** The calendar a lead was taken in with. Leads of default settings are always open. */
  calendar(id: string | null): OpeningCalendar {
    const settings = this.get(id);
    return settings ? calendarOf(settings) : ALWAYS_OPEN;
  }

  async calendarOf(id: string | null, sql?: SqlRunner): Promise<OpeningCalendar> {
    await this.load([id], sql);
    return this.calendar(id);
  }
}
