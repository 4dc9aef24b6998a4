import { existsSync } from 'node:fs';
import { copyFile, open, rename, rm, stat, truncate } from 'node:fs/promises';
import { Repeats, warningOf } from './log-line.ts';

const rotateAtBytes = 20 * 1024 * 1024;
const keptFiles = 3;
const shownPerLook = 5;
const lookEveryMs = 1000;
const readAtMost = 4 * 1024 * 1024;

interface Followed {
  readonly name: string;
  readonly path: string;
  readonly shown: boolean;
  position: number;
  rest: string;
  readonly repeats: Repeats;
}

/**
 * Looks after the log files that the processes write by themselves: shows the services' warnings and errors, and starts
 * a file afresh when it has grown, keeping the last ones as `.1`, `.2` and `.3`.
 */
export class LogFiles {
  readonly #print: (line: string) => void;
  readonly #files: Followed[] = [];
  #timer: NodeJS.Timeout | undefined;
  #busy = false;

  constructor(print: (line: string) => void) {
    this.#print = print;
  }

  /** @param shown whether its warnings are printed */
  async follow(name: string, path: string, shown: boolean): Promise<void> {
    const size = await stat(path).then(
      (found) => found.size,
      () => 0,
    );
    this.#files.push({ name, path, shown, position: size, rest: '', repeats: new Repeats() });
    this.#timer ??= setInterval(() => void this.#look(), lookEveryMs);
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  async #look(): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    try {
      for (const file of this.#files) await this.#lookAt(file).catch(() => undefined);
    } finally {
      this.#busy = false;
    }
  }

  async #lookAt(file: Followed): Promise<void> {
    const { size } = await stat(file.path);
    if (size < file.position) file.position = 0;
    if (file.shown && size > file.position) await this.#showNew(file, size);
    file.position = size;
    if (size > rotateAtBytes) await this.#rotate(file);
  }

  async #showNew(file: Followed, size: number): Promise<void> {
    const from = Math.max(file.position, size - readAtMost);
    const handle = await open(file.path, 'r');
    let text: string;
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(size - from), 0, size - from, from);
      text = file.rest + buffer.toString('utf8', 0, bytesRead);
    } finally {
      await handle.close();
    }
    const lines = text.split('\n');
    file.rest = lines.pop()!.slice(0, 10_000);
    const warnings = file.repeats.fresh(lines.map(warningOf).filter((warning) => warning !== undefined));
    for (const warning of warnings.slice(0, shownPerLook)) this.#print(`${file.name}: ${warning}`);
    const more = warnings.length - shownPerLook;
    if (more > 0) this.#print(`${file.name}: … and ${more} more in ${file.path}`);
  }

  /** The writer appends to the same open file, so its content is copied and cut rather than renamed. */
  async #rotate(file: Followed): Promise<void> {
    const kept = (number: number) => `${file.path}.${number}`;
    try {
      await copyFile(file.path, kept(0));
    } catch (error) {
      // A full disk: nothing was moved, and the oldest makes room.
      await rm(kept(0), { force: true });
      const numbers = Array.from({ length: keptFiles }, (_, index) => keptFiles - index);
      const oldest = numbers.map(kept).find((path) => existsSync(path));
      if (oldest) await rm(oldest);
      throw error;
    }
    for (let number = keptFiles - 1; number >= 0; number -= 1) {
      await rename(kept(number), kept(number + 1)).catch(() => undefined);
    }
    await truncate(file.path, 0);
    file.position = 0;
  }
}
