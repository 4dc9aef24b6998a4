/**
 * Leads `$1` to `$2` of `$3`, spread evenly over two years up to now: older ones are mostly closed, of the others some are
 * handled, many run, some are overdue. `$4`: points of sale; `$5`: by point of sale, the people its leads may be assigned to.
 */
export const leadsSql = `
INSERT INTO leads.lead (id, code, point_of_sale_id, taken_in_at, type, source_name, source_category, tags, message, vehicle,
  external_id, assignee_id, status, contact_status, received_at, created_at, last_activity_at, lifetime_ms, deadline_at,
  paused_at, remaining_ms, pause_reasons, reminders, overdue_at, handled_at, closed_at, version)
SELECT uuidv7(created - now()), 'L-' || extract(year FROM created) || '-' || lpad(n::text, 6, '0'),
       pos, pos,
       (ARRAY['VO', 'VN', 'APV', 'VD'])[1 + floor(r2 * r2 * 4)::int],
       (ARRAY['LeBonCoin', 'La Centrale', 'Site internet', 'Téléphone', 'Salon', 'Constructeur'])[1 + floor(r3 * 6)::int],
       (ARRAY['Annonces', 'Site internet', NULL])[1 + floor(r3 * 3)::int],
       CASE WHEN r4 < 0.3 THEN ARRAY['Particulier'] WHEN r4 < 0.36 THEN ARRAY['Professionnel', 'Flotte']
            WHEN r4 < 0.362 THEN ARRAY['VIP'] ELSE '{}' END,
       'Bonjour, la voiture n° ' || n || ' est-elle toujours disponible ? Merci de me rappeler après 18 h.',
       jsonb_build_object('make', 'Peugeot', 'model', '208', 'year', 2016 + n % 10, 'mileageKm', n % 150000, 'condition', 'USED',
         'priceCents', 800000 + n % 3000000, 'currency', 'EUR'),
       'fill-' || n,
       CASE WHEN r5 < 0.7 THEN ($5::jsonb -> pos::text ->> floor(r6 * jsonb_array_length($5::jsonb -> pos::text))::int)::uuid END,
       status, CASE WHEN handled OR status <> 'IN_PROGRESS' THEN 'CONTACTED' ELSE 'TO_CONTACT' END,
       created, created, created + interval '1 hour', 3600000 * lifetime_hours, created + lifetime_hours * interval '1 hour',
       CASE WHEN handled OR status <> 'IN_PROGRESS' THEN created + interval '20 minutes' END,
       CASE WHEN handled OR status <> 'IN_PROGRESS' THEN 3600000 * lifetime_hours - 1200000 END,
       CASE WHEN status <> 'IN_PROGRESS' THEN ARRAY['CLOSED'] WHEN handled THEN ARRAY['HANDLED'] ELSE '{}' END,
       jsonb_build_array(jsonb_build_object('number', 1, 'dueAt', created + lifetime_hours * interval '30 minutes',
         'remainingMs', NULL, 'sentAt', NULL, 'missedAt', NULL)),
       NULL, CASE WHEN handled THEN created + interval '20 minutes' END,
       CASE WHEN status <> 'IN_PROGRESS' THEN created + interval '20 minutes' END, 2
  FROM (SELECT *, status = 'IN_PROGRESS' AND r7 < CASE WHEN old THEN 0.8 ELSE 0.3 END AS handled,
               (ARRAY[1, 2, 4, 24, 48])[1 + floor(r2 * 5)::int] AS lifetime_hours
          FROM (SELECT *, CASE WHEN r8 > CASE WHEN old THEN 0.93 ELSE 0.5 END THEN 'IN_PROGRESS'
                               WHEN r6 < 0.3 THEN 'WON' ELSE 'LOST' END AS status
                  FROM (SELECT *, created < now() - interval '30 days' AS old,
                               ($4::uuid[])[1 + floor(power(r1, 1.5) * cardinality($4::uuid[]))::int] AS pos
                          FROM (SELECT n, date_trunc('milliseconds', now() - ($3 - n) * (interval '730 days' / $3)) AS created,
                                       random() AS r1, random() AS r2, random() AS r3, random() AS r4,
                                       random() AS r5, random() AS r6, random() AS r7, random() AS r8
                                  FROM generate_series($1::int, $2::int) AS n) drawn) aged) decided) described`;

/** Their contacts, with what they are searched by. */
export const contactsSql = `
INSERT INTO leads.contact (lead_id, first_name, last_name, email, phone, search)
SELECT id, initcap(first), initcap(last), email, '+33' || phone,
       array_to_tsvector(ARRAY[first, last, '@' || email, last || n, '33' || phone, '0' || phone,
         'l', split_part(code, '-', 2), split_part(code, '-', 3)])
  FROM (SELECT *, first || '.' || last || n || '@example.com' AS email, (600000000 + n * 89)::text AS phone
          FROM (SELECT id, lower(code) AS code, substr(external_id, 6)::int AS n,
                       (ARRAY['camille', 'lea', 'hugo', 'zoe', 'karim', 'ines', 'etienne', 'nadia', 'louis', 'jeanne', 'paul',
                              'marie', 'lucas', 'emma', 'jules', 'alice', 'nina', 'adam', 'chloe', 'victor', 'sarah', 'thomas',
                              'julie', 'antoine', 'manon', 'yanis', 'clara', 'martin', 'rose', 'samuel', 'anna', 'gabriel'])
                         [1 + (hashtext(code) & 31)] AS first,
                       (ARRAY['dur', 'mart', 'lef', 'pet', 'ben', 'mor', 'rou', 'gir', 'bern', 'thom', 'rob', 'rich', 'dub',
                              'laur', 'sim', 'mich', 'garc', 'dav', 'bert', 'vinc', 'fourn', 'mer', 'duv', 'fab', 'chev',
                              'guer', 'boy', 'garn', 'franc', 'leg', 'gaut', 'perr'])[1 + ((hashtext(code) >> 5) & 31)]
                         || (ARRAY['and', 'in', 'evre', 'it', 'ali', 'eau', 'x', 'ard', 'on', 'as', 'ert', 'ois', 'ent', 'el',
                                   'ia', 'id', 'ier', 'cier', 'al', 'e', 'ot', 'oux', 'ac', 'ez', 'ault', 'in', 'ette', 'elle',
                                   'iot', 'aud', 'uc', 'eux'])[1 + ((hashtext(code) >> 10) & 31)] AS last
                  FROM leads.lead WHERE external_id LIKE 'fill-%') named) addressed`;
