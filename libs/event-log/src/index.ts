export { eventLogTableSql, dropEventLogTableSql } from './event-log-table';
export { lockSubject, lockSubjects } from './lock-subject';
export { appendEvent, type EventActor, type NewEvent } from './append-event';
export {
  readEvents,
  latestCursor,
  heldBackSince,
  isSettled,
  parseEventCursor,
  BEGINNING,
  InvalidEventCursorError,
  type EventCursor,
  type SqlRunner,
  type StoredEvent,
} from './read-events';
export { EventFeedModule, type EventFeedPage } from './event-feed.module';
export { EventFollower, type EventFollowerOptions } from './event-follower';
