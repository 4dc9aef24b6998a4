import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { test } from 'node:test';
import { processesIn } from './processes.ts';

test(
  'what works in a folder is found by folder and program; a person’s shell there is left alone',
  { skip: process.platform !== 'linux' },
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'relance-processes-'));
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { cwd: folder });
    try {
      await new Promise((resolve) => child.once('spawn', resolve));
      assert.deepEqual(processesIn(folder, basename(process.execPath)), [child.pid]);
      assert.deepEqual(processesIn(folder, 'postgres'), []);
      assert.deepEqual(processesIn(tmpdir(), basename(process.execPath)), []);
    } finally {
      child.kill('SIGKILL');
      rmSync(folder, { recursive: true });
    }
  },
);
