import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { etagOf, isServed, WebFile } from './web-file';

const PAGE = 'index.html';
/** The build writes this where the nonce of the answer goes. */
const NONCE_PLACE = '__CSP_NONCE__';

/** The page of the browser application: every address that people go to answers with it. */
export class WebPage {
  readonly etag: string;
  readonly #parts: readonly string[];

  constructor(html: string) {
    this.etag = etagOf(html);
    this.#parts = html.split(NONCE_PLACE);
  }

  with(nonce: string): string {
    return this.#parts.join(nonce);
  }
}

type Found = { version: string; page: WebPage; files: ReadonlyMap<string, WebFile> };

/**
 * The folder of the built browser application. What is there is listed once for each build, and nothing that is not in
 * the list is served: no path that anybody writes reaches the file system.
 */
export class WebRoot {
  #found: Found | undefined;
  #looking: Promise<Found | undefined> | undefined;

  constructor(private readonly root: string) {}

  /** The page as it was built last; undefined: it is not built. */
  async page(): Promise<WebPage | undefined> {
    return (await this.#upToDate())?.page;
  }

  /** The file at the path of a request; of one that was not there yet, after looking again. */
  async file(path: string): Promise<WebFile | undefined> {
    return this.#found?.files.get(path) ?? (await this.#upToDate())?.files.get(path);
  }

  /** Those who ask at the same time wait for one look. */
  #upToDate(): Promise<Found | undefined> {
    this.#looking ??= this.#look().finally(() => (this.#looking = undefined));
    return this.#looking;
  }

  async #look(): Promise<Found | undefined> {
    const version = await versionOf(join(this.root, PAGE));
    if (version === undefined) this.#found = undefined;
    else if (version !== this.#found?.version) this.#found = await this.#read(version);
    return this.#found;
  }

  async #read(version: string): Promise<Found> {
    const page = new WebPage(await readFile(join(this.root, PAGE), 'utf8'));
    const paths = await filesBelow(this.root);
    const all = new Set(paths.map((path) => join(this.root, path)));
    const files = paths
      .filter((path) => path !== `/${PAGE}` && isServed(path))
      .map((path) => [path, new WebFile(join(this.root, path), all)] as const);
    return { version, page, files: new Map(files) };
  }
}

/** Changes whenever a file is written anew or replaced. */
async function versionOf(file: string): Promise<string | undefined> {
  const found = await stat(file).catch(() => undefined);
  return found?.isFile() ? `${found.ino} ${found.mtimeMs} ${found.size}` : undefined;
}

/** Paths from the root, with `/` before each; nothing hidden, nothing but plain files. */
async function filesBelow(root: string, folder = ''): Promise<string[]> {
  const entries = await readdir(join(root, folder), { withFileTypes: true });
  const nested = entries
    .filter(({ name }) => !name.startsWith('.'))
    .map(async (entry) => {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) return filesBelow(root, path);
      return entry.isFile() ? [path] : [];
    });
  return (await Promise.all(nested)).flat();
}
