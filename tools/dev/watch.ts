import { watch, type FSWatcher } from 'node:fs';
import { join, sep } from 'node:path';
import { isBuilt } from '../build/sources.ts';

const quietMs = 200;

/**
 * Calls `changed` with the files of `apps` and `libs` that changed, once things have been quiet for a moment, and never
 * twice at the same time.
 *
 * @returns a function that ends the watch
 */
export function watchSources(root: string, changed: (files: readonly string[]) => Promise<void>): () => void {
  const waiting = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let busy = false;

  const settle = async () => {
    if (busy || waiting.size === 0) return;
    busy = true;
    const files = [...waiting];
    waiting.clear();
    try {
      await changed(files);
    } finally {
      busy = false;
      void settle();
    }
  };
  const watchers: FSWatcher[] = ['apps', 'libs'].map((folder) =>
    watch(join(root, folder), { recursive: true }, (_event, name) => {
      if (name === null || !isSource(name)) return;
      waiting.add(`${folder}/${name.replaceAll(sep, '/')}`);
      clearTimeout(timer);
      timer = setTimeout(() => void settle(), quietMs);
    }),
  );
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };
}

/** Whether a path below `apps` or `libs` can change what is built. */
export function isSource(path: string): boolean {
  const parts = path.split(sep);
  return (
    parts.includes('src') && !parts.includes('dist') && !parts.includes('node_modules') && !path.endsWith('~')
  );
}

/** The project, such as `apps/leads`, whose build a file changes; none for a test. */
export function projectOf(file: string): string | undefined {
  const [dir, source] = file.split('/src/', 2);
  return dir && source && isBuilt(source) ? dir : undefined;
}
