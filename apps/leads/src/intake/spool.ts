import { randomUUID } from 'node:crypto';
import { open, unlink, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What is kept in memory; beyond it goes into a file. */
const IN_MEMORY_BYTES = 256 * 1024;
const READ_BYTES = 64 * 1024;

/**
 * Text that is written now and read afterwards, in constant memory. The file loses its name as soon as it is open, so
 * that nothing is left of it however the process ends.
 */
export class Spool {
  #pieces: Buffer[] = [];
  #inMemory = 0;
  #inFile = 0;
  #file: FileHandle | undefined;

  get bytes(): number {
    return this.#inFile + this.#inMemory;
  }

  async write(text: string): Promise<void> {
    const piece = Buffer.from(text);
    this.#pieces.push(piece);
    this.#inMemory += piece.length;
    if (this.#inMemory <= IN_MEMORY_BYTES) return;
    this.#file ??= await namelessFile();
    await this.#file.writev(this.#pieces, this.#inFile);
    this.#inFile += this.#inMemory;
    this.#pieces = [];
    this.#inMemory = 0;
  }

  /** All that was written, once: it is empty afterwards. */
  async *drain(): AsyncGenerator<Buffer> {
    for (let at = 0; at < this.#inFile;) {
      const { bytesRead, buffer } = await this.#file!.read(Buffer.alloc(READ_BYTES), 0, READ_BYTES, at);
      const piece = buffer.subarray(0, Math.min(bytesRead, this.#inFile - at));
      at += piece.length;
      yield piece;
    }
    yield* this.#pieces;
    this.#pieces = [];
    this.#inMemory = this.#inFile = 0;
  }

  async close(): Promise<void> {
    await this.#file?.close();
    this.#file = undefined;
  }
}

async function namelessFile(): Promise<FileHandle> {
  const path = join(tmpdir(), `relance-${randomUUID()}`);
  const file = await open(path, 'wx+', 0o600);
  await unlink(path);
  return file;
}
