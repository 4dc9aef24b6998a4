import { Inject, Injectable } from '@nestjs/common';
import { pgPool } from '@relance/database';
import type { EventActor } from '@relance/event-log';
import {
  decodeCursor,
  encodeCursor,
  EXACT_TOTAL_LIMIT,
  listTotal,
  NotFoundError,
  type ListOf,
} from '@relance/service-runtime';
import { canSeePointOfSale, type Principal } from '@relance/service-token';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { kindOf, typesOf } from './timeline-kinds';
import { isTimelineEvent, timelineSentence, type TimelineNames } from './timeline-sentence';
import type { TimelineItem, TimelineQuery } from './timeline.schema';

type EventRow = {
  position: string;
  type: string;
  occurred_at: Date;
  actor: EventActor | null;
  data: Record<string, unknown>;
  /** Of a remark. */
  text: string | null;
};

const MAX_POSITION = 9_223_372_036_854_775_807n;
const FALLBACK_ZONE = 'Europe/Paris';

/** All that happened to a lead, from the event log, with the names of today. */
@Injectable()
export class Timeline {
  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {}

  /** @throws NotFoundError when the lead is not the principal's to see */
  async page(principal: Principal, leadId: string, query: TimelineQuery): Promise<ListOf<TimelineItem>> {
    const before = query.cursor === undefined ? MAX_POSITION.toString() : readCursor(query.cursor, leadId);
    const pointOfSaleId = await this.#pointOfSaleOf(leadId);
    if (!pointOfSaleId || !canSeePointOfSale(principal, pointOfSaleId)) throw new NotFoundError();
    const types = query.kind ? typesOf(query.kind) : null;
    const [events, total] = await Promise.all([
      this.#events(leadId, types, before, query.limit + 1),
      this.#count(leadId, types),
    ]);
    const shown = events.slice(0, query.limit);
    const names = await this.#names(shown, pointOfSaleId);
    const last = events.length > query.limit ? shown.at(-1) : undefined;
    return {
      items: shown.map((event) => item(event, names)),
      nextCursor: last ? encodeCursor([leadId, last.position]) : null,
      total: listTotal(total),
    };
  }

  async #pointOfSaleOf(leadId: string): Promise<string | undefined> {
    const { rows } = await pgPool(this.dataSource).query<{ point_of_sale_id: string }>(
      'SELECT point_of_sale_id FROM leads.lead WHERE id = $1',
      [leadId],
    );
    return rows[0]?.point_of_sale_id;
  }

  async #events(leadId: string, types: string[] | null, before: string, limit: number): Promise<EventRow[]> {
    const { rows } = await pgPool(this.dataSource).query<EventRow>(
      `SELECT e.position, e.type, e.occurred_at, e.actor, e.data - 'follow' AS data, r.text
         FROM leads.event e
         LEFT JOIN leads.remark r ON r.id = (e.data ->> 'remarkId')::uuid AND r.lead_id = e.subject
        WHERE e.subject = $1 AND e.position < $2::bigint AND ($4::text[] IS NULL OR e.type = ANY ($4))
        ORDER BY e.position DESC LIMIT $3`,
      [leadId, before, limit, types],
    );
    return rows;
  }

  async #count(leadId: string, types: string[] | null): Promise<number> {
    const { rows } = await pgPool(this.dataSource).query<{ total: number }>(
      `SELECT count(*)::int AS total
         FROM (SELECT 1 FROM leads.event
                WHERE subject = $1 AND ($2::text[] IS NULL OR type = ANY ($2))
                LIMIT ${EXACT_TOTAL_LIMIT + 1}) AS counted`,
      [leadId, types],
    );
    return rows[0]!.total;
  }

  /** Names of everybody and every place on the page, in one statement. */
  async #names(events: EventRow[], pointOfSaleId: string): Promise<TimelineNames> {
    const { rows } = await pgPool(this.dataSource).query<{
      id: string;
      name: string;
      time_zone: string | null;
    }>(
      `SELECT id, name, NULL AS time_zone FROM leads.member WHERE id = ANY($1::uuid[])
       UNION ALL
       SELECT id, name, time_zone FROM leads.point_of_sale WHERE id = ANY($2::uuid[])`,
      [
        [...new Set(events.flatMap(peopleIn))],
        [...new Set([pointOfSaleId, ...events.flatMap(({ data }) => texts(data['pointOfSaleId']))])],
      ],
    );
    const places = rows.filter((row) => row.time_zone !== null);
    return {
      people: new Map(rows.filter((row) => row.time_zone === null).map(({ id, name }) => [id, name])),
      pointsOfSale: new Map(places.map(({ id, name }) => [id, name])),
      timeZone: places.find(({ id }) => id === pointOfSaleId)?.time_zone ?? FALLBACK_ZONE,
    };
  }
}

function item(event: EventRow, names: TimelineNames): TimelineItem {
  const { actor, data, type, text } = event;
  const told = { type, data };
  const name = actor?.kind === 'user' ? (names.people.get(actor.id ?? '') ?? null) : null;
  return {
    id: event.position,
    type,
    kind: kindOf(type),
    occurredAt: event.occurred_at.toISOString(),
    actor: actor && { ...actor, name },
    sentence: isTimelineEvent(told) ? timelineSentence(told, names, name) : type,
    text,
    data,
  };
}

function peopleIn({ actor, data }: EventRow): string[] {
  return [
    ...(actor?.kind === 'user' ? texts(actor.id) : []),
    ...texts(data['assigneeId']),
    ...texts(data['previousAssigneeId']),
    ...texts(data['recipientIds']),
  ];
}

function texts(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).filter((each): each is string => typeof each === 'string');
}

function readCursor(cursor: string, leadId: string): string {
  const position = z.string().regex(/^\d{1,18}$/);
  return decodeCursor(cursor, z.tuple([z.literal(leadId), position]))[1];
}
