import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

/** Whether files of this name are served by it: not their compressed forms, and nothing we know no type for. */
export const isServed = (path: string): boolean => extname(path) in TYPES;

/** Compressed by the build beside the file itself, the smallest first. */
const ENCODINGS = [
  { name: 'br', suffix: '.br' },
  { name: 'gzip', suffix: '.gz' },
] as const;

/** One form of a file: as it is, or compressed. */
export type Content = { body: Buffer; etag: string; encoding?: string };

/** A file of the browser application; read when it is first asked for, and kept: all of them are a few megabytes. */
export class WebFile {
  readonly type: string;
  readonly #contents = new Map<string, Promise<Content>>();
  readonly #encodings: readonly (typeof ENCODINGS)[number][];

  /** @param siblings absolute paths of all files there are */
  constructor(
    private readonly path: string,
    siblings: ReadonlySet<string>,
  ) {
    this.type = TYPES[extname(path)]!;
    this.#encodings = ENCODINGS.filter(({ suffix }) => siblings.has(path + suffix));
  }

  /** Whether what is answered depends on what the caller can unpack. */
  get isNegotiated(): boolean {
    return this.#encodings.length > 0;
  }

  /** The smallest form that this `Accept-Encoding` allows. */
  contentFor(accepted: string | undefined): Promise<Content> {
    const encoding = this.#encodings.find(({ name }) => accepts(accepted, name));
    const suffix = encoding?.suffix ?? '';
    let content = this.#contents.get(suffix);
    if (!content) {
      content = read(this.path + suffix, encoding?.name);
      content.catch(() => this.#contents.delete(suffix));
      this.#contents.set(suffix, content);
    }
    return content;
  }
}

async function read(path: string, encoding: string | undefined): Promise<Content> {
  const body = await readFile(path);
  return { body, etag: etagOf(body), encoding };
}

/** A strong entity tag of what a file holds. */
export function etagOf(content: Buffer | string): string {
  return `"${createHash('sha256').update(content).digest('base64url').slice(0, 22)}"`;
}

/** Whether an `Accept-Encoding` names this encoding, and does not refuse it (`br;q=0`). */
function accepts(header: string | undefined, encoding: string): boolean {
  return (header ?? '').split(',').some((part) => {
    const [name, weight] = part.split(';').map((each) => each.trim().toLowerCase());
    return name === encoding && !/^q=0(?:\.0*)?$/.test(weight ?? '');
  });
}
