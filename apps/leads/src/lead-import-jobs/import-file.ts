import type { DataSource } from 'typeorm';

/** Bytes in one row of the table of chunks. */
export const CHUNK_BYTES = 256 * 1024;
/** Bytes handed on at once: so small that progress is smooth. */
const SLICE_BYTES = 16 * 1024;

/**
 * The bytes of a stored file, from the database as they are needed: one chunk at most is in memory.
 * @param onRead called with the number of bytes handed on so far
 */
export async function* storedFile(
  dataSource: DataSource,
  importId: string,
  onRead: (bytes: number) => void = () => undefined,
): AsyncGenerator<Buffer> {
  let read = 0;
  for (let number = 0; ; number += 1) {
    const [chunk] = await dataSource.query<{ bytes: Buffer }[]>(
      'SELECT bytes FROM leads.lead_import_chunk WHERE import_id = $1 AND number = $2',
      [importId, number],
    );
    if (!chunk) return;
    for (let at = 0; at < chunk.bytes.length; at += SLICE_BYTES) {
      const slice = chunk.bytes.subarray(at, at + SLICE_BYTES);
      yield slice;
      read += slice.length;
      onRead(read);
    }
  }
}

/**
 * Stores a file as it arrives, each chunk in a transaction of its own: a slow sender keeps no transaction open.
 * @param onBytes sees them first; what it throws ends the storing
 */
export async function storeFile(
  dataSource: DataSource,
  importId: string,
  file: AsyncIterable<Buffer>,
  onBytes: (bytes: Buffer) => void,
): Promise<void> {
  let number = 0;
  let gathered: Buffer[] = [];
  let size = 0;
  const store = async (): Promise<void> => {
    await dataSource.query(
      'INSERT INTO leads.lead_import_chunk (import_id, number, bytes) VALUES ($1, $2, $3)',
      [importId, number, Buffer.concat(gathered, size)],
    );
    number += 1;
    gathered = [];
    size = 0;
  };
  for await (const bytes of file) {
    onBytes(bytes);
    gathered.push(bytes);
    size += bytes.length;
    if (size >= CHUNK_BYTES) await store();
  }
  if (size > 0) await store();
}
