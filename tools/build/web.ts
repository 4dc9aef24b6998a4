import { constants, brotliCompress, gzip } from 'node:zlib';
import { promisify } from 'node:util';
import { cp, mkdir, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fingerprint, hashOf, readJson, writeWhole, type Fingerprint } from './files.ts';
import { filesBelow } from './sources.ts';

/** The browser application after a build. */
export interface WebResult {
  /** Number of files in its `dist`. */
  readonly files: number;
  /** False when nothing it is made of has changed. */
  readonly rebuilt: boolean;
}

interface WebManifest {
  readonly tools: string;
  readonly inputs: Record<string, Fingerprint>;
}

const app = 'apps/web';
/** What the application is made of, besides its own folder. */
const libraries = ['libs/lead-clock/src'];
const compressible = /\.(?:js|css|html|svg|json|webmanifest)$/;
/** Pages opened before a new version still load the parts of theirs for a while. */
const keepOldMs = 7 * 24 * 3_600_000;

/**
 * Builds `apps/web/dist` with Vite, only when a source has changed: first beside the old one, compressed, then put in its
 * place with `index.html` last, so that a gateway that serves it meanwhile never finds a half.
 */
export async function buildWeb(root: string): Promise<WebResult | undefined> {
  if ((await fingerprint(join(root, app, 'vite.config.ts'))) === undefined) return undefined;
  const dist = join(root, app, 'dist');
  const manifestPath = join(dist, '.web.json');
  const known = await readJson<WebManifest>(manifestPath);
  const manifest = await inputsOf(root, known?.inputs ?? {});
  const existing = await stat(join(dist, 'index.html')).catch(() => undefined);
  if (existing && known && sameInputs(known, manifest))
    return { files: (await filesBelow(dist)).length, rebuilt: false };

  const next = join(root, app, `dist-${process.pid}.tmp`);
  try {
    const { build } = await import('vite');
    await build({ root: join(root, app), logLevel: 'warn', build: { outDir: next, emptyOutDir: true } });
    const files = await filesBelow(next);
    await Promise.all(
      files.filter((file) => compressible.test(file)).map((file) => compress(join(next, file))),
    );
    await putInPlace(next, dist);
    await writeWhole(manifestPath, JSON.stringify(manifest));
    return { files: files.length, rebuilt: true };
  } finally {
    await rm(next, { recursive: true, force: true });
  }
}

async function inputsOf(root: string, known: Record<string, Fingerprint>): Promise<WebManifest> {
  const own = (await filesBelow(join(root, app))).filter(
    (file) => !/^dist|^node_modules\//.test(file) && !/\.spec\.tsx?$/.test(file),
  );
  const shared = await Promise.all(
    libraries.map(async (folder) =>
      (await filesBelow(join(root, folder))).map((file) => `${folder}/${file}`),
    ),
  );
  const inputs: Record<string, Fingerprint> = {};
  for (const file of [...own.map((name) => `${app}/${name}`), ...shared.flat()].sort()) {
    const found = await fingerprint(join(root, file), known[file]);
    if (found !== undefined) inputs[file] = found;
  }
  const tools = hashOf(await readFile(join(root, 'package.json'), 'utf8'));
  return { tools, inputs };
}

function sameInputs(a: WebManifest, b: WebManifest): boolean {
  const hashes = ({ inputs }: WebManifest) =>
    JSON.stringify(Object.entries(inputs).map(([file, { hash }]) => [file, hash]));
  return a.tools === b.tools && hashes(a) === hashes(b);
}

async function compress(path: string): Promise<void> {
  const content = await readFile(path);
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
  await writeFile(`${path}.br`, await promisify(brotliCompress)(content, { params }));
  await writeFile(`${path}.gz`, await promisify(gzip)(content, { level: 9 }));
}

/** New parts first, the page that names them last, then away with what no page open today can want. */
async function putInPlace(next: string, dist: string): Promise<void> {
  await mkdir(dist, { recursive: true });
  const files = await filesBelow(next);
  const isPage = (file: string) => file.startsWith('index.html');
  await cp(next, dist, { recursive: true, filter: (source) => !isPage(source.slice(next.length + 1)) });
  // The compressed ones first: each is whole by itself.
  for (const file of files.filter(isPage).sort().reverse()) await rename(join(next, file), join(dist, file));
  const wanted = new Set(files);
  for (const name of await readdir(join(dist, 'assets')).catch(() => [])) {
    const path = join(dist, 'assets', name);
    if (!wanted.has(`assets/${name}`) && Date.now() - (await stat(path)).mtimeMs > keepOldMs) await rm(path);
  }
}
