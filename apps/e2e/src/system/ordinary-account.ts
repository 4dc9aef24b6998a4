import { execFileSync, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { REPOSITORY } from './relance';

export type Account = { uid: number; gid: number };

/**
 * An account without rights for a spec that runs as root, who can become anybody; undefined when we are no root
 * ourselves, or when this copy of the repository lies where other accounts cannot read it.
 */
export function ordinaryAccount(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const ask = (flag: string) => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }));
  const account = { uid: ask('-u'), gid: ask('-g') };
  const entry = join(REPOSITORY, 'tools/start/main.ts');
  const reads = spawnSync(process.execPath, ['--check', entry], { ...account, cwd: '/', stdio: 'ignore' });
  return reads.status === 0 ? account : undefined;
}
