import assert from 'node:assert/strict';
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { choosePlace } from './postgres-place.ts';

const SOMEBODY = 65_534;
const skip = process.getuid?.() !== 0;

test(
  'root finds the data of a user whose home is closed to others, and begins no second database',
  { skip },
  () => {
    const parent = mkdtempSync(join(tmpdir(), 'relance-place-'));
    try {
      const data = join(parent, 'home', 'postgres');
      mkdirSync(data, { recursive: true });
      writeFileSync(join(data, 'PG_VERSION'), '18\n');
      for (const folder of [parent, join(parent, 'home'), data]) chownSync(folder, SOMEBODY, SOMEBODY);
      chmodSync(parent, 0o700);
      const place = choosePlace(join(parent, 'home'));
      assert.equal(place.dataDir, data);
      assert.equal(place.account?.uid, SOMEBODY);
      assert.equal(existsSync(join(parent, 'home', 'postgres.location')), false);
    } finally {
      rmSync(parent, { recursive: true });
    }
  },
);
