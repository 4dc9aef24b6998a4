import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Leads in one transaction: short, so that whoever changes one of them hardly waits, nor any reader of the event log. */
const BATCH = 2_000;

/**
 * An external id stands for its lead where it was taken in, wherever the lead went since (docs/decisions/0014). Null: a
 * second lead of an id that was known already, from before this held.
 */
export class TakenInAt1795500000021 implements MigrationInterface {
  name = 'TakenInAt1795500000021';
  /** The index is built concurrently, so that leads come in meanwhile; no transaction can do that. */
  transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE leads.lead ADD COLUMN IF NOT EXISTS taken_in_at uuid');
    for (const statement of fillWhatComesMeanwhile) await runner.query(statement);
    await fillWhatIsThere(runner);
    await runner.query(WITHOUT_SECOND_ONES);
    // What an attempt that broke off left behind is not valid.
    await runner.query('DROP INDEX IF EXISTS leads.lead_taken_in_once');
    await runner.query(
      `CREATE UNIQUE INDEX CONCURRENTLY lead_taken_in_once
         ON leads.lead (taken_in_at, lower(source_name), external_id) WHERE external_id IS NOT NULL`,
    );
    for (const statement of [...leaveFilling, 'DROP INDEX IF EXISTS leads.lead_external_id'])
      await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(WITHOUT_IDS_THAT_MET);
    await runner.query('DROP INDEX IF EXISTS leads.lead_external_id');
    // Not concurrently: undoing is one transaction, whatever is said above.
    await runner.query(
      `CREATE UNIQUE INDEX lead_external_id
         ON leads.lead (point_of_sale_id, lower(source_name), external_id) WHERE external_id IS NOT NULL`,
    );
    await runner.query('DROP INDEX IF EXISTS leads.lead_taken_in_once');
    await runner.query('ALTER TABLE leads.lead DROP COLUMN IF EXISTS taken_in_at');
  }
}

/** The version before goes on taking leads in, without the new column. */
const fillWhatComesMeanwhile = [
  `CREATE OR REPLACE FUNCTION leads.fill_taken_in_at() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN NEW.taken_in_at := NEW.point_of_sale_id; RETURN NEW; END $$`,
  `CREATE OR REPLACE TRIGGER fill_taken_in_at BEFORE INSERT ON leads.lead
     FOR EACH ROW WHEN (NEW.taken_in_at IS NULL) EXECUTE FUNCTION leads.fill_taken_in_at()`,
];
const leaveFilling = [
  'DROP TRIGGER IF EXISTS fill_taken_in_at ON leads.lead',
  'DROP FUNCTION IF EXISTS leads.fill_taken_in_at()',
];

/** Locked first, read afterwards: a lead that is moved at this instant has its event when it is looked at. */
async function fillWhatIsThere(runner: QueryRunner): Promise<void> {
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    await runner.startTransaction();
    const batch = (await runner.query(
      `SELECT id FROM leads.lead WHERE id > $1 AND taken_in_at IS NULL ORDER BY id LIMIT ${BATCH} FOR NO KEY UPDATE`,
      [after],
    )) as { id: string }[];
    await runner.query(
      `UPDATE leads.lead l SET taken_in_at = coalesce(
         (SELECT (e.data ->> 'previousPointOfSaleId')::uuid FROM leads.event e
           WHERE e.subject = l.id AND e.type = 'lead.assigned' ORDER BY e.position LIMIT 1),
         l.point_of_sale_id)
       WHERE l.id = ANY($1::uuid[])`,
      [batch.map(({ id }) => id)],
    );
    await runner.commitTransaction();
    if (batch.length < BATCH) return;
    after = batch.at(-1)!.id;
  }
}

/** An id that was sent again after its lead had moved made a second lead: the first one is what it stands for. */
const WITHOUT_SECOND_ONES = `
  UPDATE leads.lead l SET taken_in_at = NULL
    FROM (SELECT id, row_number() OVER (PARTITION BY taken_in_at, lower(source_name), external_id ORDER BY created_at, id) AS place
            FROM leads.lead WHERE external_id IS NOT NULL AND taken_in_at IS NOT NULL) AS ranked
   WHERE ranked.id = l.id AND ranked.place > 1`;

/** Where leads of one id came together, those that were taken in elsewhere give it up. */
const WITHOUT_IDS_THAT_MET = `
  UPDATE leads.lead l SET external_id = NULL
    FROM (SELECT id, row_number() OVER (PARTITION BY point_of_sale_id, lower(source_name), external_id
                                        ORDER BY (taken_in_at = point_of_sale_id) DESC NULLS LAST, created_at, id) AS place
            FROM leads.lead WHERE external_id IS NOT NULL) AS ranked
   WHERE ranked.id = l.id AND ranked.place > 1`;
