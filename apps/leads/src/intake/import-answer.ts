import { createLogger, toRefusal } from '@relance/service-runtime';
import type { ImportedLine } from './lead-import';
import { Spool } from './spool';

/** Rejections kept until the file was read to its end; half a million of them. */
const KEPT_BYTES = 64 * 1024 ** 2;

const log = createLogger('lead-import');

/**
 * The answer to a file, as JSON in pieces. Many clients send all they have before they read a word: rejections are kept
 * until then, or both would wait for one another once what lies between them is full. Beyond what is kept they are
 * written as they come.
 */
export async function* importAnswer(
  first: IteratorResult<ImportedLine>,
  rest: AsyncGenerator<ImportedLine>,
  keptBytes = KEPT_BYTES,
): AsyncGenerator<string | Buffer> {
  const spool = new Spool();
  let accepted = 0;
  let rejected = 0;
  let afterLine = 0;
  let interrupted = '';
  try {
    yield '{"rejected":[';
    try {
      for (let next = first; !next.done; next = await rest.next()) {
        const line = next.value;
        afterLine = line.line;
        if (line.accepted) {
          accepted += 1;
          continue;
        }
        const { errors } = line;
        await spool.write(`${rejected++ > 0 ? ',' : ''}${JSON.stringify({ line: afterLine, errors })}`);
        if (spool.bytes > keptBytes) {
          keptBytes = 0;
          yield* spool.drain();
        }
      }
    } catch (error) {
      log.error({ err: error, afterLine }, 'an import was interrupted');
      const { detail } = toRefusal(error).body;
      interrupted = `,"interrupted":${JSON.stringify({ afterLine, detail: detail ?? '' })}`;
    }
    yield* spool.drain();
    yield `],"accepted":${accepted}${interrupted}}`;
  } finally {
    await spool.close();
  }
}
