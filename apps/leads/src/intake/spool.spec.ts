import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { Spool } from './spool';

async function drained(spool: Spool): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of spool.drain()) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}
const files = () => readdirSync(tmpdir()).filter((name) => name.startsWith('relance-'));

it.each([0, 1, 300, 40_000])('%i pieces come back as they were written, once', async (count) => {
  const spool = new Spool();
  const before = files();
  const pieces = Array.from({ length: count }, (_, index) => `Ligne ${index} : « é🚗 » ; `);
  for (const piece of pieces) await spool.write(piece);
  expect(spool.bytes).toBe(Buffer.byteLength(pieces.join('')));
  expect(await drained(spool)).toBe(pieces.join(''));
  expect([spool.bytes, await drained(spool)]).toEqual([0, '']);
  await spool.write('et encore');
  expect(await drained(spool)).toBe('et encore');
  await spool.close();
  expect(files()).toEqual(before);
});
