import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SHARED_FOLDER } from './shared-system';

/** Only says where the shared system will be written down: the first journey starts it. */
function beforeAllSpecs(): void {
  process.env[SHARED_FOLDER] = mkdtempSync(join(tmpdir(), 'relance-e2e-shared-'));
}

module.exports = beforeAllSpecs;
