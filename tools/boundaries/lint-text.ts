import { existsSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { join } from 'node:path';
import { ESLint } from 'eslint';

export const root = join(import.meta.dirname, '../..');

const eslint = new ESLint({ cwd: root });

/** A rule that spoke, and what it said. */
export type Report = { rule: string; message: string };

/**
 * Lints `code` as if it stood in `file`, which must exist: rules that need types only know real files.
 * A syntax error is reported under the rule `parse`.
 */
export async function lintAs(file: string, code: string): Promise<Report[]> {
  if (!existsSync(join(root, file))) throw new Error(`${file} does not exist: lint a snippet in its place`);
  const [result] = await eslint.lintText(code, { filePath: join(root, file) });
  return (result?.messages ?? []).map(({ ruleId, message }) => ({ rule: ruleId ?? 'parse', message }));
}

/** The first file that matches, for snippets that need a file of a kind rather than one in particular. */
export async function anyFile(pattern: string): Promise<string> {
  for await (const file of glob(pattern, { cwd: root, exclude: (name) => name === 'node_modules' }))
    return file;
  throw new Error(`no file matches ${pattern}`);
}
