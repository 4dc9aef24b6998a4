import { AdfError } from './adf.errors';
import { readContactElement, type AdfContact } from './adf-contact';
import { parseAdfDate, parseCents, parseKilometres, parseYear, type AdfDate } from './adf-values';
import { decodeXml } from './xml-bytes';
import { child, childrenOf, parseXml, textOf, type XmlNode } from './xml-tree';

/** Documents are a few kB; nothing above this is read. */
export const ADF_MAX_BYTES = 1_000_000;

/** A vehicle of an ADF document. `interest` is as written, "buy" when absent, as ADF 1.0 says. */
export type AdfVehicle = {
  interest: string;
  status: string | null;
  year: number | null;
  make: string | null;
  model: string | null;
  version: string | null;
  vin: string | null;
  registration: string | null;
  mileageKm: number | null;
  price: { amountCents: number; currency: string | null } | null;
  comments: string | null;
};

/** The one prospect of an ADF 1.0 document. What could not be understood is in `warnings`, in French, as received. */
export type AdfLead = {
  ids: { source: string | null; value: string }[];
  requestDate: AdfDate | null;
  vehicles: AdfVehicle[];
  tradeIns: AdfVehicle[];
  contact: AdfContact;
  comments: string[];
  vendor: { name: string | null; id: string | null };
  provider: { name: string | null; service: string | null };
  warnings: string[];
};

/** Numbers and dates longer than this are none. */
const VALUE_MAX = 100;
const TRADE_IN = /^(?:trade[-_ ]?in|sell)$/i;

/**
 * Reads an ADF 1.0 document as car portals send it: either case of names, any order, unknown elements ignored, text
 * in any usual encoding.
 *
 * @param contentTypeCharset charset parameter of the request's content type, when there was one
 * @throws AdfError when it is no well-formed XML, no ADF, has several prospects or none, or no contact
 */
export function parseAdf(bytes: Buffer, contentTypeCharset?: string): AdfLead {
  if (bytes.length > ADF_MAX_BYTES) throw AdfError.at('', `longer than ${ADF_MAX_BYTES} bytes`);
  const prospect = prospectOf(parseXml(decodeXml(bytes, contentTypeCharset)));
  const warnings: string[] = [];
  const customer = child(prospect, 'customer');
  const contacts = childrenOf(customer, 'contact');
  const primary = contacts.find((contact) => isTrue(contact.attributes.get('primarycontact'))) ?? contacts[0];
  if (!primary) throw AdfError.at('prospect.customer.contact', 'needed: nobody to contact');

  const vehicles = childrenOf(prospect, 'vehicle').map((vehicle) => readVehicle(vehicle, warnings));
  return {
    ids: childrenOf(prospect, 'id').sort(bySequence).flatMap(readId),
    requestDate: readRequestDate(prospect, warnings),
    vehicles: vehicles.filter((vehicle) => !TRADE_IN.test(vehicle.interest)),
    tradeIns: vehicles.filter((vehicle) => TRADE_IN.test(vehicle.interest)),
    contact: readContactElement(primary),
    comments: [textOf(customer, 'comments'), textOf(prospect, 'comments'), timeframeOf(customer)].filter(
      isText,
    ),
    vendor: readVendor(child(prospect, 'vendor')),
    provider: readProvider(child(prospect, 'provider')),
    warnings,
  };
}

function prospectOf(root: XmlNode): XmlNode {
  if (root.name === 'prospect') return root;
  if (root.name !== 'adf') throw AdfError.at('', 'the root element is not <adf>');
  const prospects = childrenOf(root, 'prospect');
  if (prospects.length > 1) {
    throw AdfError.at(
      'prospect',
      `one document holds one <prospect>, this one ${prospects.length}: send them apart`,
    );
  }
  if (!prospects[0]) throw AdfError.at('prospect', 'needed: the document holds no <prospect>');
  return prospects[0];
}

function readId(node: XmlNode): AdfLead['ids'] {
  return node.text ? [{ source: node.attributes.get('source') || null, value: node.text }] : [];
}

function bySequence(one: XmlNode, other: XmlNode): number {
  return sequence(one) - sequence(other);
}

function sequence(node: XmlNode): number {
  const number = Number.parseInt(node.attributes.get('sequence') ?? '', 10);
  return Number.isNaN(number) ? Number.MAX_SAFE_INTEGER : number;
}

function readRequestDate(prospect: XmlNode, warnings: string[]): AdfDate | null {
  const written = textOf(prospect, 'requestdate');
  const date = written && written.length <= VALUE_MAX ? parseAdfDate(written) : null;
  if (written && !date) warnings.push(`Date de la demande reçue : ${written}`);
  return date;
}

function readVehicle(node: XmlNode, warnings: string[]): AdfVehicle {
  const understood = <T>(name: string, label: string, parse: (text: string) => T | null): T | null => {
    const text = textOf(node, name);
    const value = text && text.length <= VALUE_MAX ? parse(text) : null;
    if (text && value === null) warnings.push(`${label} : ${text}`);
    return value;
  };
  const odometerUnits = child(node, 'odometer')?.attributes.get('units');
  const amountCents = understood('price', 'Prix reçu', parseCents);
  const currency = child(node, 'price')?.attributes.get('currency')?.toUpperCase() ?? '';
  return {
    interest: node.attributes.get('interest')?.toLowerCase() || 'buy',
    status: node.attributes.get('status')?.toLowerCase() || null,
    year: understood('year', 'Année reçue', parseYear),
    make: textOf(node, 'make'),
    model: textOf(node, 'model'),
    version: [textOf(node, 'version'), textOf(node, 'trim')].filter(isText).join(' ') || null,
    vin: textOf(node, 'vin'),
    registration: firstText(node, ['registration', 'registrationnumber', 'licenseplate', 'immatriculation']),
    mileageKm:
      understood('odometer', 'Kilométrage reçu', (text) => parseKilometres(text, odometerUnits)) ??
      understood('mileage', 'Kilométrage reçu', (text) => parseKilometres(text, undefined)),
    price:
      amountCents === null ? null : { amountCents, currency: /^[A-Z]{3}$/.test(currency) ? currency : null },
    comments: textOf(node, 'comments'),
  };
}

function readVendor(node: XmlNode | undefined): AdfLead['vendor'] {
  const name = textOf(node, 'vendorname') ?? textOf(child(node, 'contact'), 'name');
  return { name, id: textOf(node, 'id') };
}

function readProvider(node: XmlNode | undefined): AdfLead['provider'] {
  const names = childrenOf(node, 'name');
  const full = names.find((name) => name.attributes.get('part')?.toLowerCase() === 'full') ?? names[0];
  return { name: textOf(full), service: textOf(node, 'service') };
}

function timeframeOf(customer: XmlNode | undefined): string | null {
  const description = textOf(child(customer, 'timeframe'), 'description');
  return description && `Échéance du projet : ${description}`;
}

function firstText(node: XmlNode, names: string[]): string | null {
  return names.map((name) => textOf(node, name)).find(isText) ?? null;
}

function isText(text: string | null): text is string {
  return Boolean(text);
}

function isTrue(value: string | undefined): boolean {
  return value === '1' || value?.toLowerCase() === 'true' || value?.toLowerCase() === 'yes';
}
