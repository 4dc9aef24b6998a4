import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Client } from 'pg';
import type { BenchContext } from '../engine/bench.ts';
import { signInAsAdmin } from '../engine/demo-group.ts';
import { contactsSql, leadsSql } from './million-leads-sql.ts';

const batch = 100_000;

/** Fills the database with leads of several points of sale: without their indexes, which are built afterwards. */
export async function fillWithLeads(
  context: BenchContext,
  database: Client,
  gatewayUrl: string,
  sizes: { leads: number; pointsOfSale: number },
): Promise<void> {
  await addPointsOfSale(database, gatewayUrl, sizes.pointsOfSale);
  const staff = await staffByPointOfSale(database);
  const indexes = await dropIndexes(database);
  await database.query(`SET session_replication_role = replica`);
  await database.query(`SET maintenance_work_mem = '512MB'`);
  await database.query('SELECT setseed(0.5)');
  for (let first = 1; first <= sizes.leads; first += batch) {
    context.signal.throwIfAborted();
    const last = Math.min(first + batch - 1, sizes.leads);
    await database.query(leadsSql, [first, last, sizes.leads, Object.keys(staff), staff]);
    context.say(`${last} leads written`);
  }
  await database.query(contactsSql);
  context.say('building indexes');
  for (const definition of indexes) await database.query(definition);
  await database.query('VACUUM (ANALYZE) leads.lead, leads.contact');
  await database.query(`RESET session_replication_role`);
}

/** People of each point of sale; where the demo data has none, ids that nobody has. */
async function staffByPointOfSale(database: Client): Promise<Record<string, string[]>> {
  const { rows } = await database.query<{ id: string; members: string[] | null }>(
    `SELECT p.id, array_agg(m.member_id::text ORDER BY m.member_id) FILTER (WHERE m.member_id IS NOT NULL) AS members
       FROM leads.point_of_sale p LEFT JOIN leads.member_point_of_sale m ON m.point_of_sale_id = p.id
      GROUP BY p.id ORDER BY p.id`,
  );
  return Object.fromEntries(
    rows.map(({ id, members }) => [id, members ?? Array.from({ length: 5 }, () => randomUUID())]),
  );
}

async function addPointsOfSale(database: Client, gatewayUrl: string, wanted: number): Promise<void> {
  const admin = await signInAsAdmin(gatewayUrl);
  const known = async () =>
    Number((await database.query<{ n: string }>('SELECT count(*) AS n FROM leads.point_of_sale')).rows[0]!.n);
  const there = await known();
  for (let number = there + 1; number <= wanted; number += 1) {
    await admin.call('POST', '/points-of-sale', { name: `Garage n° ${number}`, timeZone: 'Europe/Paris' });
  }
  for (const end = Date.now() + 30_000; (await known()) < wanted; await delay(200)) {
    if (Date.now() > end) throw new Error('The leads service did not hear of the new points of sale.');
  }
}

/** Takes away every index that no constraint needs; gives what makes them again. */
async function dropIndexes(database: Client): Promise<string[]> {
  const { rows } = await database.query<{ name: string; definition: string }>(
    `SELECT i.indexrelid::regclass::text AS name, pg_get_indexdef(i.indexrelid) AS definition
       FROM pg_index i
      WHERE i.indrelid IN ('leads.lead'::regclass, 'leads.contact'::regclass)
        AND NOT EXISTS (SELECT 1 FROM pg_constraint c WHERE c.conindid = i.indexrelid)`,
  );
  for (const { name } of rows) await database.query(`DROP INDEX ${name}`);
  return rows.map(({ definition }) => definition);
}
