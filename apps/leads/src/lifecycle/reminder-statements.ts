import { LEAD_COLUMNS } from '../lead-page/lead-row';
import { MAY_SEE_LEADS, mayHaveLeadsOf } from '../organisation-projection/member-directory';

const PENDING = `r ->> 'sentAt' IS NULL AND r ->> 'missedAt' IS NULL`;
/** As `lockSubject`: before the first write, so that the event log keeps the order of changes. */
const TURN = `turn AS MATERIALIZED (SELECT pg_advisory_xact_lock(hashtextextended($1::uuid::text, 0)))`;
/** A delivery that somebody may still be owed. */
const UNSETTLED = `d.sent_at IS NULL AND d.refused_at IS NULL`;
/** As reminders keep their instants. */
const isoUtc = (at: string) => `to_char(${at} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const BY_NUMBER = `ORDER BY (r ->> 'number')::smallint`;

/** Whether reminder $2 is still owed: from `due`, the lead's row. */
const OWED = `owed AS (
  SELECT id, assignee_id, point_of_sale_id, type
    FROM due
   WHERE status = 'IN_PROGRESS' AND paused_at IS NULL AND deadline_at = $4::timestamptz
     AND EXISTS (SELECT FROM jsonb_array_elements(reminders) r
                  WHERE (r ->> 'number')::smallint = $2::smallint AND r ->> 'dueAt' = $3::text AND ${PENDING})
)`;
/** To whom (S1.5). An assignee who left, or left the point of sale, or may see leads no more, counts as nobody. */
const CONCERNED = `assignee AS (
  SELECT m.id, m.name, m.email
    FROM owed JOIN leads.member m ON m.id = owed.assignee_id AND ${mayHaveLeadsOf('owed.point_of_sale_id')}
), concerned AS (
  SELECT id, name, email FROM assignee
  UNION ALL
  SELECT m.id, m.name, m.email
    FROM owed
    JOIN leads.member_point_of_sale p
      ON p.point_of_sale_id = owed.point_of_sale_id AND owed.type = ANY (p.lead_types)
    JOIN leads.member m ON m.id = p.member_id AND ${MAY_SEE_LEADS}
   WHERE NOT EXISTS (SELECT FROM assignee)
)`;

/**
 * One round trip to know whether a reminder is still owed, to whom (S1.5, D4: read now), and to keep anybody else from
 * sending it meanwhile: a delivery that another sender holds, that was sent or refused for good, is not among
 * `recipients`.
 *
 * $1 lead, $2 number, $3 due at (text, as in the row), $4 deadline, $5 who sends, $6 how long nobody else may, in ms
 */
export const CLAIM_REMINDER = {
  name: 'claim-reminder',
  text: `
WITH due AS (
  SELECT ${LEAD_COLUMNS}, p.time_zone
    FROM leads.lead l
    JOIN leads.contact c ON c.lead_id = l.id
    LEFT JOIN leads.point_of_sale p ON p.id = l.point_of_sale_id
   WHERE l.id = $1
     FOR NO KEY UPDATE OF l
), ${OWED}, ${CONCERNED}, no_longer AS (
  DELETE FROM leads.reminder_delivery d USING owed
   WHERE d.lead_id = owed.id AND d.number = $2::smallint AND ${UNSETTLED}
     AND (d.leased_by = $5::uuid OR coalesce(d.leased_until, '-infinity') < clock_timestamp())
     AND NOT EXISTS (SELECT FROM concerned WHERE concerned.id = d.recipient_id)
), leased AS (
  INSERT INTO leads.reminder_delivery AS d (lead_id, number, recipient_id, leased_by, leased_until)
  SELECT $1::uuid, $2::smallint, id, $5::uuid, clock_timestamp() + $6::integer * interval '1 ms' FROM concerned
  ON CONFLICT (lead_id, number, recipient_id) DO UPDATE
     SET leased_by = excluded.leased_by, leased_until = excluded.leased_until
   WHERE ${UNSETTLED}
     AND (d.leased_by = $5::uuid OR coalesce(d.leased_until, '-infinity') < clock_timestamp())
  RETURNING recipient_id
), settled AS (
  SELECT recipient_id, sent_at FROM leads.reminder_delivery d
   WHERE lead_id = $1 AND number = $2::smallint AND NOT (${UNSETTLED})
)
SELECT due.*,
       (SELECT coalesce(json_agg(c ORDER BY c.id), '[]')
          FROM concerned c JOIN leased ON leased.recipient_id = c.id) AS recipients,
       (SELECT count(*)::integer FROM concerned c
         WHERE NOT EXISTS (SELECT FROM leased WHERE recipient_id = c.id)
           AND NOT EXISTS (SELECT FROM settled WHERE recipient_id = c.id)) AS held_by_others,
       EXISTS (SELECT FROM settled WHERE sent_at IS NOT NULL) AS begun,
       EXISTS (SELECT FROM settled JOIN concerned ON id = recipient_id WHERE sent_at IS NULL) AS refused
  FROM due`,
};

/**
 * Whether a claimed reminder is still owed to somebody: the lead may have been handled, taken or edited since.
 *
 * $1 lead, $2 number, $3 due at (text, as in the row), $4 deadline, $5 recipient
 */
export const STILL_OWED = {
  name: 'reminder-still-owed',
  text: `
WITH due AS (
  SELECT id, assignee_id, point_of_sale_id, type, status, paused_at, deadline_at, reminders
    FROM leads.lead WHERE id = $1
), ${OWED}, ${CONCERNED}
SELECT EXISTS (SELECT FROM concerned WHERE id = $5::uuid) AS yes`,
};

/**
 * One round trip to remember that e-mails left and, once nobody is owed one any more, that the reminder did.
 *
 * $1 lead, $2 number, $3 recipients it left to, $4 the reminder's record, $5 instant, $6 correlation id,
 * $7 whether nobody else will get it (the deadline is there)
 */
export const RECORD_REMINDER = {
  name: 'record-reminder',
  text: `
WITH ${TURN}, sent AS (
  UPDATE leads.reminder_delivery SET sent_at = clock_timestamp()
   WHERE lead_id = $1 AND number = $2::smallint AND recipient_id = ANY ($3::uuid[]) AND sent_at IS NULL
), complete AS (
  SELECT $7::boolean OR NOT EXISTS (
    SELECT FROM leads.reminder_delivery d
     WHERE lead_id = $1 AND number = $2::smallint AND ${UNSETTLED} AND recipient_id <> ALL ($3::uuid[])
  ) AS yes
), recorded AS (
  UPDATE leads.lead l
     SET reminders = (
           SELECT jsonb_agg(r ${BY_NUMBER})
             FROM (SELECT r FROM jsonb_array_elements(l.reminders) r
                    WHERE (r ->> 'number')::smallint <> $2::smallint
                   UNION ALL SELECT $4::jsonb) AS changed (r)),
         last_activity_at = greatest(l.last_activity_at, $5::timestamptz)
    FROM complete
   WHERE l.id = $1 AND complete.yes
     AND NOT EXISTS (SELECT FROM jsonb_array_elements(l.reminders) r
                      WHERE (r ->> 'number')::smallint = $2::smallint AND r ->> 'sentAt' IS NOT NULL)
  RETURNING l.reminders
), told AS (
  INSERT INTO leads.event (type, version, subject, occurred_at, actor, correlation_id, data)
  SELECT 'lead.reminderSent', 1, $1::uuid, $5::timestamptz, '{"kind": "system", "id": null}', $6::text,
         jsonb_build_object(
           'number', $2::smallint,
           'count', (SELECT max((r ->> 'number')::smallint) FROM jsonb_array_elements(recorded.reminders) r),
           'dueAt', $4::jsonb ->> 'dueAt',
           'recipientIds', (
             SELECT json_agg(recipient_id ORDER BY recipient_id) FROM leads.reminder_delivery
              WHERE lead_id = $1 AND number = $2::smallint
                AND (sent_at IS NOT NULL OR recipient_id = ANY ($3::uuid[]))))
    FROM recorded
)
SELECT yes FROM turn, complete`,
};

/** $1 lead, $2 number, $3 whose mailbox is refused for good */
export const RECORD_REFUSED = `
UPDATE leads.reminder_delivery SET refused_at = clock_timestamp()
 WHERE lead_id = $1 AND number = $2 AND recipient_id = $3 AND sent_at IS NULL`;

/** $1 lead, $2 number, $3 who sends, $4 for how long from now, in ms; 0 gives it back. */
export const PROLONG_LEASE = `
UPDATE leads.reminder_delivery SET leased_until = clock_timestamp() + $4::integer * interval '1 ms'
 WHERE lead_id = $1 AND number = $2 AND leased_by = $3 AND sent_at IS NULL`;

/**
 * The overdue transition and the reminders that can leave no more, with their events: one round trip. A reminder that
 * some of its recipients have got has left; one that nobody has got is missed.
 *
 * $1 lead, $2 deadline, $3 the same as text in ISO UTC, $4 correlation id
 */
export const MARK_OVERDUE = {
  name: 'mark-overdue',
  text: `
WITH ${TURN}, due AS (
  SELECT id, reminders, overdue_at FROM turn, leads.lead
   WHERE id = $1::uuid AND status = 'IN_PROGRESS' AND paused_at IS NULL AND deadline_at = $2::timestamptz
     FOR NO KEY UPDATE OF lead
), departed AS (
  SELECT d.number, least(min(d.sent_at), $2::timestamptz) AS left_at, json_agg(d.recipient_id ORDER BY d.recipient_id) AS recipients
    FROM due JOIN leads.reminder_delivery d ON d.lead_id = due.id AND d.sent_at IS NOT NULL
   GROUP BY d.number
), ended AS (
  SELECT r, departed.left_at, departed.recipients, CASE
           WHEN NOT (${PENDING}) THEN '{}'
           WHEN departed.left_at IS NULL THEN jsonb_build_object('missedAt', $3::text)
           ELSE jsonb_build_object('sentAt', ${isoUtc('departed.left_at')})
         END AS outcome
    FROM due, jsonb_array_elements(due.reminders) r
    LEFT JOIN departed ON departed.number = (r ->> 'number')::smallint
), marked AS (
  UPDATE leads.lead l
     SET overdue_at = $2::timestamptz,
         last_activity_at = greatest(l.last_activity_at, $2::timestamptz),
         reminders = (SELECT coalesce(jsonb_agg(r || outcome ${BY_NUMBER}), '[]') FROM ended)
    FROM due
   WHERE l.id = due.id AND due.overdue_at IS NULL
  RETURNING l.id
), told AS (
  INSERT INTO leads.event (type, version, subject, occurred_at, actor, correlation_id, data)
  SELECT type, 1, $1::uuid, at, '{"kind": "system", "id": null}', $4::text, data
    FROM (
      SELECT (r ->> 'number')::smallint AS place,
             CASE WHEN left_at IS NULL THEN 'lead.reminderMissed' ELSE 'lead.reminderSent' END AS type,
             coalesce(left_at, $2::timestamptz) AS at,
             jsonb_build_object('number', r -> 'number', 'dueAt', r -> 'dueAt', 'count',
               (SELECT max((r ->> 'number')::smallint) FROM ended))
             || CASE WHEN left_at IS NULL THEN '{"reason": "OVERDUE"}' ELSE jsonb_build_object('recipientIds', recipients) END AS data
        FROM marked, ended
       WHERE ${PENDING}
      UNION ALL
      SELECT 9, 'lead.overdue', $2::timestamptz, jsonb_build_object('deadlineAt', $3::text) FROM marked
    ) happened
   ORDER BY place
)
SELECT id FROM due`,
};
