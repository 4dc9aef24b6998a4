import { splitFullName } from './adf-values';
import { child, childrenOf, textOf, type XmlNode } from './xml-tree';

/** A telephone number of a contact, as written. */
export type AdfPhone = { number: string; type: string | null; time: string | null };

/**
 * The contact of an ADF document; phones and e-mails best first, ten of each at most, fax numbers left
 * out.
 */
export type AdfContact = {
  firstName: string | null;
  lastName: string | null;
  company: string | null;
  phones: AdfPhone[];
  emails: string[];
  address: string | null;
};

const MOST_OF_A_KIND = 10;

/** Reads a `<contact>`, whose names may be split, full, of a person or of a business. */
export function readContactElement(contact: XmlNode): AdfContact {
  const names = childrenOf(contact, 'name').filter((name) => name.text);
  const people = names.filter((name) => name.attributes.get('type')?.toLowerCase() !== 'business');
  const company = names.find((name) => !people.includes(name))?.text ?? textOf(contact, 'company');
  const phones = childrenOf(contact, 'phone').flatMap(readPhone).slice(0, MOST_OF_A_KIND);
  const emails = childrenOf(contact, 'email')
    .filter((email) => email.text)
    .slice(0, MOST_OF_A_KIND);
  return {
    ...readName(people),
    company,
    phones: phones.sort((one, other) => other.rank - one.rank).map(({ rank: _, ...phone }) => phone),
    emails: emails
      .sort((one, other) => Number(isPreferred(other)) - Number(isPreferred(one)))
      .map(({ text }) => text),
    address: readAddress(child(contact, 'address')),
  };
}

function readName(names: XmlNode[]): { firstName: string | null; lastName: string | null } {
  const part = (wanted: string) =>
    names.find((name) => name.attributes.get('part')?.toLowerCase() === wanted)?.text ?? null;
  const firstName = [part('first'), part('middle')].filter(Boolean).join(' ') || null;
  const lastName = [part('last') ?? part('surname'), part('suffix')].filter(Boolean).join(' ') || null;
  if (firstName && lastName) return { firstName, lastName };
  const full = part('full') ?? names.find((name) => !name.attributes.has('part'))?.text;
  return full ? splitFullName(full.slice(0, 300)) : { firstName, lastName };
}

/** The number the contact prefers, then a mobile one, then any that is spoken into. */
function readPhone(node: XmlNode): (AdfPhone & { rank: number })[] {
  const type = node.attributes.get('type')?.toLowerCase() || null;
  if (!node.text || type === 'fax' || type === 'pager') return [];
  const mobile = type !== null && /cell|mobile|portable|gsm/.test(type);
  const rank = (isPreferred(node) ? 2 : 0) + (mobile ? 1 : 0);
  return [{ number: node.text, type, time: node.attributes.get('time')?.toLowerCase() || null, rank }];
}

function isPreferred(node: XmlNode): boolean {
  return /^(?:1|true|yes)$/i.test(node.attributes.get('preferredcontact') ?? '');
}

function readAddress(node: XmlNode | undefined): string | null {
  const streets = childrenOf(node, 'street').map((street) => textOf(street));
  const city = [textOf(node, 'postalcode'), textOf(node, 'city')].filter(Boolean).join(' ');
  return (
    [...streets, textOf(node, 'apartment'), city, textOf(node, 'country')].filter(Boolean).join(', ') || null
  );
}
