import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { OperatorError, runCommand } from '../embedded/operator-error.ts';
import { repositoryRoot } from '../embedded/paths.ts';
import { permissionsPage } from './markdown.ts';
import { matrixOf, type OpenApiDocument } from './matrix.ts';

const PAGE = 'docs/permissions.md';

/**
 * `npm run docs:permissions [-- http://localhost:3000] [-- --check]`: writes the page about permissions from the OpenAPI
 * document of a running system, or says whether it is as it should be.
 */
await runCommand(async () => {
  const words = process.argv.slice(2);
  const checks = words.includes('--check');
  const base =
    words.find((word) => word !== '--check') ?? `http://localhost:${process.env['PORT'] ?? '3000'}`;
  const response = await fetch(`${base}/api/openapi.json`).catch(() => undefined);
  if (!response?.ok) throw new OperatorError(`No OpenAPI document at ${base}: run npm start first.`);
  const file = join(repositoryRoot, PAGE);
  const page = await permissionsPage(matrixOf((await response.json()) as OpenApiDocument), file);
  const before = await readFile(file, 'utf8').catch(() => '');
  if (before === page) process.stdout.write(`${PAGE} is up to date.\n`);
  else if (checks)
    throw new OperatorError(`${PAGE} is out of date: run npm run docs:permissions beside npm start.`);
  else {
    await writeFile(file, page);
    process.stdout.write(`Wrote ${PAGE}.\n`);
  }
});
