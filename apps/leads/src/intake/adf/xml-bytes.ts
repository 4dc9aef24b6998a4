import { isAscii, isUtf8 } from 'node:buffer';
import { decode } from 'iconv-lite';

const BYTE_ORDER_MARKS: [Buffer, string][] = [
  [Buffer.from([0xef, 0xbb, 0xbf]), 'utf-8'],
  [Buffer.from([0xff, 0xfe]), 'utf-16le'],
  [Buffer.from([0xfe, 0xff]), 'utf-16be'],
  [Buffer.from([0x3c, 0x00]), 'utf-16le'],
  [Buffer.from([0x00, 0x3c]), 'utf-16be'],
];
const UTF_8_NAMES = /^(?:utf-?8|us-ascii|ascii)$/;
const SINGLE_BYTE_NAMES = /^(?:iso[-_]?8859[-_]?\d{1,2}|(?:windows-|cp)125\d|latin-?[19]|macintosh)$/;
/** What is called ISO-8859-1 is in fact windows-1252, as browsers know: only there « € » and « œ » exist. */
const REALLY_WINDOWS_1252 = /^(?:iso[-_]?8859[-_]?1|latin-?1)$/;

/**
 * The text of an XML document. A byte order mark tells; then the bytes, when they are UTF-8 with an accent in it, which
 * no other text is by chance; then the charset of the content type, then the declaration, if the bytes bear them out:
 * many senders write "utf-16", "utf-8" or "ISO-8859-1" over other bytes. What is left is read as windows-1252.
 */
export function decodeXml(bytes: Buffer, contentTypeCharset?: string): string {
  const marked = BYTE_ORDER_MARKS.find(([mark]) => bytes.subarray(0, mark.length).equals(mark))?.[1];
  const told =
    isUtf8(bytes) && !isAscii(bytes) ? ['utf-8'] : [contentTypeCharset, declaredEncoding(bytes), 'utf-8'];
  const candidates = marked ? [marked] : told;
  for (const candidate of candidates) {
    const text = decodeAs(bytes, candidate?.trim().toLowerCase() ?? '');
    if (text !== null) return text.replace(/^\uFEFF/, '');
  }
  return decode(bytes, 'windows-1252');
}

function decodeAs(bytes: Buffer, encoding: string): string | null {
  if (UTF_8_NAMES.test(encoding)) return decodeUtf8(bytes);
  if (encoding === 'utf-16le' || encoding === 'utf-16be')
    return looksLikeUtf16(bytes) ? decode(bytes, encoding) : null;
  if (REALLY_WINDOWS_1252.test(encoding)) return decode(bytes, 'windows-1252');
  return SINGLE_BYTE_NAMES.test(encoding) ? decode(bytes, encoding) : null;
}

function decodeUtf8(bytes: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function looksLikeUtf16(bytes: Buffer): boolean {
  return bytes.length % 2 === 0 && bytes.subarray(0, 64).includes(0);
}

function declaredEncoding(bytes: Buffer): string | undefined {
  const start = bytes.subarray(0, 400).toString('latin1');
  return /<\?xml\s[^>]*?encoding\s*=?\s*["']([\w.-]{1,40})["']/i.exec(start)?.[1];
}
