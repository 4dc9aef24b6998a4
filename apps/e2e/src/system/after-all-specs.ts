import { rmSync } from 'node:fs';
import { recorded, SHARED_FOLDER } from './shared-system';

/** Stops the system that journeys shared, and takes its data away. */
async function afterAllSpecs(): Promise<void> {
  const folder = process.env[SHARED_FOLDER];
  if (!folder) return;
  await recorded(folder)?.remove();
  rmSync(folder, { recursive: true, force: true });
}

module.exports = afterAllSpecs;
