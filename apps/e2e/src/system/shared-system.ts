import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Relance } from './relance';

/** Where the system shared by this run of the specs is written down; set by before-all-specs.ts. */
export const SHARED_FOLDER = 'RELANCE_E2E_SHARED';

const fileIn = (folder: string) => join(folder, 'system.json');

/** The system that all journeys of this run share: started by the first that asks, stopped after the last spec. */
export async function sharedSystem(): Promise<Relance> {
  const folder = process.env[SHARED_FOLDER];
  if (!folder) throw new Error('Run the end-to-end specs with --config apps/e2e/jest.config.cjs.');
  const known = recorded(folder);
  if (known) return known;
  const system = await Relance.launch();
  writeFileSync(fileIn(folder), JSON.stringify({ home: system.home, offset: system.offset }));
  await system.ready();
  return system;
}

/** The shared system, if one was started. */
export function recorded(folder: string): Relance | undefined {
  if (!existsSync(fileIn(folder))) return undefined;
  return Relance.join(JSON.parse(readFileSync(fileIn(folder), 'utf8')) as { home: string; offset: number });
}
