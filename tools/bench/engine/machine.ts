import { execFileSync } from 'node:child_process';
import { arch, cpus, loadavg, platform, release, tmpdir, totalmem } from 'node:os';

/** The machine that measured, and how busy it was with other things. */
export interface Machine {
  readonly processor: string;
  readonly cores: number;
  readonly memoryGiB: number;
  readonly system: string;
  readonly node: string;
  /** File system of the data; a figure with fsync means nothing on one in memory. */
  readonly dataOn: string;
  /** Processes that wanted a core in the last minute, before the benches began. */
  readonly loadBefore: number;
}

export function thisMachine(): Machine {
  return {
    processor: cpus()[0]?.model.trim() ?? 'unknown',
    cores: cpus().length,
    memoryGiB: Math.round((totalmem() / 2 ** 30) * 10) / 10,
    system: `${platform()} ${release()} ${arch()}`,
    node: process.versions.node,
    dataOn: fileSystemOf(tmpdir()),
    loadBefore: Math.round(loadavg()[0]! * 100) / 100,
  };
}

function fileSystemOf(folder: string): string {
  try {
    const [, line = ''] = execFileSync('df', ['-PT', folder], { encoding: 'utf8' }).split('\n');
    return line.split(/\s+/)[1] ?? 'unknown';
  } catch {
    return 'unknown';
  }
}
