import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { OperatorError } from '../embedded/operator-error.ts';
import { filesBelow } from '../build/sources.ts';

const templateFolder = join(import.meta.dirname, 'template');
const suffix = '.template';

/**
 * Writes `apps/<name>`: process, configuration, module, and one small capability with its migration and its tests,
 * to be replaced by the real one.
 *
 * @returns the files written, relative to `root`
 * @throws OperatorError when the name cannot be one or is taken
 */
export async function generateService(root: string, name: string, now: Date): Promise<string[]> {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)) {
    throw new OperatorError(`"${name}" cannot name a service: use lower-case words joined by hyphens.`);
  }
  for (const folder of [`apps/${name}`, `libs/${name}`]) {
    if (existsSync(join(root, folder))) throw new OperatorError(`${folder} exists already.`);
  }
  const fill = filler(name, now);
  const templates = (await filesBelow(templateFolder)).filter((file) => file.endsWith(suffix));
  return Promise.all(
    templates.map(async (template) => {
      const file = join('apps', name, fill(template.slice(0, -suffix.length)));
      const text = await readFile(join(templateFolder, template), 'utf8');
      await mkdir(dirname(join(root, file)), { recursive: true });
      // Where lines break depends on the length of the name.
      const style = await resolveConfig(join(root, file));
      await writeFile(join(root, file), await format(fill(text), { ...style, filepath: file }), {
        flag: 'wx',
      });
      return file;
    }),
  );
}

/** Puts the names of the service in place of `{{name}}` and its variants. */
function filler(name: string, now: Date): (text: string) => string {
  const words = name.split('-');
  const values: Record<string, string> = {
    name,
    Name: words.map((word) => `${word[0]?.toUpperCase()}${word.slice(1)}`).join(''),
    NAME: words.join('_').toUpperCase(),
    schema: words.join('_'),
    timestamp: String(now.getTime()),
  };
  return (text) =>
    text.replace(/\{\{(\w+)\}\}/g, (placeholder, key: string) => {
      const value = values[key];
      if (value === undefined) throw new Error(`${placeholder} is unknown.`);
      return value;
    });
}
