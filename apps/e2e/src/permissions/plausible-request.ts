import type { ApiDocument, Operation } from './api-document';
import { plausibleValue, type KnownValues } from './plausible-value';

/** What is sent: `path` has its parameters and its query. */
export type PlausibleRequest = {
  method: string;
  path: string;
  headers: Record<string, string>;
  body?: string;
};

/** A version nothing has: whoever may edit is told 412, and nothing changes. */
const STALE = '"999999"';

const ADF = `<?xml version="1.0"?><adf><prospect><requestdate>2026-11-20T10:00:00Z</requestdate>
<vehicle interest="buy" status="used"><make>Peugeot</make><model>208</model></vehicle>
<customer><contact><name part="full">Camille Durand</name><email>camille.durand@contact.example</email></contact></customer>
<vendor><vendorname>Garage</vendorname></vendor></prospect></adf>`;

/** Bodies of media types whose schema says only that they are text. */
const DOCUMENTS: Readonly<Record<string, string>> = {
  'application/x-adf+xml': ADF,
  'text/csv': 'nom;e-mail;type;source\nDurand;camille.durand@contact.example;VO;Salon\n',
};

/** A request as the document asks for one, about what is known by name. */
export function plausibleRequest(
  document: ApiDocument,
  name: string,
  path: string,
  known: KnownValues,
): PlausibleRequest {
  const operation = document.operation(name);
  const [method = ''] = name.split(' ');
  const { body, mediaType } = bodyOf(document, operation, known);
  const ifMatch = operation.parameters?.some(({ name: header }) => header.toLowerCase() === 'if-match');
  return {
    method,
    path: path + queryOf(document, operation, known),
    headers: {
      ...(mediaType === undefined ? {} : { 'content-type': mediaType }),
      ...(ifMatch ? { 'if-match': STALE } : {}),
    },
    body,
  };
}

function queryOf(document: ApiDocument, { parameters = [] }: Operation, known: KnownValues): string {
  const query = new URLSearchParams();
  for (const { name, in: place, required, schema = {}, example } of parameters) {
    if (place !== 'query' || !(required || known[name])) continue;
    query.set(name, String(known[name]?.() ?? example ?? plausibleValue(document, schema, known)));
  }
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}

function bodyOf(
  document: ApiDocument,
  { requestBody }: Operation,
  known: KnownValues,
): { body?: string; mediaType?: string } {
  const contents = Object.entries(requestBody?.content ?? {});
  const [mediaType, content] = contents.find(([type]) => type.includes('json')) ?? contents[0] ?? [];
  if (mediaType === undefined || !content?.schema) return {};
  if (!mediaType.includes('json')) {
    const text = content.example ?? document.resolve(content.schema).example ?? DOCUMENTS[mediaType];
    return { mediaType, body: typeof text === 'string' ? text : 'Essai' };
  }
  return {
    mediaType,
    body: JSON.stringify(content.example ?? plausibleValue(document, content.schema, known)),
  };
}
