import { Controller, Get, Inject, Module, Query, type DynamicModule } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { AllowService } from '@relance/service-runtime';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import {
  BEGINNING,
  heldBackSince,
  isSettled,
  readEvents,
  type EventCursor,
  type StoredEvent,
} from './read-events';

const EVENT_FEED_SCHEMA = Symbol('EVENT_FEED_SCHEMA');

const feedQuery = z.strictObject({
  after: z
    .string()
    .regex(/^\d{1,20}-\d{1,19}$/)
    .default(BEGINNING),
  limit: z.coerce.number().int().min(1).max(1000).default(500),
});

/**
 * One page of a feed: `next` is the cursor to ask with next time, also when there was nothing new. Not `settled`: there
 * are committed events that cannot be read for a moment yet; `heldBackSince` is when the oldest of them was recorded, on a
 * page without events.
 */
export type EventFeedPage = {
  events: StoredEvent[];
  next: EventCursor;
  settled: boolean;
  heldBackSince?: string;
};

@ApiExcludeController()
@Controller('internal/events')
class EventFeedController {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(EVENT_FEED_SCHEMA) private readonly schema: string,
  ) {}

  @Get()
  @AllowService()
  async read(@Query({ schema: feedQuery }) query: z.output<typeof feedQuery>): Promise<EventFeedPage> {
    // Asked first: what it calls settled, the reading after it sees.
    const settled = await isSettled(this.dataSource, this.schema);
    const events = await readEvents(this.dataSource, this.schema, query.after, query.limit);
    const next = events.at(-1)?.cursor ?? query.after;
    if (settled || events.length > 0) return { events, next, settled };
    const since = await heldBackSince(this.dataSource, this.schema, next);
    return { events, next, settled, heldBackSince: since?.toISOString() };
  }
}

/** Serves the event log of one schema to the other services, at `GET /internal/events?after=&limit=`. */
@Module({})
export class EventFeedModule {
  static forRoot(options: { schema: string }): DynamicModule {
    return {
      module: EventFeedModule,
      controllers: [EventFeedController],
      providers: [{ provide: EVENT_FEED_SCHEMA, useValue: options.schema }],
    };
  }
}
