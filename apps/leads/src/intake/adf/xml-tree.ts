import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { AdfError } from './adf.errors';

/** An element: names in lower case and without prefix, text with entities decoded and trimmed, children in order. */
export type XmlNode = { name: string; attributes: Map<string, string>; text: string; children: XmlNode[] };

const MAX_DEPTH = 50;
const TEXT = '#text';
const CDATA = '#cdata';
const ATTRIBUTES = ':@';
const NO_NODES: readonly Ordered[] = [];

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  trimValues: false,
  processEntities: false,
  cdataPropName: CDATA,
  ignoreDeclaration: true,
  ignorePiTags: true,
  removeNSPrefix: true,
  maxNestedTags: MAX_DEPTH,
});

type Ordered = Record<string, unknown>;

/**
 * The root element of an XML document. Entities other than the five predefined and numeric ones are left as they
 * are written: nothing a document declares is ever read, expanded or fetched. Processing instructions before the
 * root are not looked at, so wrongly written ones do no harm; a bare « & » is taken for itself.
 * @throws AdfError
 */
export function parseXml(text: string): XmlNode {
  const body = escapeBareAmpersands(withoutProlog(text));
  const validity = XMLValidator.validate(body);
  if (validity !== true) {
    const { code, msg, line, col } = validity.err;
    if (code === 'InvalidXml')
      throw AdfError.at('', 'malformed XML: elements are not closed, or stand beside the root');
    throw AdfError.at('', `malformed XML at line ${line}, column ${col}: ${withoutContent(msg)}`);
  }
  return rootOf(body);
}

function rootOf(body: string): XmlNode {
  let nodes: Ordered[];
  try {
    nodes = parser.parse(body) as Ordered[];
  } catch (error) {
    throw AdfError.at('', `malformed XML: ${withoutContent((error as Error).message)}`);
  }
  const root = nodes.map(nodeOf).find((node) => node !== null);
  if (!root) throw AdfError.at('', 'malformed XML: no element');
  return root;
}

function nodeOf(ordered: Ordered): XmlNode | null {
  const name = Object.keys(ordered).find((key) => key !== ATTRIBUTES);
  if (name === undefined || name === TEXT || name === CDATA) return null;
  const node: XmlNode = { name: name.toLowerCase(), attributes: new Map(), text: '', children: [] };
  for (const [key, value] of Object.entries((ordered[ATTRIBUTES] as object | undefined) ?? {})) {
    node.attributes.set(key.toLowerCase(), decodeEntities(String(value)).trim());
  }
  let text = '';
  for (const child of ordered[name] as Ordered[]) {
    if (TEXT in child) text += decodeEntities(String(child[TEXT]));
    else if (CDATA in child) text += cdataText(child[CDATA]);
    else {
      const element = nodeOf(child);
      if (element) node.children.push(element);
    }
  }
  node.text = clean(text);
  return node;
}

function cdataText(content: unknown): string {
  const parts = (Array.isArray(content) ? content : NO_NODES) as Ordered[];
  return parts.map((part) => String(part[TEXT] ?? '')).join('');
}

/** Skips what precedes the root element; line breaks stay, so that problems name the right line. */
function withoutProlog(text: string): string {
  let at = 0;
  for (;;) {
    at += /^[\s\0]*/.exec(text.slice(at, at + 1000))![0].length;
    if (text.startsWith('<?', at)) at = after(text, '>', at, 'processing instruction');
    else if (text.startsWith('<!--', at)) at = after(text, '-->', at + 4, 'comment');
    else if (/^<!doctype/i.test(text.slice(at, at + 9))) at = afterDoctype(text, at);
    else if (/\s/.test(text[at] ?? '')) continue;
    else break;
  }
  if (at >= text.length) throw AdfError.at('', 'malformed XML: no element');
  if (text[at] !== '<') throw AdfError.at('', 'malformed XML: text before the first element');
  return text.slice(0, at).replace(/[^\n]+/g, '') + text.slice(at);
}

/** A DOCTYPE that only names a document type is ignored; one that declares anything itself is refused. */
function afterDoctype(text: string, from: number): number {
  let quote = '';
  for (let at = from; at < text.length; at += 1) {
    const character = text[at]!;
    if (quote) quote = character === quote ? '' : quote;
    else if (character === '"' || character === "'") quote = character;
    else if (character === '[') {
      throw AdfError.at(
        '',
        'a DOCTYPE that declares entities or elements is refused: send the document without it',
      );
    } else if (character === '>') return at + 1;
  }
  throw AdfError.at('', 'malformed XML: DOCTYPE is not closed');
}

function after(text: string, end: string, from: number, what: string): number {
  const at = text.indexOf(end, from);
  if (at < 0) throw AdfError.at('', `malformed XML: ${what} is not closed`);
  return at + end.length;
}

/** Senders forget to escape « & » (brands, links). CDATA and comments are left as they are. */
function escapeBareAmpersands(text: string): string {
  let escaped = '';
  let at = 0;
  while (at < text.length) {
    const verbatim = nextVerbatim(text, at);
    const markup = text.slice(at, verbatim.start);
    if (/<!(?:doctype|entity)/i.test(markup))
      throw AdfError.at('', 'malformed XML: declaration inside the document');
    escaped += markup.replace(/&(?!(?:#\d{1,8}|#x[\da-f]{1,8}|[a-z][a-z0-9]{0,15});)/gi, '&amp;');
    escaped += text.slice(verbatim.start, verbatim.end);
    at = verbatim.end;
  }
  return escaped;
}

function nextVerbatim(text: string, from: number): { start: number; end: number } {
  const found = /<!(?:\[CDATA\[|--)/g;
  found.lastIndex = from;
  const match = found.exec(text);
  if (!match) return { start: text.length, end: text.length };
  const cdata = match[0] !== '<!--';
  const end = after(text, cdata ? ']]>' : '-->', match.index + match[0].length, cdata ? 'CDATA' : 'comment');
  return { start: match.index, end };
}

const PREDEFINED: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#(\d{1,8})|#x([\da-f]{1,8})|(lt|gt|amp|quot|apos));/gi,
    (_, decimal, hex, name) => {
      if (name) return PREDEFINED[String(name).toLowerCase()]!;
      const code = decimal ? Number.parseInt(decimal, 10) : Number.parseInt(hex, 16);
      const storable = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
      return storable ? String.fromCodePoint(code) : '\uFFFD';
    },
  );
}

/** Line ends as one, no indentation, no control characters nor lone surrogates, no white space around. */
function clean(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/\n[ \t]+/g, '\n')
    .replace(/[\p{Surrogate}\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/gu, '')
    .trim();
}

/** Messages of the parser may quote the document, which holds personal data: only their beginning is kept. */
function withoutContent(message: string): string {
  return (
    message
      .replace(/(['"[]).*$/s, '')
      .replace(/Context:.*$/s, '')
      .trim() || 'not well-formed'
  );
}

/** The first child element of that name. */
export function child(node: XmlNode | undefined, name: string): XmlNode | undefined {
  return node?.children.find((candidate) => candidate.name === name);
}

/** All child elements of that name, in order. */
export function childrenOf(node: XmlNode | undefined, name: string): XmlNode[] {
  return node?.children.filter((candidate) => candidate.name === name) ?? [];
}

/** Text of a child element and of all within it, on as many lines; null when there is none. */
export function textOf(node: XmlNode | undefined, name?: string): string | null {
  const element = name === undefined ? node : child(node, name);
  if (!element) return null;
  const parts = [element.text, ...element.children.map((inner) => textOf(inner))];
  return parts.filter(Boolean).join('\n') || null;
}
