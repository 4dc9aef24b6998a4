import { isAscii, isUtf8 } from 'node:buffer';
import { TextDecoder } from 'node:util';

/** The bytes of a file, as they arrive. */
export type ByteStream = AsyncIterable<Buffer | string>;

/** `auto`: UTF-8, unless the first bytes beyond ASCII say otherwise; a byte order mark always tells. */
export type CsvEncoding = 'auto' | 'utf-8' | 'windows-1252';

/** Small chunks are gathered up to this size, so that work per chunk stays small beside work per byte. */
const BATCH_BYTES = 16_384;

/**
 * The text of a stream of bytes, in pieces of 16 kB or more, with line ends as `\n` alone. Spreadsheets in France
 * write windows-1252 as often as UTF-8: the encoding is decided where the first accent stands, however far that is.
 */
export async function* readText(stream: ByteStream, encoding: CsvEncoding): AsyncGenerator<string> {
  let decoder: TextDecoder | null = encoding === 'auto' ? null : new TextDecoder(encoding);
  let carriageReturn = '';
  let first = true;
  for await (const bytes of batches(stream)) {
    if (first) decoder = decoderOfMark(bytes) ?? decoder;
    first = false;
    if (!decoder && !isAscii(bytes))
      decoder = new TextDecoder(startsAsUtf8(bytes) ? 'utf-8' : 'windows-1252');
    const text =
      carriageReturn + (decoder ? decoder.decode(bytes, { stream: true }) : bytes.toString('latin1'));
    carriageReturn = text.endsWith('\r') ? '\r' : '';
    yield withLineFeeds(carriageReturn ? text.slice(0, -1) : text);
  }
  yield withLineFeeds(carriageReturn + (decoder?.decode() ?? ''));
}

async function* batches(stream: ByteStream): AsyncGenerator<Buffer> {
  let gathered: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    gathered.push(bytes);
    size += bytes.length;
    if (size < BATCH_BYTES) continue;
    yield Buffer.concat(gathered, size);
    gathered = [];
    size = 0;
  }
  if (size > 0) yield Buffer.concat(gathered, size);
}

function decoderOfMark(bytes: Buffer): TextDecoder | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return new TextDecoder('utf-8');
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be');
  return null;
}

/** A character may be cut at the end: up to three bytes are still to come. */
function startsAsUtf8(bytes: Buffer): boolean {
  for (let cut = 0; cut <= 3; cut += 1) {
    const whole = bytes.subarray(0, bytes.length - cut);
    if (isUtf8(whole)) return cut === 0 || !isAscii(whole) || isLeadByte(bytes[bytes.length - cut]!);
  }
  return false;
}

function isLeadByte(byte: number): boolean {
  return byte >= 0xc2 && byte <= 0xf4;
}

function withLineFeeds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}
