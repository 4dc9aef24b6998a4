import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { OperatorError, runCommand } from '../embedded/operator-error.ts';
import { repositoryRoot } from '../embedded/paths.ts';
import { SCHEMA_FILE, typesOf } from './types-of.ts';

/**
 * `npm run api:types [-- http://localhost:3000]`: writes the types of the browser application from the OpenAPI document
 * of a running system. The journeys check that they are true.
 */
await runCommand(async () => {
  const base = process.argv[2] ?? `http://localhost:${process.env['PORT'] ?? '3000'}`;
  const response = await fetch(`${base}/api/openapi.json`).catch(() => undefined);
  if (!response?.ok) throw new OperatorError(`No OpenAPI document at ${base}: run \`npm start\` first.`);
  const file = join(repositoryRoot, SCHEMA_FILE);
  const types = await typesOf(await response.text());
  const before = await readFile(file, 'utf8').catch(() => '');
  await writeFile(file, types);
  process.stdout.write(before === types ? 'The types were true already.\n' : `Wrote ${SCHEMA_FILE}.\n`);
});
